import type { RevenueFigure } from '../../domain/figures/revenue';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, percentText, rowsOf, type Basis } from './basis';

export function explainRevenue({ rows, spend, shares, period }: RevenueFigure): Basis {
  const counted = new Set(rows.map((row) => row.row));
  return {
    rows: rowsOf([spend]).map((row) => ({
      ...row,
      counted: counted.has(row.row),
      reason: counted.has(row.row) ? '' : 'states no share, or repeats a claim that is counted already',
    })),
    recorded: null,
    conversions: conversionsOf([spend]),
    steps: [
      `${formatAmount(spend.converted)}${period.times === 1 ? '' : ` x ${period.times}`} / ${percentText(shares)}`,
    ],
    period,
  };
}
