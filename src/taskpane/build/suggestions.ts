import type { ParameterInfo } from '../contract/function-catalogue';
import type { Snapshot } from '../contract/snapshot';

/** What may be given for a parameter, from what is on record; any other text may be typed as well. */
export function suggestionsFor(parameter: ParameterInfo, snapshot: Snapshot): string[] {
  switch (parameter.control) {
    case 'client':
      return [...(parameter.description.includes('"*"') ? ['*'] : []), ...snapshot.clients.map(({ name }) => name)];
    case 'vendor':
      return distinct(snapshot.clients.flatMap(({ vendors }) => vendors));
    case 'segment':
      return distinct(snapshot.returns.map(({ segment }) => segment));
    case 'currency':
      return distinct(['EUR', ...snapshot.rates.map(({ currency }) => currency)]);
    case 'period':
      return periods(parameter.description, snapshot);
    case 'choice':
    case 'number':
      return [];
  }
}

const PERIOD_WORDS = ['month', 'quarter', 'year', 'ttm', 'ytd'];

/** The words that the parameter takes, then the latest month on record, its quarter, and the years back to the first. */
function periods(description: string, { tables }: Snapshot): string[] {
  // Parameters that take run rates and running sums name them all; for the others "month" is an ordinary word.
  const words = description.includes('ytd') ? PERIOD_WORDS : [];
  const { AIClients } = tables;
  if (AIClients.kind !== 'present' || AIClients.from === null || AIClients.to === null) {
    return words;
  }
  const [year = '', month = ''] = AIClients.to.split('-');
  const first = Number(AIClients.from.slice(0, 4));
  const years = Array.from({ length: Math.max(0, Number(year) - first + 1) }, (_, back) => String(Number(year) - back));
  return [...words, AIClients.to, `${year}-Q${Math.ceil(Number(month) / 3)}`, ...years];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}
