import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type {
  BytesListener,
  Cell,
  RowAtHand,
  RowListener,
  RowProblemListener,
  Shown,
  TextTable,
} from '../file/text-table';
import { attributesOf, isOn, wholeNumber } from '../xml/attributes';
import { scanEntry } from '../xml/scan-entry';
import type { Zip } from '../zip/zip';
import { cellValue, isBlankCell, type CellContext } from './cell-value';
import { findHeader, HEADER_ROWS, type FirstRow, type Header } from './find-header';
import { sheetScanner } from './sheet-scanner';
import { NOTHING_SHOWN } from './shown-with';
import { declaredTotals, totalsLines } from './declared-totals';
import type { SheetPart } from './workbook-parts';

/** A worksheet as a table. */
export interface SheetTable {
  readonly table: TextTable;
  /** Of the sheet, unpacked. */
  readonly bytes: number;
  readonly isVisible: boolean;
  /** Among the first rows is a formula whose result was not saved. */
  readonly lacksResults: boolean;
  /** Its header has two rows. */
  readonly hasTwoRows: boolean;
}

/** Looks at a sheet's first rows; null if it has none with content. */
export async function sheetTable(zip: Zip, sheet: SheetPart, context: CellContext): Promise<SheetTable | null> {
  const { rows, lacksResults, hiddenColumns } = await firstRows(zip, sheet, context);
  const header = rows.length === 0 ? null : findHeader(rows);
  if (header === null) {
    return null;
  }
  if (header.firstColumn + header.names.length > LIMITS.columns) {
    throw new FileProblem(fileMessages.tooManyColumns(LIMITS.columns, `Sheet "${sheet.name}"`));
  }
  const totals = totalsLines(await declaredTotals(zip, sheet), header);
  const atHand = new SheetRow(totals);
  let hidden = 0;
  const table: TextTable = {
    name: sheet.name,
    header: header.names,
    notation: 'written',
    ...aboveOf(rows, header),
    atHand,
    hiddenColumns: header.names.filter((_, at) => isWithin(header.firstColumn + at, hiddenColumns)),
    noticesOfRows: () => (hidden === 0 ? [] : [fileMessages.hiddenRows(sheet.name, hidden)]),
    readRows: async (columns, each, progress, rowProblem) => {
      hidden = 0;
      const onHidden = (isHidden: boolean): void => {
        hidden += isHidden ? 1 : 0;
      };
      await readRows(zip, sheet, context, header, columns, { each, progress, rowProblem, onHidden, atHand });
    },
  };
  return {
    table,
    bytes: sheet.entry.bytes,
    isVisible: sheet.state === 'visible',
    lacksResults,
    hasTwoRows: header.hasTwoRows,
  };
}

/** What the lines above the header say, if there are any. */
function aboveOf(rows: readonly FirstRow[], { ordinal, hasTwoRows }: Header): Pick<TextTable, 'above'> {
  const lines = rows
    .filter((row) => row.ordinal < ordinal)
    .map(({ cells }) => cells.filter((cell) => cell !== undefined));
  const above = (hasTwoRows ? lines.slice(0, -1) : lines).map((cells) => cells.map(String));
  return above.length > 0 ? { above } : {};
}

/** What is known of the row that is read. */
class SheetRow implements RowAtHand {
  /** By the columns of the header. */
  private readonly shown: Shown[] = [];
  isTotals = false;

  constructor(private readonly totals: ReadonlySet<number>) {}

  begin(line: number): void {
    this.shown.length = 0;
    this.isTotals = this.totals.has(line);
  }

  note(column: number, value: Cell, shown: Shown = NOTHING_SHOWN): void {
    if (typeof value === 'number') {
      this.shown[column] = shown;
    }
  }

  shownWith(column: number): Shown {
    return this.shown[column] ?? NOTHING_SHOWN;
  }
}

/** Columns from one to another, counted from 0. */
type ColumnRange = readonly [first: number, last: number];

function isWithin(column: number, ranges: readonly ColumnRange[]): boolean {
  return ranges.some(([first, last]) => column >= first && column <= last);
}

function hiddenRange(rawAttributes: string): ColumnRange[] {
  const attributes = attributesOf(rawAttributes);
  const first = wholeNumber(attributes.get('min'));
  const last = wholeNumber(attributes.get('max'));
  return isOn(attributes.get('hidden')) && first !== null && last !== null ? [[first - 1, last - 1]] : [];
}

