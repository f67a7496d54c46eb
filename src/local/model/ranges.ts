/**
 * Ranges by their area or their address.
 */
import { MAX_COLUMNS, MAX_ROWS, parseAddress, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import type { CellRef } from '../values/cell-ref';
import { object } from './excel-class';
import type { ModelHost } from './host';
import type { RangeTarget } from './targets';

/** All cells that a sheet of Excel has. */
export const WHOLE_SHEET: Area = { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };

/** The range on an area. */
export function rangeNode(host: ModelHost, sheetId: string, area: Area): ModelNode<Excel.Range> {
  return object('Range', { host, sheetId, area });
}

/** Reads an address, seen from a sheet. A name of the workbook counts as an address. */
export function rangeAt(host: ModelHost, sheetId: string, address: string): RangeTarget {
  const parsed = parseAddress(address) ?? parseAddress(host.grid.names.find(address)?.formula.slice(1) ?? '');
  const found = parsed?.sheetName === null ? sheetId : host.grid.sheets.find(parsed?.sheetName ?? '');
  if (!parsed || found === null) {
    throw new HostError('InvalidArgument');
  }
  return { host, sheetId: found, area: parsed.area };
}

/** The cells of a range whose formulas are to be calculated. */
export function formulaRefs({ host, sheetId, area }: RangeTarget): CellRef[] {
  return host.grid.cells.formulaCells(sheetId, area).map(({ row, column }) => ({ sheetId, row, column }));
}
