import { tablesToLoad } from '../../bills/reference/reference-sets';
import { fetchLateCode } from '../../functions/explain/outside-cells';
import { resolveArguments } from '../../workbook/cells/argument-values';
import { insertFormula } from '../../workbook/cells/formula-insert';
import { rewriteFormula } from '../../workbook/cells/formula-rewrite';
import { readFormulaStyle } from '../../workbook/cells/formula-style';
import { markBasis } from '../../workbook/cells/basis-mark';
import { readColumnFormats } from '../../workbook/cells/column-formats';
import { writeNote } from '../../workbook/cells/note-writer';
import { goToTable, readActiveCell, readSelectedAddress, SelectionEvents } from '../../workbook/cells/selection';
import { runWhenNotEditing } from '../../workbook/host/excel-run';
import { inTurns } from '../../workbook/host/turns';
import { rawTables } from '../../workbook/book/raw-tables';
import { loadTables } from '../../workbook/load/table-load';
import { referencePlanner } from '../../workbook/plans/refresh-plan';
import { recalculateAndWait } from '../../workbook/recalculation/recalculate-and-wait';
import { currentBook, inStep } from '../../workbook/runtime';
import { mendWatchCells, unwatchedTables } from '../../workbook/watch/watch-cells';
import { fetchFunctions } from '../contract/function-catalogue';
import { notLoaded } from '../contract/phrases';
import type { PaneServices } from '../contract/services';
import { evaluateNested, explainResolved } from '../explain/call-explanation';
import { clientGroups } from './client-lines';
import { isReadOnly, orFailure, refuseReadOnly } from './failure';
import { loadProgress } from './load-progress';
import { shownOtherwise, spendPosition } from './shown-currency';
import { snapshotOf } from './snapshot';

const NOT_WATCHED = 'The tables are not watched.';

/** What all of the pane asks of the workbook, through Office.js. */
// eslint-disable-next-line max-lines-per-function -- one list of what the pane may ask of the workbook
export function workbookServices(): Omit<
  PaneServices,
  | 'imports'
  | 'ledgers'
  | 'sharing'
  | 'referenceData'
  | 'budgets'
  | 'sharedCost'
  | 'loaded'
  | 'plans'
  | 'report'
  | 'version'
  | 'helpUrl'
> {
  const selection = new SelectionEvents();
  let checking: Promise<void> | null = null;
  return {
    snapshot: () =>
      orFailure('The tables could not be read.', async () =>
        snapshotOf(await currentBook.read(), currentBook.lastChange(), isReadOnly()),
      ),

    clientGroups: (by) =>
      orFailure('The clients could not be grouped.', async () =>
        inTurns(clientGroups((await currentBook.read()).book, by)),
      ),

    onChange: (listener) => currentBook.onChange(listener),

    loadReferenceData: (set, progress, cancel) =>
      orFailure(notLoaded(set), async () => {
        refuseReadOnly(notLoaded(set));
        const outcome = await loadTables(tablesToLoad(set).map(referencePlanner), {
          progress: loadProgress(progress),
          cancel,
        });
        await currentBook.reread();
        return outcome;
      }),

    recalculate: (progress, cancel) =>
      orFailure('The cells were not all recalculated.', async () => {
        progress({ kind: 'reading' });
        await currentBook.reread();
        return recalculateAndWait(inStep, {
          progress: (done, total) => progress({ kind: 'recalculating', done, total }),
          waiting: () => progress({ kind: 'waiting-for-cell-edit' }),
          cancel,
        });
      }),

    unwatchedTables: () =>
      orFailure('The tables could not be looked at.', async () => {
        const { tables } = await currentBook.read();
        return runWhenNotEditing((context) => unwatchedTables(context, tables));
      }),

    shownOtherwise: () =>
      orFailure('The number formats could not be looked at.', async () => {
        const { tables } = await currentBook.read();
        const table = tables.AIClients?.raw ?? null;
        const spend = table === null ? null : spendPosition(table);
        return table === null || spend === null || table.rows.length === 0
          ? []
          : shownOtherwise(table, await runWhenNotEditing((context) => readColumnFormats(context, table, spend)));
      }),

    watchTables: (progress) =>
      orFailure(NOT_WATCHED, async () => {
        refuseReadOnly(NOT_WATCHED);
        const { tables } = await currentBook.read();
        return runWhenNotEditing(
          (context) => mendWatchCells(context, rawTables(tables)),
          () => progress({ kind: 'waiting-for-cell-edit' }),
        );
      }),

    insertFormula: (formulaOn) =>
      orFailure('The formula was not inserted.', async () => {
        refuseReadOnly('The formula was not inserted.');
        return insertFormula(formulaOn);
      }),

    select: (table, row) => orFailure(`${table} could not be shown.`, () => goToTable(table, row)),

    markRow: (table, row, mark) =>
      orFailure('The row was not marked.', async () => {
        refuseReadOnly('The row was not marked.');
        const { tables } = await currentBook.read();
        await markBasis(tables[table]?.raw ?? null, row, mark);
      }),

    activeCell: () => orFailure('The cell could not be read.', readActiveCell),
    onSelection: (listener) => selection.follow(listener),
    selectedAddress: () => orFailure('The selection could not be read.', readSelectedAddress),

    explain: (call, place, at) =>
      orFailure('The figure could not be explained.', async () => {
        await fetchLateCode();
        const book = await currentBook.get();
        return explainResolved(call, await resolveArguments(call.arguments, place, evaluateNested(book)), book, at);
      }),

    rewriteFormula: (cell, formula) =>
      orFailure('The formula was not changed.', async () => {
        refuseReadOnly('The formula was not changed.');
        await rewriteFormula(cell.anchor ?? cell, cell.formula, formula);
      }),

    writeNote: (cell, text) =>
      orFailure('The note was not written.', async () => {
        refuseReadOnly('The note was not written.');
        return writeNote(cell, text);
      }),

    functions: () =>
      orFailure('The list of functions could not be read.', () =>
        fetchFunctions(new URL('functions.json', location.href)),
      ),
    formulaStyle: () => orFailure('The list separator could not be read.', readFormulaStyle),

    inStep: {
      current: () => inStep.outOfStep(),
      onChange: (listener) => inStep.onChange(listener),
      check: () => (checking ??= compareSavedValues()),
    },
  };
}

/** Compares the saved values with the tables, once, when the pane is first shown. */
async function compareSavedValues(): Promise<void> {
  try {
    const { checkSavedValues } = await import(/* webpackChunkName: "saved-values" */ './saved-values');
    await checkSavedValues();
  } catch (failure) {
    // Nothing was asked for: there is nothing to tell but that it was not checked.
    console.error('AI Spend could not compare the saved values with the tables.', failure);
  }
}
