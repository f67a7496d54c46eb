import type { ExactAmount } from '../../bills/sums/bill-summary';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import { Decimal, sum } from '../../domain/money/decimal';

/** What one client spent in one month and currency, over all vendors and services. */
export interface ClientMonth {
  readonly month: string;
  readonly client: string;
  readonly currency: string;
  readonly amount: ExactAmount;
  /** Rows of the file. */
  readonly rows: number;
}

/** The groups by month and client: the latest month first, in it the largest amount. */
export function clientMonths(groups: readonly BilledSum[]): ClientMonth[] {
  const found = new Map<string, BilledSum[]>();
  for (const group of groups) {
    const key = JSON.stringify([group.month, group.client, group.currency]);
    const same = found.get(key);
    if (same) {
      same.push(group);
    } else {
      found.set(key, [group]);
    }
  }
  return [...found.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) {
        return [];
      }
      const { month, client, currency } = first;
      return [
        {
          month,
          client,
          currency,
          amount: same.length === 1 ? first.amount : exactSum(same.map(({ amount }) => amount)),
          rows: same.reduce((all, { rows }) => all + rows, 0),
        },
      ];
    })
    .sort((a, b) => order(b.month, a.month) || order(a.currency, b.currency) || size(b) - size(a));
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Near enough to sort by. */
function size({ amount }: ClientMonth): number {
  return Math.abs(Number(amount));
}

/** The client with the most rows, for the formula that is offered after a load; null if there is none. */
export function mainClient(groups: readonly BilledSum[]): string | null {
  let main: string | null = null;
  let [rows, most] = [0, 0];
  // The groups of one client come one after the other.
  groups.forEach((group, at) => {
    rows = (group.client === groups[at - 1]?.client ? rows : 0) + group.rows;
    if (rows > most) {
      [main, most] = [group.client, rows];
    }
  });
  return main;
}

/** The exact sum, without exponent. */
export function exactSum(amounts: readonly ExactAmount[]): ExactAmount {
  return sum(amounts.map((amount) => new Decimal(amount))).toFixed();
}
