import { rankClients, type ClientRanking } from '../../domain/figures/client-ranking';
import { ALL } from '../../domain/ledger/client-ledger';
import { ONE, sum, type Decimal } from '../../domain/money/decimal';
import { calculate } from '../call/calculate';
import { amountCell, percentCell, type CellOutput } from '../call/cell-output';
import { declare, type Table } from '../call/declaration';
import { currency, optionalCount, optionalName, period } from '../call/parameters';

const HEADER = ['Client', 'Spend', 'Share of total', 'Cumulative share'];

export const AICLIENTS = declare({
  name: 'AICLIENTS',
  parameters: { vendor: optionalName('vendor'), period, currency, top: optionalCount('a number of clients') },
  figure: (book, { vendor, period, currency, top }) => ({
    ranking: rankClients(book, { vendor: vendor ?? ALL, period, currency }),
    top,
  }),
  show: ({ ranking, top }) => table(ranking, top),
});

function table(ranking: ClientRanking, top: number | null): Table {
  const { clients, undisclosed, total } = ranking;
  const shown = top ?? clients.length + undisclosed.length;
  const rest = clients.slice(shown);
  let cumulated: Decimal | null = null;
  const row = (name: string, amount: Decimal, share: Decimal | null): CellOutput[] => {
    cumulated = share === null ? null : sum([...(cumulated === null ? [] : [cumulated]), share]);
    return [name, amountCell({ ...total, amount }), shareCell(share), shareCell(cumulated)];
  };
  const rows = clients.slice(0, shown).map(({ client, spend, share }) => row(client, spend.amount, share));
  const unknown = undisclosed.slice(0, Math.max(0, shown - clients.length)).map((client) => [client, '', '', '']);
  if (rest.length > 0) {
    const shares = rest.flatMap(({ share }) => share ?? []);
    const others = row(
      'Others',
      sum(rest.map(({ spend }) => spend.amount)),
      total.amount.isZero() ? null : sum(shares),
    );
    return [HEADER, ...rows, lastIsWhole(others, total.amount)];
  }
  const hidden = undisclosed.length - unknown.length;
  return [HEADER, ...rows, ...unknown, ...(hidden > 0 ? [['Others', '', '', '']] : [])];
}

/** Each share is rounded in its 34th digit, so their sum may miss 1 by as much; the cumulative share of all is 1. */
function lastIsWhole(row: CellOutput[], total: Decimal): CellOutput[] {
  return total.isZero() ? row : [...row.slice(0, -1), percentCell(ONE)];
}

function shareCell(share: Decimal | null): CellOutput {
  return share === null ? '' : percentCell(share);
}

/**
 * The clients by what they spent, the largest first, with their shares.
 * @customfunction AICLIENTS AICLIENTS
 * @helpurl https://localhost:3000/help.html#aiclients
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @param [period] month (default: the latest on record), quarter, year, ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the rows.
 * @param [top] Show this many clients and one row "Others" for the rest. Default: all.
 * @returns A table with a header row: Client, Spend, Share of total, Cumulative share.
 * @remarks
 * Clients whose amount is not disclosed come last with an empty spend; they are in no share. The total is that of all
 * clients on record in the period, also of those that "Others" stands for.
 *
 * Errors: as AISPEND. The arguments are single values, because the result is a table.
 * @example =AICLIENTS() lists all clients in the latest month on record.
 * @example =AICLIENTS("Microsoft",2024,"USD",10) lists Microsoft's ten largest clients of 2024, in US dollars.
 */
export async function aiclients(
  vendor?: any[][],
  period?: any[][],
  currency?: any[][],
  top?: any[][],
): Promise<any[][]> {
  return calculate(AICLIENTS, [vendor, period, currency, top]);
}
