/**
 * One sheet of a file.
 */
import { FileProblem } from '../../../../formats/file/file-problem';
import { cellArea, cellCount, isOnSheet, parseAddress, type Area } from '../../../../formats/xlsx/address';
import { readColor } from '../../../../formats/xlsx/colors';
import { sheetScanner, type SheetListener, type WrittenCell } from '../../../../formats/xlsx/sheet-scanner';
import type { SheetPart } from '../../../../formats/xlsx/workbook-parts';
import { attributesOf, isOn, wholeNumber, type Attributes } from '../../../../formats/xml/attributes';
import { scanEntry } from '../../../../formats/xml/scan-entry';
import type { XmlListener } from '../../../../formats/xml/xml-scanner';
import type { Zip } from '../../../../formats/zip/zip';
import type { CellContent, Extent, SheetContent } from '../../../values/content';
import type { FunctionNames } from '../formula/function-names';
import { callsAddin } from '../formula/read-formula';
import { PageReader } from '../page/read-page';
import { readCell, type CellPlace, type SharedFormulas, type SharedParts } from './cell';

/** A sheet without what stands in other parts. */
export type ReadSheet = Omit<SheetContent, 'name' | 'visibility' | 'tables' | 'charts'>;

/** What the workbook's names say of how the sheet is printed; empty if they say nothing. */
export interface PrintNames {
  readonly area: string;
  readonly titles: string;
}

const DIGIT_PX = 7;
/** What Excel shows where a sheet says nothing. */
const EXCEL_COLUMN_WIDTH = 64;
const EXCEL_ROW_HEIGHT = 20;
const PX_PER_POINT = 96 / 72;
/** A grid in a page holds no more; Excel's own limit is far higher. */
const MOST_CELLS = 2_000_000;
const MOST_MERGES = 10_000;
const LARGEST_MERGE = 100_000;
const MOST_FROZEN = 1_000;
/** Widths are given for runs of columns, often up to the last one. */
const MOST_COLUMNS_WITH_WIDTH = 1_000;

