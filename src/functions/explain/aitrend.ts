import { formatMonth } from '../../domain/calendar/month';
import type { Trend } from '../../domain/figures/trend';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, rowsOf, type Basis } from './basis';
import { marksInWords } from './marks-in-words';

export function explainTrend({ months, marks }: Trend): Basis {
  const spends = months.flatMap(({ spend }) => spend ?? []);
  return {
    rows: rowsOf(spends),
    recorded: { onRecord: spends.length, asked: months.length },
    conversions: conversionsOf(spends),
    steps: spends.map(({ source, converted }) => `${formatMonth(source.month)}: ${formatAmount(converted)}`),
    remarks: marksInWords(marks),
  };
}
