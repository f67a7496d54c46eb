/**
 * The content of the open workbook, as it is carried to Excel: from the grid's own data to plain cells, tables and names.
 */
import type { ICellData, IStyleData, IWorksheetData, Nullable } from '@univerjs/core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import type { Area } from '../../formats/xlsx/address';
import { keyOfCell } from '../values/cell-ref';
import { isErrorCode, type CellValue } from '../values/cell-value';
import {
  PLAIN_STYLE,
  type CellContent,
  type CellStyle,
  type Extent,
  type SheetContent,
  type WorkbookContent,
} from '../values/content';
import { withSources } from '../values/chart';
import type { SavedGrid } from './grid';
import type { GridName } from './names';
import type { GridTable } from './tables';
import {
  CellKind,
  FIXED_ARRAY,
  HORIZONTAL,
  USUAL_COLUMN_WIDTH,
  USUAL_ROW_HEIGHT,
  VERTICAL,
  WRAPS,
} from './univer-codes';
import { toArea, type UniverRange } from './univer-range';

/** What the content is taken from. */
export interface ContentSources {
  readonly saved: SavedGrid;
  readonly tables: readonly GridTable[];
  readonly names: readonly GridName[];
  /** The formula of a cell; the grid keeps the formulas of a filled area only once. */
  formula(sheetId: string, row: number, column: number): string;
}

type Matrix<T> = Readonly<Record<string, Readonly<Record<string, T>> | undefined>>;
type Styled = { readonly s?: Nullable<IStyleData | string> } | undefined;

function* placesOf<T>(matrix: Matrix<T> | undefined): Generator<[row: number, column: number, item: T]> {
  for (const [row, items] of Object.entries(matrix ?? {})) {
    for (const [column, item] of Object.entries(items ?? {})) {
      yield [Number(row), Number(column), item];
    }
  }
}

function valueOf(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === null || value === undefined) {
    const paragraph = cell?.p?.body?.dataStream;
    return paragraph === undefined ? null : paragraph.replace(/\r\n$/, '');
  }
  if (cell?.t === CellKind.Boolean) {
    return value === true || Number(value) === 1;
  }
  if (typeof value === 'number' || cell?.t === CellKind.Number) {
    return value === '' ? null : Number(value);
  }
  const text = String(value);
  return cell?.t !== CellKind.ForcedText && isErrorCode(text) ? { error: text } : text;
}

function styleOf(style: IStyleData): CellStyle {
  const look = style as IStyleData & { readonly n?: { readonly pattern?: string } | null };
  return {
    numberFormat: look.n?.pattern || PLAIN_STYLE.numberFormat,
    isFormatOfResult: false,
    bold: look.bl === 1,
    italic: look.it === 1,
    size: look.fs ?? PLAIN_STYLE.size,
    color: look.cl?.rgb?.toUpperCase() ?? '',
    fill: look.bg?.rgb?.toUpperCase() ?? '',
    wrap: look.tb === WRAPS,
    horizontal: HORIZONTAL.find(([, code]) => code === look.ht)?.[0] ?? PLAIN_STYLE.horizontal,
    vertical: VERTICAL.find(([, code]) => code === look.vt)?.[0] ?? PLAIN_STYLE.vertical,
  };
}

function isPlain(style: CellStyle): boolean {
  return Object.entries(PLAIN_STYLE).every(([key, value]) => style[key as keyof CellStyle] === value);
}

/** The cells of one sheet. */
class SheetCells {
  private readonly cells = new Map<string, CellContent>();
  private readonly styles = new Map<string, CellStyle>();

  constructor(
    private readonly sheetId: string,
    private readonly sheet: Partial<IWorksheetData>,
    private readonly sources: ContentSources,
  ) {}

  list(): CellContent[] {
    for (const [row, column, cell] of placesOf(this.sheet.cellData as Matrix<Nullable<ICellData>>)) {
      this.add(row, column, cell, null);
    }
    this.addSpilled();
    return [...this.cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private add(row: number, column: number, cell: Nullable<ICellData>, spilled: Nullable<ICellData>): void {
    const hasFormula = Boolean(cell?.f || cell?.si);
    const formula = hasFormula ? this.sources.formula(this.sheetId, row, column) || (cell?.f ?? '') : '';
    const stored = valueOf(cell);
    const value = hasFormula || (stored !== null && stored !== '') ? stored : spilled ? valueOf(spilled) : null;
    const style = this.style(row, column, cell ?? undefined);
    if (value !== null || formula !== '' || !isPlain(style)) {
      const isFixed = formula !== '' && cell?.custom?.[FIXED_ARRAY] === formula;
      const kind = isFixed ? { isFixedArray: true } : {};
      this.cells.set(`${row}/${column}`, { row, column, value, formula, spill: null, ...kind, style });
    }
  }

  private addSpilled(): void {
    const { saved } = this.sources;
    const ranges = (saved.spilled?.arrayFormulaRange as Record<string, Matrix<UniverRange | null>> | undefined)?.[
      this.sheetId
    ];
    const values = (saved.spilled?.arrayFormulaCellData as Record<string, Matrix<ICellData>> | undefined)?.[
      this.sheetId
    ];
    for (const [row, column, range] of placesOf(ranges)) {
      const anchor = this.cells.get(`${row}/${column}`);
      const isBlocked = typeof anchor?.value === 'object' && anchor.value?.error === '#SPILL!';
      const area = range && toArea(range);
      if (anchor && anchor.formula !== '' && area && !isBlocked && area.rowCount * area.columnCount > 1) {
        this.cells.set(`${row}/${column}`, { ...anchor, spill: area });
        this.addFollowers(area, values);
      }
    }
  }

  private addFollowers(area: Area, values: Matrix<ICellData> | undefined): void {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        if (row !== area.row || column !== area.column) {
          this.add(row, column, this.sheet.cellData?.[row]?.[column], values?.[row]?.[column]);
        }
      }
    }
  }

