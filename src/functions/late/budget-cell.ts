import type { BudgetFigure } from '../../domain/figures/budget';
import { amountCell, monthCell, percentCell, type NumberCell } from '../call/cell-output';

/** An amount or a share of the budget, with its marks, or a month. */
export function budgetCell({ result, marks }: BudgetFigure): NumberCell {
  switch (result.kind) {
    case 'amount':
      return amountCell(result.amount, marks);
    case 'share':
      return percentCell(result.share, marks);
    case 'month':
      return monthCell(result.month);
  }
}
