import { currentBook, currentRead, lastChange, onBookChange, rereadBook } from '../workbook/book/current-book';
import { insertFormula } from '../workbook/cells/formula-insert';
import { rewriteFormula } from '../workbook/cells/formula-rewrite';
import { readFormulaStyle } from '../workbook/cells/formula-style';
import { goToTable } from '../workbook/cells/go-to';
import { writeNote } from '../workbook/cells/note-writer';
import { recalculateAndWait } from '../workbook/recalculation/recalculate-and-wait';
import { referencePlanner } from '../workbook/plans/refresh-plan';
import { followSelection, readActiveCell, readSelectedAddress } from '../workbook/cells/selection';
import { loadTables } from '../workbook/load/table-load';
import { resolveArguments } from '../workbook/cells/argument-values';
import { evaluateNested, explainResolved } from './call-explanation';
import { fetchLateCode } from '../functions/explain/outside-cells';
import { fetchFunctions } from './function-catalogue';
import { orFailure } from './or-failure';
import { isReadOnly, refuseReadOnly } from './read-only';
import { referenceTables } from './reference-tables';
import { TABLE_NAMES, type PaneServices } from './services';
import { officeStep } from './sharing/office-step';
import { snapshotOf } from './snapshot';
import { VERSION } from './version';

/** The workbook behind the pane, through Office.js. */
export function officeServices(): PaneServices {
  return {
    snapshot: () =>
      orFailure('The tables could not be read.', async () =>
        snapshotOf(await currentRead(), lastChange(), isReadOnly()),
      ),

    onChange: onBookChange,

    loadReferenceData: (progress, cancel) =>
      orFailure('The reference data was not loaded.', async () => {
        refuseReadOnly('The reference data was not loaded.');
        const outcome = await loadTables(referenceTables().map(referencePlanner), {
          progress: {
            waiting: () => progress({ kind: 'waiting-for-cell-edit' }),
            reading: () => progress({ kind: 'reading' }),
            writing: (done, total) => progress({ kind: 'writing', done, total }),
          },
          cancel,
        });
        await rereadBook();
        return { ...outcome, tables: TABLE_NAMES.filter((name) => outcome.tables.includes(name)) };
      }),

    recalculate: (progress, cancel) =>
      orFailure('The cells were not all recalculated.', async () => {
        progress({ kind: 'reading' });
        await rereadBook();
        return recalculateAndWait({
          progress: (done, total) => progress({ kind: 'recalculating', done, total }),
          waiting: () => progress({ kind: 'waiting-for-cell-edit' }),
          cancel,
        });
      }),

    insertFormula: (formulaOn) =>
      orFailure('The formula was not inserted.', async () => {
        refuseReadOnly('The formula was not inserted.');
        return insertFormula(formulaOn);
      }),

    select: (table, row) => orFailure(`${table} could not be shown.`, () => goToTable(table, row)),

    activeCell: () => orFailure('The cell could not be read.', readActiveCell),
    onSelection: followSelection,
    selectedAddress: () => orFailure('The selection could not be read.', readSelectedAddress),

    explain: (call, place) =>
      orFailure('The figure could not be explained.', async () => {
        await fetchLateCode();
        const book = await currentBook();
        return explainResolved(call, await resolveArguments(call.arguments, place, evaluateNested(book)), book);
      }),

    rewriteFormula: (cell, formula) =>
      orFailure('The formula was not changed.', async () => {
        refuseReadOnly('The formula was not changed.');
        await rewriteFormula(cell, cell.formula, formula);
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

    imports: async () => (await import(/* webpackChunkName: "import" */ './import/office-imports')).officeImports(),

    sharing: async () => (await import(/* webpackChunkName: "sharing" */ './sharing/office-sharing')).officeSharing(),

    inStep: officeStep,

    version: VERSION,
    helpUrl: new URL('help.html', location.href).href,
  };
}
