/**
 * Tables: Excel opens a file only where each table's column names are the texts of its header cells, and differ.
 */
import { formatArea, type Area } from '../../../../formats/xlsx/address';
import type { CellContent, SheetContent, TableContent } from '../../../values/content';
import { isCellError } from '../../../values/cell-value';
import { XML_HEAD, xmlAttribute } from '../xml-text';

/** A table with the names of its columns. */
export interface WrittenTable extends TableContent {
  readonly columns: readonly string[];
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
  const headerRows = new Set(sheet.tables.map(({ area }) => area.row));
  const cells = new Map(
    sheet.cells.filter(({ row }) => headerRows.has(row)).map((cell) => [`${cell.row}/${cell.column}`, cell]),
  );
  return sheet.tables
    .filter(({ area }) => area.rowCount > 1)
    .map((table) => ({ ...table, columns: columnNames(table.area, cells) }));
}

/** `table1.xml`, ... */
export function tableXml(table: WrittenTable, id: number): string {
  const ref = formatArea(table.area);
  const name = xmlAttribute(table.name);
  const columns = table.columns.map(
    (column, index) => `<tableColumn id="${index + 1}" name="${xmlAttribute(column)}"/>`,
  );
  return (
    `${XML_HEAD}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" ` +
    `displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="${xmlAttribute(table.style)}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}
