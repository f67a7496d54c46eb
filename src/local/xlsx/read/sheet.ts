/**
 * One sheet of a file.
 */
import { contains, parseAddress, type Area } from '../../address';
import { isErrorCode, type CellValue } from '../../values/cell-value';
import { PLAIN_STYLE, type CellContent, type CellStyle, type Extent } from '../content';
import type { FunctionNames } from '../function-names';
import { showsDate } from '../number-formats';
import { callsAddin, readFormula } from '../read-formula';
import { shiftFormula } from '../shared-formula';
import { unescapeCharacters } from '../xml-text';
import { XlsxProblem } from '../xlsx-problem';
import { readColor } from './colors';
import { isYes, readXml, wholeNumber, type Attributes } from './xml-events';

/** What the sheets of one file share. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly theme: readonly string[];
  readonly names: FunctionNames;
  /** Days count from 1904, as old Excel for Mac counted them. */
  readonly countsFrom1904: boolean;
}

/** A sheet without what stands in other parts: its name, visibility and tables. */
export interface ReadSheet {
  readonly cells: readonly CellContent[];
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly columnWidths: readonly Extent[];
  readonly rowHeights: readonly Extent[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showsGridlines: boolean;
  readonly tabColor: string;
  readonly merges: readonly Area[];
}

const DIGIT_PX = 7;
/** What Excel shows where a sheet says nothing. */
const EXCEL_COLUMN_WIDTH = 64;
const EXCEL_ROW_HEIGHT = 20;
const PX_PER_POINT = 96 / 72;
const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** A grid in a page holds no more; Excel's own limit is far higher. */
const MOST_CELLS = 2_000_000;
const MOST_MERGES = 10_000;
/** Widths are given for runs of columns, often up to the last one. */
const MOST_COLUMNS_WITH_WIDTH = 1_000;

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string | null;
  inline: string;
  formula: string | null;
  formulaAttributes: Attributes | null;
}

class SheetReader {
  public readonly cells: CellContent[] = [];
  public readonly columnWidths: Extent[] = [];
  public readonly rowHeights: Extent[] = [];
  public readonly merges: Area[] = [];
  public defaultColumnWidth = EXCEL_COLUMN_WIDTH;
  public defaultRowHeight = EXCEL_ROW_HEIGHT;
  public frozenRows = 0;
  public frozenColumns = 0;
  public showsGridlines = true;
  public tabColor = '';
  private readonly sharedFormulas = new Map<string, SharedFormula>();
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  private isReading = false;

  public constructor(private readonly shared: SharedParts) {}

  public opened(name: string, attributes: Attributes): void {
    switch (name) {
      case 'c':
        this.openCell(attributes);
        break;
      case 'f':
        if (this.cell) {
          this.cell.formulaAttributes = attributes;
        }
        break;
      case 'row':
        this.openRow(attributes);
        break;
      case 'rPh':
        this.isReading = true;
        break;
      case 'col':
        this.takeColumns(attributes);
        break;
      case 'sheetFormatPr':
        this.takeDefaults(attributes);
        break;
      case 'sheetView':
        this.showsGridlines = !['0', 'false'].includes(attributes.get('showGridLines') ?? '');
        break;
      case 'pane':
        if (attributes.get('state')?.startsWith('frozen')) {
          this.frozenRows = wholeNumber(attributes.get('ySplit')) ?? 0;
          this.frozenColumns = wholeNumber(attributes.get('xSplit')) ?? 0;
        }
        break;
      case 'tabColor':
        this.tabColor = readColor(attributes, this.shared.theme);
        break;
      case 'mergeCell': {
        const area = parseAddress(attributes.get('ref') ?? '')?.area;
        if (area && this.merges.length < MOST_MERGES) {
          this.merges.push(area);
        }
        break;
      }
    }
  }

  public closed(name: string, text: string): void {
    const { cell } = this;
    if (name === 'rPh') {
      this.isReading = false;
    } else if (cell) {
      if (name === 'v') {
        cell.value = text;
      } else if (name === 't' && !this.isReading) {
        cell.inline += text;
      } else if (name === 'f') {
        cell.formula = text;
      } else if (name === 'c') {
        this.closeCell(cell);
        this.cell = null;
      }
    }
  }

  private openRow(attributes: Attributes): void {
    const number = wholeNumber(attributes.get('r'));
    this.row = number === null ? this.row + 1 : number - 1;
    this.column = -1;
    const points = Number(attributes.get('ht'));
    if (points > 0 && isYes(attributes.get('customHeight'))) {
      this.rowHeights.push([this.row, Math.round(points * PX_PER_POINT)]);
    }
  }

  private openCell(attributes: Attributes): void {
    const stated = parseAddress(attributes.get('r') ?? '')?.area;
    const row = stated?.row ?? this.row;
    const column = stated?.column ?? this.column + 1;
    this.column = column;
    if (this.cells.length >= MOST_CELLS) {
      throw new XlsxProblem(`This file is too large: it has more than ${MOST_CELLS.toLocaleString('en')} cells on one sheet. Save the rows you need as a workbook of their own and open that.`);
    }
    this.cell = {
      row: Math.max(0, row),
      column,
      type: attributes.get('t') ?? 'n',
      style: this.shared.styles[wholeNumber(attributes.get('s')) ?? 0] ?? PLAIN_STYLE,
      value: null,
      inline: '',
      formula: null,
      formulaAttributes: null,
    };
  }

