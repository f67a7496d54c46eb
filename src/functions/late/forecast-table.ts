import type { Forecast } from '../../domain/figures/forecast';
import type { Decimal } from '../../domain/money/decimal';
import { amountCell, monthCell, type CellOutput } from '../call/cell-output';
import type { Table } from '../call/declaration';

/** A forecast as a table: a month a row, the method in the header. */
export function forecastTable({ method, months, currency }: Forecast): Table {
  const cell = (amount: Decimal | null): CellOutput => (amount === null ? '' : amountCell({ amount, currency }));
  return [
    ['Month', `Forecast (${method})`, 'Low', 'High'],
    ...months.map(({ month, amount, low, high }) => [monthCell(month), cell(amount), cell(low), cell(high)]),
  ];
}
