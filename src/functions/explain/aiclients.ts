import type { ClientRanking } from '../../domain/figures/client-ranking';
import { formatAmount } from '../../domain/money/money';
import { marksInWords } from './marks-in-words';
import { conversionsOf, recordedIn, rowsOf, type Basis } from './basis';

/** Shares or clients that a line names before it only counts the rest. */
export const NAMED = 5;

/** What a ranking of clients rests on. */
export function explainRanking({ clients, period, total, months: recorded, marks }: ClientRanking): Basis {
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

/** How many more there are than a line names. */
export function more(count: number): string[] {
  return count > NAMED ? [`${count - NAMED} more`] : [];
}
