import { CurrentBook } from './book/current-book';
import { excelBookHost } from './book/excel-book-host';
import { InStep } from './recalculation/in-step';

/*
 * What there is one of in a runtime: made here once, for the functions and the pane, which share it. Nothing in this room imports
 * this file: whoever needs one of these is handed it.
 */

/** What the functions compute from. */
export const currentBook = new CurrentBook(excelBookHost);

/** Whether the cells show what the tables give. */
export const inStep = new InStep();