  private closeCell(cell: OpenCell): void {
    const stored = cell.formulaAttributes ? this.formulaText(cell) : null;
    const formula = stored === null ? null : readFormula(stored, this.shared.names);
    const read = this.value(cell);
    // The result of a formula that was never calculated, or waited when the file was saved, is not known.
    const value = formula !== null && isWaiting(read) ? null : read;
    // Only the add-in's own results bring formats; elsewhere a format without its mark is simply a format.
    const isOfResult = cell.style.isFormatOfResult && stored !== null && callsAddin(stored);
    const style = isOfResult === cell.style.isFormatOfResult ? cell.style : { ...cell.style, isFormatOfResult: false };
    this.cells.push({ row: cell.row, column: cell.column, value, formula: formula ?? '', spill: formula === null ? null : spillOf(cell), style });
  }

  private formulaText(cell: OpenCell): string | null {
    const { formula, formulaAttributes } = cell;
    if (formulaAttributes?.get('t') === 'dataTable') {
      return null;
    }
    if (formulaAttributes?.get('t') === 'shared') {
      const id = formulaAttributes.get('si') ?? '';
      if (formula) {
        this.sharedFormulas.set(id, { text: formula, row: cell.row, column: cell.column });
      } else {
        const first = this.sharedFormulas.get(id);
        return first ? shiftFormula(first.text, cell.row - first.row, cell.column - first.column) : null;
      }
    }
    return formula || null;
  }

  private value({ type, value, inline, style }: OpenCell): CellValue {
    switch (type) {
      case 's':
        return value === null ? null : (this.shared.strings[wholeNumber(value) ?? -1] ?? '');
      case 'inlineStr':
        return unescapeCharacters(inline);
      case 'str':
        return unescapeCharacters(value ?? '');
      case 'b':
        return value === null ? null : isYes(value.trim());
      case 'e':
        return isErrorCode(value) ? { error: value } : { error: '#VALUE!' };
      case 'd': {
        const time = Date.parse(value ?? '');
        return Number.isNaN(time) ? (value ?? null) : (time - EPOCH) / MS_PER_DAY;
      }
      default:
        return value === null || value.trim() === '' ? null : this.number(value, style);
    }
  }

  private number(text: string, style: CellStyle): CellValue {
    const number = Number(text);
    if (!Number.isFinite(number)) {
      return text;
    }
    return this.shared.countsFrom1904 && showsDate(style.numberFormat) ? number + DAYS_TO_1904 : number;
  }

  private takeColumns(attributes: Attributes): void {
    const first = wholeNumber(attributes.get('min'));
    const last = wholeNumber(attributes.get('max'));
    const width = Number(attributes.get('width'));
    const isHidden = isYes(attributes.get('hidden'));
    if (first === null || last === null || !(width > 0) || isHidden) {
      return;
    }
    for (let column = Math.max(0, first - 1); column < Math.min(last, MOST_COLUMNS_WITH_WIDTH); column += 1) {
      this.columnWidths.push([column, Math.round(width * DIGIT_PX)]);
    }
  }

  private takeDefaults(attributes: Attributes): void {
    const width = Number(attributes.get('defaultColWidth'));
    const points = Number(attributes.get('defaultRowHeight'));
    this.defaultColumnWidth = width > 0 ? Math.round(width * DIGIT_PX) : EXCEL_COLUMN_WIDTH;
    this.defaultRowHeight = points > 0 ? Math.round(points * PX_PER_POINT) : EXCEL_ROW_HEIGHT;
  }
}

function isWaiting(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && (value.error === '#GETTING_DATA' || value.error === '#BUSY!');
}

/** What an array formula covers; null where that is its own cell only. */
function spillOf({ row, column, formulaAttributes }: OpenCell): Area | null {
  const area = formulaAttributes?.get('t') === 'array' ? parseAddress(formulaAttributes.get('ref') ?? '')?.area : undefined;
  const isOwn = area?.row === row && area.column === column && contains(area, { row, column, rowCount: 1, columnCount: 1 });
  return area && isOwn && area.rowCount * area.columnCount > 1 ? area : null;
}

/** Reads the sheet's part. */
export function readSheet(part: string, xml: string, shared: SharedParts): ReadSheet {
  const reader = new SheetReader(shared);
  readXml(part, xml, {
    opened: (name, attributes) => reader.opened(name, attributes),
    closed: (name, text) => reader.closed(name, text),
  });
  return { ...pick(reader), cells: inOrder(reader.cells) };
}

function pick({ defaultColumnWidth, defaultRowHeight, columnWidths, rowHeights, frozenRows, frozenColumns, showsGridlines, tabColor, merges }: SheetReader): Omit<ReadSheet, 'cells'> {
  return { defaultColumnWidth, defaultRowHeight, columnWidths, rowHeights, frozenRows, frozenColumns, showsGridlines, tabColor, merges };
}

/** Files that other programs wrote may name cells in any order, or twice: the last counts. */
function inOrder(cells: readonly CellContent[]): CellContent[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
