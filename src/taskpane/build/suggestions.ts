import type { ParameterInfo } from '../contract/function-catalogue';
import type { Snapshot } from '../contract/snapshot';

/** What may be given for a parameter, from what is on record; any other text may be typed as well. */
export function suggestionsFor({ control }: Pick<ParameterInfo, 'control'>, snapshot: Snapshot): string[] {
  switch (control.kind) {
    case 'client':
      return [...(control.all ? ['*'] : []), ...snapshot.clients.map(({ name }) => name)];
    case 'vendor':
      return distinct(snapshot.clients.flatMap(({ vendors }) => vendors));
    case 'segment':
      return distinct(snapshot.returns.map(({ segment }) => segment));
    case 'currency':
      return distinct(['EUR', ...snapshot.rates.map(({ currency }) => currency)]);
    case 'period':
      return [...control.words, ...periodsOnRecord(snapshot)];
    case 'choice':
    case 'number':
    case 'date':
    case 'text':
      return [];
  }
}

/** The latest month on record, its quarter, and the years back to the first. */
function periodsOnRecord({ tables }: Snapshot): string[] {
  const { AIClients } = tables;
  if (AIClients.kind !== 'present' || AIClients.from === null || AIClients.to === null) {
    return [];
  }
  const [year = '', month = ''] = AIClients.to.split('-');
  const first = Number(AIClients.from.slice(0, 4));
  const years = Array.from({ length: Math.max(0, Number(year) - first + 1) }, (_, back) => String(Number(year) - back));
  return [AIClients.to, `${year}-Q${Math.ceil(Number(month) / 3)}`, ...years];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}
