import { attributesOf, wholeNumber } from '../xml/attributes';
import { scanHeldEntry } from '../xml/scan-entry';
import { findEntry, type Zip } from '../zip/zip';
import { parseAddress } from './address';
import type { Header } from './find-header';
import { readRelationships } from './relationships';
import type { SheetPart } from './workbook-parts';

/** Rows of totals that a table on a sheet declares. */
export interface DeclaredTotals {
  /** As the sheet numbers them. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Counted from 0. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The rows of totals of the tables on a sheet, whatever they are called. */
export async function declaredTotals(zip: Zip, sheet: SheetPart): Promise<readonly DeclaredTotals[]> {
  const found: DeclaredTotals[] = [];
  for (const { kind, part } of await readRelationships(zip, sheet.entry.name)) {
    const entry = kind === 'table' ? findEntry(zip, part) : undefined;
    if (entry !== undefined) {
      await scanHeldEntry(zip, entry, {
        open: (name, rawAttributes) => {
          found.push(...(name === 'table' ? totalsOf(rawAttributes) : []));
        },
      });
    }
  }
  return found;
}

function totalsOf(rawAttributes: string): DeclaredTotals[] {
  const attributes = attributesOf(rawAttributes);
  const rows = wholeNumber(attributes.get('totalsRowCount')) ?? 0;
  const area = parseAddress(attributes.get('ref') ?? '')?.area;
  if (rows < 1 || area === undefined) {
    return [];
  }
  const lastLine = area.row + area.rowCount;
  const lastColumn = area.column + area.columnCount - 1;
  return [{ firstLine: lastLine - rows + 1, lastLine, firstColumn: area.column, lastColumn }];
}

/** Few tables have more than one such row, and none has many. */
const MOST_LINES = 10;

/** The lines of totals below a table that has some of the columns below this header. */
export function totalsLines(
  totals: readonly DeclaredTotals[],
  { firstColumn, names }: Pick<Header, 'firstColumn' | 'names'>,
): ReadonlySet<number> {
  const lastColumn = firstColumn + names.length - 1;
  const own = totals.filter((one) => one.firstColumn <= lastColumn && one.lastColumn >= firstColumn);
  return new Set(
    own.flatMap(({ firstLine, lastLine }) =>
      Array.from({ length: Math.min(lastLine - firstLine + 1, MOST_LINES) }, (_, at) => lastLine - at),
    ),
  );
}
