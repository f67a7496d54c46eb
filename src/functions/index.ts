/**
 * The script that Excel loads for the custom functions. Each file of the family associates its function with its id when it
 * is loaded: the metadata plugin appends the call at build time.
 */
import { recalculateOnChange } from '../workbook/recalculation/recalculate-on-change';
import { currentBook, inStep } from '../workbook/runtime';
import './family/aiwatch';
import './family/family';

/** Workbooks that are only read never need it. If it cannot be fetched, the pane tells that the cells are behind, and the next change tries again. */
const recalculation = () => import(/* webpackChunkName: "recalculation" */ '../workbook/recalculation/recalculate');

recalculateOnChange(currentBook, inStep, async () => (await recalculation()).recalculateOurCells());
