/**
 * From a workbook's content to the grid's own data, as if it had been saved here: nothing is calculated when it is opened,
 * except formulas that have no result.
 */
import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import type { Area } from '../../formats/xlsx/address';
import { isCellError, isErrorCode, type CellValue } from '../values/cell-value';
import {
  PLAIN_STYLE,
  type CellContent,
  type CellStyle,
  type Extent,
  type NameContent,
  type SheetContent,
  type TableExtras,
  type WorkbookContent,
} from '../values/content';
import { withSources } from '../values/chart';
import type { SavedCharts } from './charts';
import type { SavedGrid } from './grid';
import {
  CellKind,
  FIXED_ARRAY,
  HORIZONTAL,
  INITIAL_COLUMNS,
  INITIAL_ROWS,
  SPARE_COLUMNS,
  SPARE_ROWS,
  TABLE_THEME,
  VERTICAL,
  WHOLE_WORKBOOK,
  WRAPS,
} from './univer-codes';
import { toUniverRange } from './univer-range';

type Rows<T> = Record<number, Record<number, T>>;
type Sheets<T> = Record<string, Rows<T>>;

function valueData(value: CellValue): ICellData {
  if (value === null) {
    return {};
  }
  if (isCellError(value)) {
    return { v: value.error, t: CellKind.Text };
  }
  if (typeof value === 'boolean') {
    return { v: value ? 1 : 0, t: CellKind.Boolean };
  }
  return typeof value === 'number'
    ? { v: value, t: CellKind.Number }
    : { v: value, t: isErrorCode(value) ? CellKind.ForcedText : CellKind.Text };
}

function codeOf<T>(codes: readonly (readonly [T, number])[], name: T): number | undefined {
  return codes.find(([known]) => known === name)?.[1];
}

function styleData(style: CellStyle): IStyleData {
  const horizontal = codeOf(HORIZONTAL, style.horizontal);
  const vertical = style.vertical === PLAIN_STYLE.vertical ? undefined : codeOf(VERTICAL, style.vertical);
  return {
    ...(style.numberFormat === PLAIN_STYLE.numberFormat ? {} : { n: { pattern: style.numberFormat } }),
    ...(style.bold ? { bl: 1 } : {}),
    ...(style.italic ? { it: 1 } : {}),
    ...(style.size === PLAIN_STYLE.size ? {} : { fs: style.size }),
    ...(style.color === '' ? {} : { cl: { rgb: style.color } }),
    ...(style.fill === '' ? {} : { bg: { rgb: style.fill } }),
    ...(style.wrap ? { tb: WRAPS } : {}),
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    ...(vertical === undefined ? {} : { vt: vertical }),
  } as IStyleData;
}

/** Gathers what the grid keeps of all sheets together. */
class OpenedWorkbook {
  private readonly styles: Record<string, IStyleData> = {};
  private readonly styleIds = new Map<string, string>();
  private readonly spillRanges: Sheets<object> = {};
  private readonly spillCells: Sheets<ICellData> = {};
  private readonly appliedFormats: Record<string, string> = {};
  private readonly tableStyles: Record<string, string> = {};
  private readonly tableExtras: Record<string, TableExtras> = {};
  private readonly tableResource: Record<string, { tables: object[] }> = {};

  save(content: WorkbookContent): SavedGrid {
    const ids = content.sheets.map((_, index) => `sheet-${index + 1}`);
    const sheets = Object.fromEntries(
      content.sheets.map((sheet, index) => [ids[index] ?? '', this.sheet(ids[index] ?? '', sheet)]),
    );
    const names = content.names.map((name, index) => {
      const id = `name-${index + 1}`;
      return [id, nameData(id, name, name.sheet === undefined ? WHOLE_WORKBOOK : ids[name.sheet])];
    });
    return {
      workbook: {
        sheetOrder: ids,
        sheets,
        styles: this.styles,
        resources: [
          { name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(Object.fromEntries(names)) },
          { name: 'SHEET_TABLE_PLUGIN', data: JSON.stringify(this.tableResource) },
        ],
      },
      spilled: { arrayFormulaRange: this.spillRanges, arrayFormulaCellData: this.spillCells },
      details: { messages: {}, appliedFormats: this.appliedFormats },
      tableStyles: this.tableStyles,
      tableExtras: this.tableExtras,
      charts: chartsOf(content, ids),
      pageSetups: Object.fromEntries(
        content.sheets.flatMap(({ page }, index) => (page ? [[ids[index] ?? '', page]] : [])),
      ),
      ...(content.externalLinks ? { externalLinks: content.externalLinks } : {}),
      veryHiddenSheets: ids.filter((_, index) => content.sheets[index]?.visibility === 'VeryHidden'),
      activeSheetId: ids[content.activeSheet] ?? null,
    };
  }

  private sheet(id: string, sheet: SheetContent): Partial<IWorksheetData> {
    const cellData: Rows<ICellData> = {};
    const spilled = this.takeSpills(id, sheet);
    let [rows, columns] = [0, 0];
    for (const cell of sheet.cells) {
      rows = Math.max(rows, cell.row + 1);
      columns = Math.max(columns, cell.column + 1);
      const data = this.cell(id, cell, spilled);
      if (data) {
        (cellData[cell.row] ??= {})[cell.column] = data;
      }
    }
    for (const { area } of sheet.tables) {
      rows = Math.max(rows, area.row + area.rowCount);
      columns = Math.max(columns, area.column + area.columnCount);
    }
    this.takeTables(id, sheet);
    return {
      id,
      name: sheet.name,
      hidden: sheet.visibility === 'Visible' ? 0 : 1,
      rowCount: Math.max(INITIAL_ROWS, rows + SPARE_ROWS),
      columnCount: Math.max(INITIAL_COLUMNS, columns + SPARE_COLUMNS),
      cellData,
      defaultColumnWidth: sheet.defaultColumnWidth,
      defaultRowHeight: sheet.defaultRowHeight,
      columnData: extents(sheet.columnWidths, sheet.hiddenColumns, 'w'),
      rowData: extents(sheet.rowHeights, sheet.hiddenRows, 'h'),
      freeze: freeze(sheet),
      showGridlines: sheet.showsGridlines ? 1 : 0,
      tabColor: sheet.tabColor,
      mergeData: sheet.merges.map(toUniverRange),
    };
  }

