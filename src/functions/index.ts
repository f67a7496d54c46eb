/**
 * The script that Excel loads for the custom functions. Each file of the family associates its function with its id when it
 * is loaded: the metadata plugin appends the call at build time.
 */
import { recalculateOurCells } from '../workbook/recalculation/recalculate';
import { recalculateOnChange } from '../workbook/recalculation/recalculate-on-change';
import { currentBook, inStep } from '../workbook/runtime';
import './family/family';

recalculateOnChange(currentBook, inStep, recalculateOurCells);
