import { formatMonth } from '../../domain/calendar/month';
import { formatAmount } from '../../domain/money/money';
import type { ShareFigure } from '../../domain/figures/share';
import type { RevenueMonth } from '../../domain/figures/revenue-month';
import type { MonthSpend } from '../../domain/figures/spend';
import { AccountMonth } from '../../domain/ledger/account';
import { rowsOfRevenue } from './airevenue';
import type { ShareOrQuotient } from '../family/revshare';
import {
  conversionsOf,
  explainedRow,
  NO_BASIS,
  numberText,
  percentText,
  recordedIn,
  rowsOf,
  type Basis,
  type ExplainedRow,
} from './basis';
import { marksInWords } from './marks-in-words';

export function explainShare(figure: ShareOrQuotient): Basis {
  switch (figure.kind) {
    case 'quotient':
      return { ...NO_BASIS, steps: [figure.amounts.map(numberText).join(' / ')] };
    case 'stated':
      return {
        ...NO_BASIS,
        rows: figure.rows.map((row) => explainedRow({ row, counted: true, reason: '' })),
        period: figure.period,
        steps: [
          `${percentText(figure.share)}, stated for ${formatMonth(figure.month)} by ${figure.rows[0]?.source ?? ''}`,
        ],
        remarks: shareInWords(figure),
      };
    case 'computed':
      return {
        rows: distinctRows([
          ...rowsOf(figure.months.map(({ spend }) => spend)),
          ...figure.months.flatMap(({ basis, revenueFrom }) =>
            rowsOfRevenue({ basis, spend: withGroups(basis, revenueFrom) }),
          ),
        ]),
        recorded: recordedIn(figure.period, figure.months),
        conversions: conversionsOf(figure.months.flatMap(({ spend, revenueFrom }) => [spend, revenueFrom])),
        period: figure.period,
        steps: [`${formatAmount(figure.spend)} / ${formatAmount(figure.revenue)}`],
        remarks: [
          ...shareInWords(figure),
          ...(figure.isLimited ? ['A share is between 0% and 100%: what is on record bounds it no further.'] : []),
        ],
      };
  }
}

/** A share over several months may be one that is stated of a single one. */
function shareInWords({ kind, period, marks }: ShareFigure): string[] {
  return kind === 'stated' && period.months > 1
    ? [
        'Of no month asked for are both the spend and the revenue known, so this is the latest share stated.',
        ...marksInWords({ ...marks, month: null }),
      ]
    : marksInWords(marks);
}

/** The month with the clients whose spends imply the revenue, in place of the one whose share is asked for. */
function withGroups({ month, implying }: RevenueMonth, spend: MonthSpend): MonthSpend {
  return {
    ...spend,
    source: new AccountMonth(
      month,
      implying.map(({ group }) => group),
      [],
    ),
  };
}

/** A client that states a share is above and below the line. */
function distinctRows(rows: readonly ExplainedRow[]): ExplainedRow[] {
  return [...new Map(rows.map((row) => [`${row.table} ${row.row}`, row])).values()];
}
