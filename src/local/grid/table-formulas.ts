/**
 * Formulas that refer to a table follow its area.
 */
import { IActiveDirtyManagerService } from '@univerjs/preset-sheets-core';
import { onExecuted, type GridSession } from './session';

/** A table was made, also one that was saved with the workbook, or its area has changed. */
const AREA_SET = 'formula.mutation.set-super-table';

interface AreaSet {
  readonly params: { readonly tableName: string };
}

/** What a command makes dirty. */
interface DirtyManager {
  get(id: string): { getDirtyData(command: AreaSet): { readonly dirtyRanges?: unknown } } | undefined;
  register(id: string, conversion: object): void;
}

/**
 * To be called before the workbook's formulas are first calculated. The engine keeps what it has read of a formula by the formula's text, the cells of its tables included; when a table has grown, it
 * reads the formula anew, and does not keep that. So formulas with a reference to a table are given another text after each change of
 * a table's area: one with a space more at its end.
 *
 * @returns tells those spaces
 */
export function followTableAreas(session: GridSession): () => string {
  let changes = 0;
  onExecuted(session, ({ id }) => (changes += id === AREA_SET ? 1 : 0));
  calculateOnlyAfterChanges(session);
  return () => ' '.repeat(changes % MOST_SPACES);
}

/** The engine keeps some thousand formulas, and by then has forgotten the first. */
const MOST_SPACES = 1_000;

/** A table that comes with a saved workbook, or is made, has no formula that waited for it: nothing is calculated when it is opened. */
function calculateOnlyAfterChanges(session: GridSession): void {
  const manager = session.injector.get(IActiveDirtyManagerService) as unknown as DirtyManager;
  const known = new Set<string>();
  const given = manager.get(AREA_SET);
  if (given === undefined) {
    throw new Error('The engine no longer says what a change of a table makes dirty.');
  }
  manager.register(AREA_SET, {
    ...given,
    getDirtyData: (command: AreaSet) => {
      const dirty = given.getDirtyData(command);
      const isNew = !known.has(command.params.tableName);
      known.add(command.params.tableName);
      return isNew ? { ...dirty, dirtyRanges: [] } : dirty;
    },
  });
}
