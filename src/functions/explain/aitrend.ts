import { formatMonth } from '../../domain/calendar/month';
import type { Trend } from '../../domain/figures/trend';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, rowsOf, type Basis, type TableLine } from './basis';
import { marksInWords } from './marks-in-words';

/** What a trend rests on; of one line of it the rows of that month alone. */
export function explainTrend({ months: all, marks }: Trend, line: TableLine | null = null): Basis {
  const months = line === null ? all : all.slice(line.row - 1, line.row);
  const spends = months.flatMap(({ spend }) => spend ?? []);
  return {
    rows: rowsOf(spends),
    recorded: { onRecord: spends.length, asked: months.length },
    conversions: conversionsOf(spends),
    steps: spends.map(({ source, converted }) => `${formatMonth(source.month)}: ${formatAmount(converted)}`),
    remarks: marksInWords(marks),
  };
}