  private cell(sheetId: string, cell: CellContent, spilled: ReadonlySet<string>): ICellData | null {
    const key = `${cell.row}/${cell.column}`;
    const style = this.styleId(cell.style);
    if (cell.style.isFormatOfResult) {
      this.appliedFormats[`${sheetId}/${key}`] = cell.style.numberFormat;
    }
    const looks = style === null ? {} : { s: style };
    if (spilled.has(key)) {
      ((this.spillCells[sheetId] ??= {})[cell.row] ??= {})[cell.column] = valueData(cell.value);
      if (cell.formula === '') {
        return style === null ? null : looks;
      }
    }
    return {
      ...(cell.formula === '' ? {} : { f: cell.formula }),
      ...(cell.isFixedArray ? { custom: { [FIXED_ARRAY]: cell.formula } } : {}),
      ...valueData(cell.value),
      ...looks,
    };
  }

  /** Notes what formulas cover; gives the places of all covered cells. A cell with a formula of its own is in nobody's spill. */
  private takeSpills(sheetId: string, { cells }: SheetContent): Set<string> {
    const places = new Set<string>();
    for (const { row, column, spill } of cells) {
      if (spill) {
        ((this.spillRanges[sheetId] ??= {})[row] ??= {})[column] = toUniverRange(spill);
        addPlaces(places, spill);
      }
    }
    return places;
  }

  private takeTables(sheetId: string, sheet: SheetContent): void {
    const texts = new Map(
      sheet.cells.map(({ row, column, value }) => [`${row}/${column}`, typeof value === 'string' ? value : '']),
    );
    for (const { name, area, style, extras } of sheet.tables) {
      const id = String(Object.keys(this.tableStyles).length + 1);
      this.tableStyles[id] = style;
      if (extras) {
        this.tableExtras[id] = extras;
      }
      const columns = Array.from({ length: area.columnCount }, (_, index) => ({
        id: `${id}-${index + 1}`,
        displayName: texts.get(`${area.row}/${area.column + index}`) ?? '',
        dataType: 'string',
        formula: '',
        meta: {},
        style: {},
      }));
      (this.tableResource[sheetId] ??= { tables: [] }).tables.push({
        id,
        name,
        range: toUniverRange(area),
        options: { showHeader: true, showFooter: false, tableStyleId: TABLE_THEME },
        filters: { tableColumnFilterList: [] },
        columns,
        meta: {},
      });
    }
  }

  private styleId(style: CellStyle): string | null {
    const data = styleData(style);
    const key = JSON.stringify(data);
    if (key === '{}') {
      return null;
    }
    const id = this.styleIds.get(key) ?? `style-${this.styleIds.size + 1}`;
    this.styleIds.set(key, id);
    this.styles[id] = data;
    return id;
  }
}

function addPlaces(places: Set<string>, area: Area): void {
  for (let row = area.row; row < area.row + area.rowCount; row += 1) {
    for (let column = area.column; column < area.column + area.columnCount; column += 1) {
      places.add(`${row}/${column}`);
    }
  }
}

/** The grid keeps references without and formulas with the equals sign. */
function nameData(id: string, { name, formula, comment, isHidden }: NameContent, sheetId: string | undefined): object {
  const text = formula.replace(/^=/, '');
  const isReference = /^(?:'(?:[^']|'')+'|[^'!()]+)!\$?[a-z]/i.test(text);
  return {
    id,
    name,
    formulaOrRefString: isReference ? text : `=${text}`,
    comment,
    localSheetId: sheetId,
    hidden: isHidden === true,
  };
}

function extents(
  sizes: readonly Extent[],
  hidden: readonly number[] = [],
  size: 'w' | 'h',
): Record<number, Record<string, number>> {
  const data: Record<number, Record<string, number>> = {};
  for (const [index, pixels] of sizes) {
    data[index] = { [size]: pixels };
  }
  for (const index of hidden) {
    data[index] = { ...data[index], hd: 1 };
  }
  return data;
}

function freeze({ frozenRows, frozenColumns }: SheetContent): IWorksheetData['freeze'] {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows === 0 ? -1 : frozenRows,
    startColumn: frozenColumns === 0 ? -1 : frozenColumns,
  };
}

/** The charts of all sheets; sheets are named by their ids. A chart does not show cells of a sheet that the file has not. */
function chartsOf({ sheets }: WorkbookContent, ids: readonly string[]): SavedCharts {
  const idOf = new Map(sheets.map(({ name }, index) => [name.toLowerCase(), ids[index] ?? '']));
  return sheets
    .flatMap(({ charts = [] }, index) => charts.map((content) => ({ sheetId: ids[index] ?? '', content })))
    .map(({ sheetId, content }, index) => ({
      id: String(index + 1),
      sheetId,
      content: withSources(content, ({ sheet, area }) => {
        const id = idOf.get(sheet.toLowerCase());
        return id === undefined ? null : { sheet: id, area };
      }),
    }));
}

/** The workbook as the grid opens it. */
export function openedWorkbook(content: WorkbookContent): SavedGrid {
  return new OpenedWorkbook().save(content);
}
