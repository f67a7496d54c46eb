import { formatMonth } from '../../domain/calendar/month';
import type { RevenueFigure, RevenueOfMonth } from '../../domain/figures/revenue';
import { revenueText } from '../../domain/figures/revenue-month';
import type { RevenueRow } from '../../domain/ledger/revenue-table';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, numberText, percentText, recordedIn, rowsOf, type Basis, type ExplainedRow } from './basis';
import { marksInWords } from './marks-in-words';

export function explainRevenue({ months, revenue, period, marks }: RevenueFigure): Basis {
  const { currency } = revenue;
  const lines = months.map((month) => `${quotientStep(month)} = ${formatAmount({ amount: month.revenue, currency })}`);
  const [only] = months;
  return {
    rows: months.flatMap(rowsOfRevenue),
    recorded: period.months === 1 ? null : recordedIn(period, months),
    conversions: conversionsOf(months.map(({ spend }) => spend)),
    steps:
      months.length === 1 && only !== undefined
        ? [`${quotientStep(only, period.times)}`]
        : [...lines, months.map((month) => formatAmount({ amount: month.revenue, currency })).join(' + ')],
    period,
    remarks: marksInWords(marks),
  };
}

/** `2024-11: 20,000,000.00 EUR / 15%`, of what AIRevenue states `12,000.00 EUR / 12`. */
function quotientStep({ basis, spend, divisor }: RevenueOfMonth, times = 1): string {
  const over = basis.stated.length > 0 ? numberText(divisor) : percentText(divisor);
  return `${formatMonth(basis.month)}: ${formatAmount(spend.converted)}${times === 1 ? '' : ` x ${times}`} / ${over}`;
}

/** The rows that a month's revenue rests on: of AIRevenue, or of the clients whose spends and shares imply it. */
export function rowsOfRevenue({ basis, spend }: Pick<RevenueOfMonth, 'basis' | 'spend'>): ExplainedRow[] {
  if (basis.stated.length > 0) {
    return basis.stated.map(explainedRevenue);
  }
  const stating = new Set(basis.implying.flatMap(({ share }) => share.rows.map(({ row }) => row)));
  return rowsOf([spend]).map((row) =>
    !row.counted && stating.has(row.row)
      ? { ...row, counted: true, reason: '', note: row.note || 'states the share' }
      : row,
  );
}

/** A row of AIRevenue that counts. */
export function explainedRevenue(row: RevenueRow): ExplainedRow {
  return {
    table: 'AIRevenue',
    row: row.row,
    month: formatMonth(row.month),
    client: row.vendor,
    service: row.line,
    amount: revenueText(row),
    basis: row.basis,
    source: row.source,
    note: row.note,
    counted: true,
    reason: '',
  };
}
