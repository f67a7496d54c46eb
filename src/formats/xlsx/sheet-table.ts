import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { BytesListener, Cell, RowListener, RowProblemListener, TextTable } from '../file/text-table';
import { scanEntry } from '../xml/scan-entry';
import type { Zip } from '../zip/zip';
import { cellValue, isBlankCell, type CellContext } from './cell-value';
import { findHeader, HEADER_ROWS, type FirstRow, type Header } from './find-header';
import { sheetScanner } from './sheet-scanner';
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
  const { rows, lacksResults } = await firstRows(zip, sheet, context);
  const header = rows.length === 0 ? null : findHeader(rows);
  if (header === null) {
    return null;
  }
  if (header.firstColumn + header.names.length > LIMITS.columns) {
    throw new FileProblem(fileMessages.tooManyColumns(LIMITS.columns, `Sheet "${sheet.name}"`));
  }
  let hidden = 0;
  const table: TextTable = {
    name: sheet.name,
    header: header.names,
    notation: 'written',
    noticesOfRows: () => (hidden === 0 ? [] : [fileMessages.hiddenRows(sheet.name, hidden)]),
    readRows: async (columns, each, progress, rowProblem) => {
      hidden = 0;
      const onHidden = (): void => {
        hidden += 1;
      };
      await readRows(zip, sheet, context, header, columns, { each, progress, rowProblem, onHidden });
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

async function firstRows(
  zip: Zip,
  sheet: SheetPart,
  context: CellContext,
): Promise<{ rows: FirstRow[]; lacksResults: boolean }> {
  const rows: FirstRow[] = [];
  let ordinal = 0;
  let cells: Cell[] = [];
  let line = 0;
  let lacksResults = false;
  const scanner = sheetScanner(sheet.name, {
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
  return { rows, lacksResults };
}

/** A wrong cell is shown as far as it helps to find it. */
const SHOWN_CHARACTERS = 60;

interface ReadListeners {
  readonly each: RowListener;
  readonly progress: BytesListener | undefined;
  readonly rowProblem: RowProblemListener | undefined;
  /** Hears of each row that the sheet hides. */
  readonly onHidden: () => void;
}

const HIDDEN = /\shidden="(?:1|true)"/;

async function readRows(
  zip: Zip,
  sheet: SheetPart,
  context: CellContext,
  header: Header,
  columns: readonly number[],
  { each, progress, rowProblem, onHidden }: ReadListeners,
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
      if (isHidden) {
        onHidden();
      }
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
