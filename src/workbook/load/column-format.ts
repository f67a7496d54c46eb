import type { ColumnType } from '../../domain/ledger/tables';

/** Number formats of the tables' columns. Text is `@`, so that nothing written there can become a formula or a date. */
const FORMATS: Readonly<Record<ColumnType, string>> = {
  text: '@',
  currency: '@',
  month: 'yyyy-mm',
  amount: '#,##0.00##########',
  share: '0.0%',
  year: '0',
  rate: '0.000000',
  multiple: '0.00',
  count: '#,##0',
};

export function columnFormat(type: ColumnType): string {
  return FORMATS[type];
}

/** Points that one character of the standard font takes, and the room at the sides of a cell. */
const POINTS_PER_CHARACTER = 5.25;
const PADDING_POINTS = 9;

/** Excel measures columns in points for add-ins, people in characters. */
export function widthInPoints(characters: number): number {
  return Math.round(characters * POINTS_PER_CHARACTER + PADDING_POINTS);
}
