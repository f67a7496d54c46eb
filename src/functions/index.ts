/**
 * The script that Excel loads for the custom functions. Each file associates its function with its id when it is
 * loaded: the metadata plugin appends the call at build time.
 */
import { recalculateOurCells } from '../workbook/recalculation/recalculate';
import { recalculateOnChange } from '../workbook/recalculation/recalculate-on-change';
import { currentBook, inStep } from '../workbook/runtime';
import './aispend';
import './revshare';
import './airoi';
import './airevenue';
import './aiclients';
import './aitrend';
import './aiconcentration';
import './aisource';
import './aifx';

recalculateOnChange(currentBook, inStep, recalculateOurCells);