async function firstRows(
  zip: Zip,
  sheet: SheetPart,
  context: CellContext,
): Promise<{ rows: FirstRow[]; lacksResults: boolean; hiddenColumns: readonly ColumnRange[] }> {
  const rows: FirstRow[] = [];
  const hiddenColumns: ColumnRange[] = [];
  let ordinal = 0;
  let cells: Cell[] = [];
  let line = 0;
  let lacksResults = false;
  const scanner = sheetScanner(sheet.name, {
    element(name, rawAttributes) {
      if (name === 'col') {
        hiddenColumns.push(...hiddenRange(rawAttributes));
      }
    },
    row(number) {
      ordinal += 1;
      line = number;
      cells = [];
    },
    wants: (column) => column <= LIMITS.columns && rows.length < HEADER_ROWS,
    cell(cell) {
      if (cell.formula !== null && cell.raw === '' && cell.type !== 'str') {
        lacksResults = true;
      }
      const value = cellValue(cell, context, sheet.name, line);
      if (!isBlankCell(value)) {
        cells[cell.column] = value;
      }
    },
    endRow() {
      if (cells.length > 0 && rows.length < HEADER_ROWS) {
        rows.push({ ordinal, cells });
      }
    },
  });
  await scanEntry(zip, sheet.entry, scanner, () => rows.length >= HEADER_ROWS);
  return { rows, lacksResults, hiddenColumns };
}

/** A wrong cell is shown as far as it helps to find it. */
const SHOWN_CHARACTERS = 60;

interface ReadListeners {
  readonly each: RowListener;
  readonly progress: BytesListener | undefined;
  readonly rowProblem: RowProblemListener | undefined;
  /** Hears of each row whether the sheet hides it. */
  readonly onHidden: (isHidden: boolean) => void;
  readonly atHand: SheetRow;
}

const HIDDEN = /\shidden="(?:1|true)"/;

async function readRows(
  zip: Zip,
  sheet: SheetPart,
  context: CellContext,
  header: Header,
  columns: readonly number[],
  { each, progress, rowProblem, onHidden, atHand }: ReadListeners,
): Promise<void> {
  const width = header.names.length;
  const asked = Array.from({ length: width }, (_, column) => columns.includes(column));
  const values = new Array<Cell>(width).fill('');
  const cells = new Array<Cell>(columns.length).fill('');
  let ordinal = 0;
  let line = 0;
  let blank = true;
  let surplus: Cell = '';
  let isHidden = false;
  const scanner = sheetScanner(sheet.name, {
    row(number, rawAttributes) {
      ordinal += 1;
      line = number;
      blank = true;
      surplus = '';
      isHidden = HIDDEN.test(rawAttributes);
      values.fill('');
      atHand.begin(number);
    },
    // A row counts if any of its cells has content, so the others are looked at until one has.
    wants(column) {
      const own = column - header.firstColumn;
      return ordinal > header.ordinal && (own < 0 || own >= width || blank || (asked[own] as boolean));
    },
    cell(cell) {
      const value = cellValue(cell, context, sheet.name, line);
      const own = cell.column - header.firstColumn;
      if (own < 0 || own >= width) {
        surplus = isBlankCell(value) || surplus !== '' ? surplus : value;
        return;
      }
      values[own] = value;
      atHand.note(own, value, context.shown[Number(cell.style)]);
      if (blank) {
        blank = isBlankCell(value);
      }
    },
    endRow() {
      if (surplus !== '') {
        tellSurplus(surplus, line, rowProblem);
        return;
      }
      if (blank) {
        return;
      }
      columns.forEach((column, at) => (cells[at] = values[column] ?? ''));
      onHidden(isHidden);
      each(cells, line);
    },
  });
  await scanEntry(zip, sheet.entry, scanner, undefined, progress);
}

/** A cell beside the table: without anyone to tell, the reading ends. */
function tellSurplus(surplus: Cell, line: number, rowProblem: RowProblemListener | undefined): void {
  const problem = fileMessages.cellBeyondHeader(String(surplus).slice(0, SHOWN_CHARACTERS));
  if (rowProblem === undefined) {
    throw new FileProblem(fileMessages.atLine(line, problem));
  }
  rowProblem(line, problem);
}
