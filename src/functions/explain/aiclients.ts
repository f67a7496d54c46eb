import { nameIn, type ClientRanking, type RankedClient } from '../../domain/figures/client-ranking';
import type { ClientRow, SpendRow } from '../../domain/ledger/client-rows';
import { nameKey } from '../../domain/ledger/name-key';
import type { SpendGroup } from '../../domain/ledger/spend-group';
import { addUp, formatAmount } from '../../domain/money/money';
import { marksInWords } from './marks-in-words';
import { conversionsOf, percentText, recordedIn, rowsOf, spendSteps, type Basis, type TableLine } from './basis';

/** Shares or clients that a line names before it only counts the rest. */
export const NAMED = 5;

/** What a ranking rests on; of one line of it the rows of that client, service, model, team or vendor alone. */
export function explainRanking(ranking: ClientRanking, line: TableLine | null = null): Basis {
  const { clients, period, total, months: recorded, marks } = ranking;
  const entry = clients.find(({ client }) => client === line?.label);
  if (entry !== undefined) {
    return { ...explainEntry(ranking, entry), remarks: marksInWords(marks) };
  }
  const months = clients.flatMap((client) => client.months);
  const named = clients.slice(0, NAMED).map(({ client, spend }) => `${client} ${formatAmount(spend)}`);
  return {
    period,
    rows: rowsOf(recorded.map((source) => ({ source }))),
    recorded: recordedIn(period, recorded),
    conversions: conversionsOf(months),
    steps: [`${[...named, ...more(clients.length)].join(' + ')} = ${formatAmount(total)} in all`],
    remarks: marksInWords(marks),
  };
}

function explainEntry(
  { by, period, months, total }: ClientRanking,
  { client, months: spends, spend, share }: RankedClient,
): Basis {
  const key = nameKey(client);
  const name = (row: ClientRow, group: SpendGroup): string => nameIn(by, group, row as SpendRow);
  const sum = addUp(
    spend.currency,
    spends.map(({ converted }) => converted),
  );
  return {
    period,
    rows: rowsOf(
      months.map((source) => ({ source })),
      (row, group) => nameKey(name(row, group)) === key,
    ),
    recorded: recordedIn(period, spends),
    conversions: conversionsOf(spends),
    steps: [
      ...spendSteps(spends, period.times, sum),
      ...(share === null ? [] : [`${formatAmount(spend)} / ${formatAmount(total)} = ${percentText(share)}`]),
    ],
  };
}

/** How many more there are than a line names. */
export function more(count: number): string[] {
  return count > NAMED ? [`${count - NAMED} more`] : [];
}
