/**
 * Formulas that refer to a table follow its area.
 */
import { IFormulaCurrentConfigService } from '@univerjs/preset-sheets-core';
import { onExecuted, type GridSession } from './session';

/** A table was made, or its area has changed. */
export const TABLE_AREA_CHANGED = 'formula.mutation.set-super-table';

type FormulasOfUnits = Record<
  string,
  Record<string, Record<string, Record<string, { f: string } | null> | undefined> | null> | null
>;

/**
 * The engine keeps what it has read of a formula by the formula's text, the cells of its tables included; when a table has grown, it
 * reads the formula anew, and does not keep that. So formulas with a reference to a table are given another text after each change of
 * a table's area: one with a space more at its end.
 */
export function followTableAreas(session: GridSession): void {
  let changes = 0;
  onExecuted(session, ({ id }) => (changes += id === TABLE_AREA_CHANGED ? 1 : 0));
  const config = session.injector.get(IFormulaCurrentConfigService) as unknown as {
    load(data: { readonly formulaData: FormulasOfUnits }): void;
  };
  const load = config.load.bind(config);
  config.load = (data) => {
    for (const rows of Object.values(data.formulaData[session.unitId] ?? {})) {
      for (const cells of Object.values(rows ?? {})) {
        for (const [column, item] of Object.entries(cells ?? {})) {
          if (cells && item?.f.includes('[')) {
            cells[column] = { ...item, f: item.f + ' '.repeat(changes % MOST_SPACES) };
          }
        }
      }
    }
    load(data);
  };
}

/** The engine keeps some thousand formulas, and by then has forgotten the first. */
const MOST_SPACES = 1_000;
