import type { UsageFigure } from '../../domain/figures/usage';
import { singular } from '../../domain/ledger/units';
import type { NumberCell } from '../call/cell-output';
import { quantityCell, unitAmountCell } from './unit-cells';

/** A quantity with its unit, or the cost of one with what it is of. */
export function usageCell({ quantity, unitCost, unit, marks }: UsageFigure): NumberCell {
  return unitCost === null ? quantityCell(quantity, unit.written, marks) : unitAmountCell(unitCost, one(unit), marks);
}

/** `token`, `1M tokens`, `10 requests`. */
function one({ written }: UsageFigure['unit']): string {
  return /^[\d.]/.test(written) ? written : singular(written);
}