class SheetReader implements SheetListener {
  readonly cells: CellContent[] = [];
  readonly columnWidths: Extent[] = [];
  readonly rowHeights: Extent[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  readonly merges: Area[] = [];
  defaultColumnWidth = EXCEL_COLUMN_WIDTH;
  defaultRowHeight = EXCEL_ROW_HEIGHT;
  frozenRows = 0;
  frozenColumns = 0;
  showsGridlines = true;
  tabColor = '';
  private readonly sharedFormulas: SharedFormulas = new Map();
  private place: CellPlace = { row: 0, column: -1 };

  constructor(private readonly shared: SharedParts) {}

  element(name: string, raw: string): void {
    switch (name) {
      case 'col':
        this.takeColumns(attributesOf(raw));
        break;
      case 'sheetFormatPr':
        this.takeDefaults(attributesOf(raw));
        break;
      case 'sheetView':
        this.showsGridlines = !['0', 'false'].includes(attributesOf(raw).get('showGridLines') ?? '');
        break;
      case 'pane':
        this.takePane(attributesOf(raw));
        break;
      case 'tabColor':
        this.tabColor = readColor(attributesOf(raw), this.shared.theme);
        break;
      case 'mergeCell':
        this.takeMerge(attributesOf(raw));
        break;
    }
  }

  row(line: number, raw: string): void {
    this.place = { row: line - 1, column: -1 };
    if (!raw.includes('customHeight') && !raw.includes('hidden')) {
      return;
    }
    const attributes = attributesOf(raw);
    if (isOn(attributes.get('hidden'))) {
      this.hiddenRows.push(line - 1);
    }
    const points = Number(attributes.get('ht'));
    if (points > 0 && isOn(attributes.get('customHeight'))) {
      this.rowHeights.push([line - 1, Math.round(points * PX_PER_POINT)]);
    }
  }

  wants(): boolean {
    return true;
  }

  cell(cell: WrittenCell): void {
    const stated = parseAddress(cell.reference)?.area;
    this.place = { row: stated?.row ?? this.place.row, column: stated?.column ?? this.place.column + 1 };
    if (!isOnSheet(cellArea(this.place.row, this.place.column))) {
      return;
    }
    if (this.cells.length >= MOST_CELLS) {
      throw new FileProblem(
        `This file is too large: it has more than ${MOST_CELLS.toLocaleString('en')} cells on one sheet. Save the rows you need as a workbook of their own and open that.`,
      );
    }
    this.cells.push(readCell(cell, this.place, this.shared, this.sharedFormulas));
  }

  private takePane(attributes: Attributes): void {
    if (attributes.get('state')?.startsWith('frozen')) {
      this.frozenRows = Math.min(MOST_FROZEN, wholeNumber(attributes.get('ySplit')) ?? 0);
      this.frozenColumns = Math.min(MOST_FROZEN, wholeNumber(attributes.get('xSplit')) ?? 0);
    }
  }

  private takeMerge(attributes: Attributes): void {
    const area = parseAddress(attributes.get('ref') ?? '')?.area;
    if (area && this.merges.length < MOST_MERGES && cellCount(area) <= LARGEST_MERGE) {
      this.merges.push(area);
    }
  }

  private takeColumns(attributes: Attributes): void {
    const first = wholeNumber(attributes.get('min'));
    const last = wholeNumber(attributes.get('max'));
    const width = Number(attributes.get('width'));
    const isHidden = isOn(attributes.get('hidden'));
    if (first === null || last === null) {
      return;
    }
    for (let column = Math.max(0, first - 1); column < Math.min(last, MOST_COLUMNS_WITH_WIDTH); column += 1) {
      const pixels = Math.round(width * DIGIT_PX);
      if (pixels > 0 && pixels !== this.defaultColumnWidth) {
        this.columnWidths.push([column, pixels]);
      }
      if (isHidden) {
        this.hiddenColumns.push(column);
      }
    }
  }

  private takeDefaults(attributes: Attributes): void {
    const width = Number(attributes.get('defaultColWidth'));
    const points = Number(attributes.get('defaultRowHeight'));
    this.defaultColumnWidth = width > 0 ? Math.round(width * DIGIT_PX) : EXCEL_COLUMN_WIDTH;
    this.defaultRowHeight = points > 0 ? Math.round(points * PX_PER_POINT) : EXCEL_ROW_HEIGHT;
  }
}

/** Reads the sheet's part. */
export async function readSheet(
  zip: Zip,
  { name, entry }: SheetPart,
  shared: SharedParts,
  { area, titles }: PrintNames,
): Promise<ReadSheet> {
  const page = new PageReader();
  const reader = new SheetReader(shared);
  await scanEntry(zip, entry, both(sheetScanner(name, reader), page));
  const setup = page.setup(area, titles);
  return {
    ...pick(reader),
    ...(setup ? { page: setup } : {}),
    cells: withMarksOfResults(withBoundedSpills(inOrder(reader.cells)), shared.names),
  };
}

/** Two that hear the same part. */
function both(one: XmlListener, other: Required<XmlListener>): XmlListener {
  return {
    open: (name, raw) => {
      one.open(name, raw);
      other.open(name, raw);
    },
    text: (raw) => {
      one.text?.(raw);
      other.text(raw);
    },
    close: (name) => {
      one.close?.(name);
      other.close(name);
    },
  };
}

function pick({
  defaultColumnWidth,
  defaultRowHeight,
  columnWidths,
  rowHeights,
  hiddenRows,
  hiddenColumns,
  frozenRows,
  frozenColumns,
  showsGridlines,
  tabColor,
  merges,
}: SheetReader): Omit<ReadSheet, 'cells'> {
  return {
    defaultColumnWidth,
    defaultRowHeight,
    columnWidths,
    rowHeights,
    hiddenRows,
    hiddenColumns,
    frozenRows,
    frozenColumns,
    showsGridlines,
    tabColor,
    merges,
  };
}

/** Files that other programs wrote may name cells in any order, or twice: the last counts. */
function inOrder(cells: readonly CellContent[]): CellContent[] {
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function keyOf(row: number, column: number): string {
  return `${row}/${column}`;
}

/** What formulas cover adds up to no more than a sheet may hold; beyond that a result stays in its own cell. */
function withBoundedSpills(cells: readonly CellContent[]): CellContent[] {
  let left = MOST_CELLS;
  return cells.map((cell) => {
    const covered = cell.spill ? cellCount(cell.spill) : 0;
    if (covered > left) {
      return { ...cell, spill: null };
    }
    left -= covered;
    return cell;
  });
}

/** Only results of the add-in bring formats: on all other cells a format without its mark is simply a format. */
function withMarksOfResults(cells: readonly CellContent[], names: FunctionNames): CellContent[] {
  const results = new Set<string>();
  for (const { row, column, formula, spill, style } of cells) {
    if (formula !== '' && (spill || style.isFormatOfResult) && callsAddin(formula, names)) {
      const { rowCount, columnCount } = spill ?? { rowCount: 1, columnCount: 1 };
      for (let place = 0; place < rowCount * columnCount; place += 1) {
        results.add(keyOf(row + Math.floor(place / columnCount), column + (place % columnCount)));
      }
    }
  }
  return cells.map((cell) =>
    cell.style.isFormatOfResult && !results.has(keyOf(cell.row, cell.column))
      ? { ...cell, style: { ...cell.style, isFormatOfResult: false } }
      : cell,
  );
}