  private style(row: number, column: number, cell: Styled): CellStyle {
    const parts = [this.sheet.columnData?.[column], this.sheet.rowData?.[row], cell].map((owner: Styled) => owner?.s);
    const composed = Object.assign({}, ...parts.map((style) => this.resolve(style))) as IStyleData;
    const key = JSON.stringify(composed);
    const plain = this.styles.get(key) ?? styleOf(composed);
    this.styles.set(key, plain);
    const applied = this.sources.saved.details?.appliedFormats[keyOfCell({ sheetId: this.sheetId, row, column })];
    return applied === plain.numberFormat && applied !== GENERAL ? { ...plain, isFormatOfResult: true } : plain;
  }

  private resolve(style: Nullable<IStyleData | string>): Nullable<IStyleData> {
    return typeof style === 'string' ? this.sources.saved.workbook.styles?.[style] : style;
  }
}

function extents(data: object | undefined, size: 'w' | 'h', usual: number): Extent[] {
  return Object.entries((data ?? {}) as Record<string, Partial<Record<'w' | 'h', number>> | null>)
    .map(([index, entry]): Extent => [Number(index), entry?.[size] ?? usual])
    .filter(([, pixels]) => pixels !== usual)
    .sort(([a], [b]) => a - b);
}

function hiddenPlaces(data: object | undefined): number[] {
  return Object.entries((data ?? {}) as Record<string, { readonly hd?: number } | null>)
    .filter(([, entry]) => entry?.hd === 1)
    .map(([index]) => Number(index))
    .sort((a, b) => a - b);
}

function sheetContent(sheetId: string, sheet: Partial<IWorksheetData>, sources: ContentSources): SheetContent {
  const { saved, tables } = sources;
  const defaultColumnWidth = sheet.defaultColumnWidth ?? USUAL_COLUMN_WIDTH;
  const defaultRowHeight = sheet.defaultRowHeight ?? USUAL_ROW_HEIGHT;
  return {
    name: sheet.name ?? sheetId,
    visibility: sheet.hidden !== 1 ? 'Visible' : saved.veryHiddenSheets.includes(sheetId) ? 'VeryHidden' : 'Hidden',
    cells: new SheetCells(sheetId, sheet, sources).list(),
    defaultColumnWidth,
    defaultRowHeight,
    columnWidths: extents(sheet.columnData, 'w', defaultColumnWidth),
    rowHeights: extents(sheet.rowData, 'h', defaultRowHeight),
    hiddenRows: hiddenPlaces(sheet.rowData),
    hiddenColumns: hiddenPlaces(sheet.columnData),
    frozenRows: sheet.freeze?.ySplit ?? 0,
    frozenColumns: sheet.freeze?.xSplit ?? 0,
    showsGridlines: sheet.showGridlines !== 0,
    tabColor: sheet.tabColor ?? '',
    merges: (sheet.mergeData ?? []).map(toArea),
    tables: tables
      .filter((table) => table.sheetId === sheetId)
      .map(({ name, area, style, extras }) => ({ name, area, style, ...(extras ? { extras } : {}) })),
    ...chartsOf(sheetId, saved),
    ...(saved.pageSetups?.[sheetId] ? { page: saved.pageSetups[sheetId] } : {}),
  };
}

/** The sheet's charts, which name sheets by their names. */
function chartsOf(sheetId: string, { charts = [], workbook }: SavedGrid): Pick<SheetContent, 'charts'> {
  const own = charts
    .filter((chart) => chart.sheetId === sheetId)
    .map(({ content }) =>
      withSources(content, ({ sheet, area }) => {
        const name = workbook.sheets?.[sheet]?.name;
        return name === undefined ? null : { sheet: name, area };
      }),
    );
  return own.length === 0 ? {} : { charts: own };
}

/** The workbook's content. */
export function workbookContent(sources: ContentSources): WorkbookContent {
  const { workbook, activeSheetId } = sources.saved;
  const order = (workbook.sheetOrder ?? []).filter((id) => workbook.sheets?.[id]);
  const { externalLinks } = sources.saved;
  return {
    sheets: order.map((id) => sheetContent(id, workbook.sheets?.[id] ?? {}, sources)),
    activeSheet: Math.max(0, order.indexOf(activeSheetId ?? '')),
    names: sources.names.flatMap(({ name, formula, comment, sheetId, isHidden }) => {
      const sheet = sheetId === null ? null : order.indexOf(sheetId);
      const scope = sheet === null ? {} : { sheet };
      return sheet === -1 ? [] : [{ name, formula, comment, ...scope, ...(isHidden ? { isHidden } : {}) }];
    }),
    ...(externalLinks ? { externalLinks } : {}),
  };
}
