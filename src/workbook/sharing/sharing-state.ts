import { ailingCell, ailmentOf, type AilingCell } from './repair';
import { readAllFigures } from './figures';
import type { ReadBook } from '../book/current-book';
import { runWhenNotEditing } from '../host/excel-run';
import { protectedSheets } from '../host/protected-sheets';
import { unwatchedTables } from '../watch/watch-cells';
import { SOURCES_SHEET } from './sources-sheet';

/** What there is to know before a workbook is given away. */
export interface SharingState {
  /** Sheets with figures, each with how many. */
  readonly sheets: readonly { readonly name: string; readonly figures: number }[];
  /** The sheet that the user is on, with figures or without. */
  readonly activeSheet: string;
  readonly ailing: readonly AilingCell[];
  /** Tables whose changes Excel does not tell of: their watch cell is missing. */
  readonly unwatched: readonly string[];
  /** Of the sheets with figures, the protected ones. */
  readonly protectedSheets: readonly string[];
  readonly hasSources: boolean;
}

/**
 * Looks, and writes nothing.
 *
 * @param tables as they were read
 */
export async function readSharingState(tables: ReadBook['tables']): Promise<SharingState> {
  return runWhenNotEditing(async (context) => {
    const figures = await readAllFigures(context);
    const locked = await protectedSheets(context);
    const sources = context.workbook.worksheets.getItemOrNullObject(SOURCES_SHEET);
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    const counts = new Map<string, number>();
    for (const { sheet } of figures) {
      counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
    }
    return {
      sheets: [...counts].map(([name, count]) => ({ name, figures: count })),
      activeSheet: active.name,
      unwatched: await unwatchedTables(context, tables),
      ailing: figures.filter((figure) => ailmentOf(figure) !== null).map(ailingCell),
      protectedSheets: [...counts.keys()].filter((name) => locked.has(name)),
      hasSources: !sources.isNullObject,
    };
  });
}
