import type { SpendFigure } from '../../domain/figures/spend';
import { conversionsOf, recordedIn, rowsOf, spendSteps, type Basis } from './basis';

export function explainSpend({ months, period, sum }: SpendFigure): Basis {
  return {
    rows: rowsOf(months),
    recorded: recordedIn(period, months),
    conversions: conversionsOf(months),
    steps: spendSteps(months, period.times, sum),
    period,
  };
}
