import type { SpendFigure } from '../../domain/figures/spend';
import { conversionsOf, recordedIn, rowsOf, spendSteps, type Basis } from './basis';
import { marksInWords } from './marks-in-words';

export function explainSpend({ months, period, sum, marks }: SpendFigure): Basis {
  return {
    rows: rowsOf(months),
    recorded: recordedIn(period, months),
    conversions: conversionsOf(months),
    steps: spendSteps(months, period.times, sum),
    period,
    remarks: marksInWords(marks),
  };
}
