import type { ClientRanking } from '../domain/figures/client-ranking';
import type { ConcentrationMeasure } from '../domain/figures/concentration';
import type { Decimal } from '../domain/money/decimal';
import { formatAmount } from '../domain/money/money';
import { conversionsOf, percentText, recordedIn, rowsOf, type Basis } from './explanation';

/** Shares or clients that a line names before it only counts the rest. */
const NAMED = 5;

/** What a ranking of clients rests on. */
export function explainRanking({ clients, period, total, everyone }: ClientRanking): Basis {
  const months = clients.flatMap((client) => client.months);
  const recorded = everyone.months.filter(
    ({ month, onRecord }) => onRecord && month >= period.from && month <= period.to,
  );
  const named = clients.slice(0, NAMED).map(({ client, spend }) => `${client} ${formatAmount(spend)}`);
  return {
    period,
    rows: rowsOf(months),
    recorded: recordedIn(period, recorded),
    conversions: conversionsOf(months),
    steps: [`${[...named, ...more(clients.length)].join(' + ')} = ${formatAmount(total)} in all`],
  };
}

export function concentrationSteps(measure: ConcentrationMeasure, shares: readonly Decimal[]): string[] {
  if (measure.startsWith('cr')) {
    const largest = shares.slice(0, Number(measure.slice(2)));
    return [largest.map(percentText).join(' + ')];
  }
  const squares = [...shares.slice(0, NAMED).map((share) => `${percentText(share)}^2`), ...more(shares.length)].join(
    ' + ',
  );
  return [measure === 'hhi' ? squares : `1 / (${squares})`];
}

function more(count: number): string[] {
  return count > NAMED ? [`${count - NAMED} more`] : [];
}
