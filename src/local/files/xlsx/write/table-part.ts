/**
 * Tables: Excel opens a file only if each table's column names are the texts of its header cells, and differ.
 */
import { formatArea, type Area } from '../../../../formats/xlsx/address';
import type { CellContent, SheetContent, TableContent, TableExtras, TotalsCell } from '../../../values/content';
import { isCellError } from '../../../values/cell-value';
import { XML_HEAD, xmlAttribute, xmlFormula } from '../xml-text';

/** A table with the names of its columns, and its row of totals if that is still there. */
export interface WrittenTable extends TableContent {
  readonly columns: readonly string[];
  readonly totals: readonly TotalsCell[] | null;
  /** With the row of totals. */
  readonly whole: Area;
}

function textOf({ value }: CellContent): string {
  return isCellError(value)
    ? value.error
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : String(value ?? '');
}

/** The headers as Excel would make them: a blank one is "Column1", one that is taken gets a number. */
function columnNames({ row, column, columnCount }: Area, cells: ReadonlyMap<string, CellContent>): string[] {
  const taken = new Set<string>();
  return Array.from({ length: columnCount }, (_, index) => {
    const cell = cells.get(`${row}/${column + index}`);
    const header = (cell && textOf(cell)) || `Column${index + 1}`;
    let name = header;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${header}${number}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The tables of a sheet that have a header row and at least one row below it, as every table in Excel has. */
export function writtenTables(sheet: SheetContent): WrittenTable[] {
  const rows = new Set(sheet.tables.flatMap(({ area }) => [area.row, area.row + area.rowCount]));
  const cells = new Map(
    sheet.cells.filter(({ row }) => rows.has(row)).map((cell) => [`${cell.row}/${cell.column}`, cell]),
  );
  return sheet.tables
    .filter(({ area }) => area.rowCount > 1)
    .map((table) => {
      const { area } = table;
      const totals = totalsOf(table, cells);
      const rowCount = area.rowCount + (totals ? 1 : 0);
      return { ...table, columns: columnNames(area, cells), totals, whole: { ...area, rowCount } };
    });
}

/** The row of totals if the row below the table still holds it; null if other cells have come there. */
function totalsOf(
  { area, extras }: TableContent,
  cells: ReadonlyMap<string, CellContent>,
): readonly TotalsCell[] | null {
  const totals = extras?.totals;
  const isThere = totals?.every(({ label, aggregate }, index) => {
    const cell = cells.get(`${area.row + area.rowCount}/${area.column + index}`);
    const hasFormula = (cell?.formula ?? '') !== '';
    const isCalculated = aggregate !== '' && aggregate !== 'none';
    return label === '' ? hasFormula === isCalculated : cell !== undefined && textOf(cell) === label;
  });
  return totals?.length === area.columnCount && isThere ? totals : null;
}

function columnXml(name: string, id: number, totals: TotalsCell | undefined): string {
  const attribute = (key: string, value = ''): string => (value === '' ? '' : ` ${key}="${xmlAttribute(value)}"`);
  const start =
    `<tableColumn id="${id}" name="${xmlAttribute(name)}"` +
    attribute('totalsRowLabel', totals?.label) +
    attribute('totalsRowFunction', totals?.aggregate);
  const formula = totals?.formula ?? '';
  return formula === ''
    ? `${start}/>`
    : `${start}><totalsRowFormula>${xmlFormula(formula)}</totalsRowFormula></tableColumn>`;
}

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

/** The text that is read out in place of the table. */
function alternativeXml({ alternativeText, alternativeDescription }: TableExtras = {}): string {
  if (alternativeText === undefined && alternativeDescription === undefined) {
    return '';
  }
  const text = alternativeText === undefined ? '' : ` altText="${xmlAttribute(alternativeText)}"`;
  const summary =
    alternativeDescription === undefined ? '' : ` altTextSummary="${xmlAttribute(alternativeDescription)}"`;
  return `<extLst><ext uri="{504A1905-F514-4f6f-8877-14C23A59335A}" xmlns:x14="${X14}"><x14:table${text}${summary}/></ext></extLst>`;
}

/** `table1.xml`, ... */
export function tableXml(table: WrittenTable, id: number): string {
  const name = xmlAttribute(table.name);
  const columns = table.columns.map((column, index) => columnXml(column, index + 1, table.totals?.[index]));
  const totals = table.totals ? 'totalsRowCount="1"' : 'totalsRowShown="0"';
  return (
    `${XML_HEAD}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" ` +
    `displayName="${name}" ref="${formatArea(table.whole)}" ${totals}><autoFilter ref="${formatArea(table.area)}"/>` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="${xmlAttribute(table.style)}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>${alternativeXml(table.extras)}</table>`
  );
}
