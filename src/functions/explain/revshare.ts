import { formatMonth } from '../../domain/calendar/month';
import { formatAmount } from '../../domain/money/money';
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
} from './basis';

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
      };
    case 'computed':
      return {
        rows: rowsOf(figure.allMonths),
        recorded: recordedIn(figure.period, figure.clientMonths),
        conversions: conversionsOf(figure.allMonths),
        period: figure.period,
        steps: [`${formatAmount(figure.spend)} / ${formatAmount(figure.revenue)}`],
      };
  }
}
