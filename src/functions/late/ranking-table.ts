import type { ClientRanking, RankedClient } from '../../domain/figures/client-ranking';
import type { Ranked } from '../../domain/figures/ranking-words';
import { ONE, sum, type Decimal } from '../../domain/money/decimal';
import { amountCell, percentCell, type CellOutput } from '../call/cell-output';
import type { Table } from '../call/declaration';

const FIRST_COLUMN: Readonly<Record<Ranked, string>> = {
  client: 'Client',
  service: 'Service',
  model: 'Model',
  team: 'Team',
  vendor: 'Vendor',
};

/** A ranking as a table: those that are ranked, a row for the rest, and clients of whom no amount counts. */
export function rankingTable(ranking: ClientRanking, top: number | null): Table {
  const { by, clients } = ranking;
  const unranked = unrankedRows(ranking);
  const shown = top ?? clients.length + unranked.length;
  const rest = clients.slice(shown);
  const told = unranked.slice(0, Math.max(0, shown - clients.length));
  const hidden = rest.length === 0 && unranked.length > told.length ? [['Others', '', '', '']] : [];
  return [
    [FIRST_COLUMN[by], 'Spend', 'Share of recorded', 'Cumulative share'],
    ...rankedRows(ranking, clients.slice(0, shown), rest),
    ...told,
    ...hidden,
  ];
}

/** Clients of whom no amount counts, each once: not disclosed, or only claimed if own bills are ranked. They have no share. */
function unrankedRows({ undisclosed, reported, marks }: ClientRanking): CellOutput[][] {
  const claimed = reported.map(({ client, claim }): CellOutput[] => {
    const cell = claim === null ? '' : amountCell(claim, { times: marks.times });
    return [client, cell === '' ? '' : { ...cell, format: `${cell.format}" (reported)"` }, '', ''];
  });
  const silent = undisclosed.filter((name) => !reported.some(({ client }) => client === name));
  return [...silent.map((client) => [client, '', '', '']), ...claimed];
}

/** Those that are shown, and one row for the rest. */
function rankedRows(
  ranking: ClientRanking,
  shown: readonly RankedClient[],
  rest: readonly RankedClient[],
): CellOutput[][] {
  let cumulated: Decimal | null = null;
  const row = (name: string, amount: Decimal, share: Decimal | null): CellOutput[] => {
    cumulated = share === null ? null : sum([...(cumulated === null ? [] : [cumulated]), share]);
    return [name, amountCell({ ...ranking.total, amount }, ofEachRow(ranking)), shareCell(share), shareCell(cumulated)];
  };
  const rows = shown.map(({ client, spend, share }) => row(client, spend.amount, share));
  if (rest.length === 0) {
    return rows;
  }
  const shares = rest.flatMap(({ share }) => share ?? []);
  const hasShares = shares.length === rest.length;
  const others = row('Others', sum(rest.map(({ spend }) => spend.amount)), hasShares ? sum(shares) : null);
  // Each share is rounded in its 34th digit, so their sum may miss 1 by as much; the cumulative share of all is 1.
  return [...rows, hasShares ? [...others.slice(0, -1), percentCell(ONE)] : others];
}

/** What is to be said of each amount; who is missing, the rows behind the ranking say. */
function ofEachRow({ marks: { times, covered, partial } }: ClientRanking): Partial<ClientRanking['marks']> {
  return { times, covered, partial };
}

function shareCell(share: Decimal | null): CellOutput {
  return share === null ? '' : percentCell(share);
}
