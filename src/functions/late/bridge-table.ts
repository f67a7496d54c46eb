import { effectsInOrder, type Bridge } from '../../domain/figures/bridge';
import type { Decimal } from '../../domain/money/decimal';
import { amountCell, type NumberCell } from '../call/cell-output';
import type { Table } from '../call/declaration';

/** A bridge as a table: the spend of the first period, what changed it, the spend of the second. */
export function bridgeTable(found: Bridge): Table {
  const { currency, first, second } = found;
  const cell = (amount: Decimal): NumberCell => amountCell({ amount, currency });
  return [
    ['Effect', 'Amount'],
    ['From', amountCell(first.total, first.marks)],
    ...effectsInOrder(found).map(([effect, amount]) => [effect, cell(amount)]),
    ['To', amountCell(second.total, second.marks)],
  ];
}
