import { Decimal } from '../../domain/money/decimal';
import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';
import { quotient } from '../../domain/figures/quotient';
import type { ShareFigure } from '../../domain/figures/share';
import type { CellValue } from '../../domain/ledger/table';
import { calculate } from '../call/calculate';
import { percentCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { revenues } from '../late/late-figures';
import { bound, isBlankName, MissingArgument, nameOrAmount, optionalText, period } from '../call/parameters';

export const REVSHARE = declare({
  name: 'REVSHARE',
  parameters: {
    client: nameOrAmount('client', 'required'),
    vendor: nameOrAmount('vendor', 'optional'),
    period,
    of: optionalText('what a share is a share of'),
    bound,
  },
  late: [revenues],
  figure: (book, { client, vendor, ...asked }): ShareOrQuotient => {
    const amounts = twoAmounts(client, vendor);
    if (amounts !== null) {
      return { kind: 'quotient', amounts, share: quotient(...amounts) };
    }
    if (isBlankName(client)) {
      throw new MissingArgument('client', 'a client, or two amounts');
    }
    const named = { client: requireText(client), vendor: isBlankName(vendor) ? null : requireText(vendor) };
    return revenues.get().share(book, { ...named, ...asked });
  },
  show: (figure) => percentCell(figure.share, figure.kind === 'quotient' ? {} : figure.marks),
});

export type ShareOrQuotient = ShareFigure | Quotient;

/** REVSHARE of two amounts. */
interface Quotient {
  readonly kind: 'quotient';
  readonly amounts: readonly [Decimal, Decimal];
  readonly share: Decimal;
}

/** Spend and revenue if both are numbers. */
function twoAmounts(client: CellValue, vendor: CellValue): [Decimal, Decimal] | null {
  return typeof client === 'number' && typeof vendor === 'number' ? [new Decimal(client), new Decimal(vendor)] : null;
}

function requireText(value: CellValue): string {
  if (typeof value === 'string') {
    return value;
  }
  throw new Problem('#VALUE!', messages.shareTakes(value));
}

/**
 * Which side of what is known only to lie between. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum SHAREBOUND {
  /** At least so much. */
  low = "low",
  /** At most so much. */
  high = "high",
}

/**
 * A client's share of a vendor's AI revenue, or the quotient of a spend and a revenue.
 * @customfunction REVSHARE REVSHARE
 * @helpurl https://localhost:3000/help.html#revshare
 * @param client Client's name as in AIClients, or the spend as a number. A range gives one result for each.
 * @param [vendor] Vendor's name, or the revenue as a number. Default: the client's only vendor.
 * @param [period] month (default: the latest for which it is known), runrate, ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [of] What the share is a share of, as Share of in AIClients or Line in AIRevenue name it. Default: the only thing on record.
 * @param [bound] low or high: at least, or at most, so much, if the share is known only by bounds. Default: only what is known to the point.
 * @returns The share as a fraction: 0.15 is 15%.
 * @remarks
 * In one month: the share that a source states, else the client's spend over AIREVENUE of that month. Over several months:
 * spends over revenues of the months that have both; if none has, the latest share stated. Shares and revenues have one
 * denominator: REVSHARE x AIREVENUE = AISPEND wherever all three are known for a month; if a stated share contradicts
 * spend and revenue, there is no figure.
 *
 * The number format also says what a reader would otherwise miss, as AISPEND's does: `15.0% (2024-11)` the month, if it is not
 * the latest, `(7/12)` months that it rests on of months asked, `(partial)` a month that is not over.
 *
 * Errors: `#N/A` as for AISPEND, and where no source states the share and the revenue is not on record (AICLIENTS shows
 * shares of what is on record); `#VALUE!` if the client has several vendors and none is named, shares of several things
 * are on record and none is named, or sources disagree; `#DIV/0!` if the revenue is 0.
 * @example =REVSHARE("ByteDance") gives 15.0%, as the source states it.
 * @example =REVSHARE(20000000,160000000) gives 12.5%.
 */
export async function revshare(
  client: any[][],
  vendor?: any[][],
  period?: any[][],
  of?: any[][],
  bound?: SHAREBOUND[][],
): Promise<any[][]> {
  return calculate(REVSHARE, [client, vendor, period, of, bound]);
}
