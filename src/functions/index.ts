/**
 * The script that Excel loads for the custom functions. Each file associates its function with its id when it is
 * loaded: the metadata plugin appends the call at build time.
 */
import { recalculateOnChange } from '../workbook/recalculate-on-change';
import './family';

recalculateOnChange();
