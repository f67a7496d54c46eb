import { formatMonth } from '../../domain/calendar/month';
import type { Forecast } from '../../domain/figures/forecast';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, rowsOf, type Basis } from './basis';

export function explainForecast({ series, months, method, tried, currency }: Forecast): Basis {
  const spends = series.months.flatMap(({ spend }) => spend ?? []);
  const [first, last] = [series.months[0], series.months.at(-1)];
  const span = [first, last].map((month) => (month === undefined ? '' : formatMonth(month.month))).join(' to ');
  const zeros = series.months.length - spends.length;
  return {
    rows: rowsOf(spends),
    recorded: { onRecord: spends.length, asked: series.months.length },
    conversions: conversionsOf(spends),
    steps: [
      ...series.months.map(({ month, amount }) => `${formatMonth(month)}: ${formatAmount({ amount, currency })}`),
      ...months.map(({ month, amount }) => `${formatMonth(month)}, ${method}: ${formatAmount({ amount, currency })}`),
    ],
    remarks: [
      `By ${series.months.length} months without a gap, ${span}${zeros === 0 ? '' : `, ${zeros} of them 0, for the vendor's bill has no row of the account`}.`,
      ...tried.map(({ method: name, errors, meanAbsolute }) =>
        meanAbsolute === null
          ? `${name}: no month to compare.`
          : `${name}: missed ${formatAmount({ amount: meanAbsolute, currency })} a month on average, over ${errors.length}.`,
      ),
    ],
  };
}
