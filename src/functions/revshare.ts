import { Decimal } from '../domain/money/decimal';
import { messages } from '../domain/messages/messages';
import { Problem } from '../domain/messages/problem';
import { quotient, share, type ShareFigure } from '../domain/figures/share';
import { formatMonth } from '../domain/calendar/month';
import { formatAmount } from '../domain/money/money';
import type { CellValue } from '../domain/ledger/table';
import { calculate } from './calculate';
import { percentCell } from './cell-output';
import { declare } from './declaration';
import { conversionsOf, explainedRow, NO_BASIS, numberText, percentText, recordedIn, rowsOf } from './explanation';
import { anyValue, isBlankName, MissingArgument, period } from './parameters';

export const REVSHARE = declare({
  name: 'REVSHARE',
  parameters: { client: anyValue, vendor: anyValue, period },
  figure: (book, { client, vendor, period }): ShareFigure | Quotient => {
    const amounts = twoAmounts(client, vendor);
    if (amounts !== null) {
      return { kind: 'quotient', amounts, share: quotient(...amounts) };
    }
    if (isBlankName(client)) {
      throw new MissingArgument('client', 'a client, or two amounts');
    }
    const named = { client: requireText(client), vendor: isBlankName(vendor) ? null : requireText(vendor) };
    return share(book, { ...named, period });
  },
  show: (figure) => percentCell(figure.share),
  explain: (figure) => {
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
  },
});

/** REVSHARE of two amounts. */
interface Quotient {
  readonly kind: 'quotient';
  readonly amounts: readonly [Decimal, Decimal];
  readonly share: Decimal;
}

/** Spend and revenue where both are numbers. Of two zeros it cannot be told whether they were blank cells, so they are not. */
function twoAmounts(client: CellValue, vendor: CellValue): [Decimal, Decimal] | null {
  if (typeof client !== 'number' || typeof vendor !== 'number') {
    return null;
  }
  return client === 0 && vendor === 0 ? null : [new Decimal(client), new Decimal(vendor)];
}

function requireText(value: CellValue): string {
  if (typeof value === 'string') {
    return value;
  }
  throw new Problem('#VALUE!', messages.shareTakes(value));
}

/**
 * A client's share of a vendor's AI revenue, or the quotient of a spend and a revenue.
 * @customfunction REVSHARE REVSHARE
 * @helpurl https://localhost:3000/help.html#revshare
 * @param client Client's name as in AIClients, or the spend as a number. A range gives one result for each.
 * @param [vendor] Vendor's name, or the revenue as a number. Default: the client's only vendor.
 * @param [period] month (default: the latest on record), quarter, year, ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @returns The share as a fraction: 0.15 is 15%.
 * @remarks
 * The share that a source states for the latest month of the period for which one is stated. Where none is stated, the
 * client's spend over the spend of all clients of that vendor on record in the period, compared in one currency.
 *
 * Errors: `#N/A` as for AISPEND; `#VALUE!` where the client has several vendors and none is named, or sources
 * disagree; `#DIV/0!` where the revenue is 0.
 * @example =REVSHARE("ByteDance") gives 15.0%, as the source states it.
 * @example =REVSHARE(20000000,160000000) gives 12.5%.
 */
export async function revshare(client: any[][], vendor?: any[][], period?: any[][]): Promise<any[][]> {
  return calculate(REVSHARE, [client, vendor, period]);
}
