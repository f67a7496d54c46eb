import type { Control } from '../../../src/functions/call/control';
import type { Snapshot } from '../../../src/taskpane/contract/snapshot';
import { suggestionsFor } from '../../../src/taskpane/build/suggestions';

const missing = { kind: 'missing' } as const;
const SNAPSHOT = {
  tables: {
    AIClients: { kind: 'present', sheet: 'AI Clients', rows: 2, from: '2023-03', to: '2024-11', problems: [] },
    AIReturns: missing,
    AIRates: missing,
  },
  clients: [
    { name: 'Meta', vendors: ['Microsoft'] },
    { name: 'Adobe', vendors: ['Google', 'Microsoft'] },
  ],
  returns: [{ segment: 'All' }, { segment: 'All' }],
  rates: [{ currency: 'USD' }, { currency: 'GBP' }],
} as unknown as Snapshot;

test.each<[Control, string[]]>([
  [{ kind: 'client', all: true, amounts: false }, ['*', 'Meta', 'Adobe']],
  [{ kind: 'client', all: false, amounts: true }, ['Meta', 'Adobe']],
  [{ kind: 'vendor', amounts: false }, ['Google', 'Microsoft']],
  [{ kind: 'segment', amounts: true }, ['All']],
  [{ kind: 'currency' }, ['EUR', 'GBP', 'USD']],
  [{ kind: 'period', words: [] }, ['2024-11', '2024-Q4', '2024', '2023']],
  [{ kind: 'period', words: ['month', 'ttm'] }, ['month', 'ttm', '2024-11', '2024-Q4', '2024', '2023']],
  [{ kind: 'choice', words: ['roi', 'net'] }, []],
  [{ kind: 'number' }, []],
])('for %j', (control, expected) => {
  expect(suggestionsFor({ control }, SNAPSHOT)).toEqual(expected);
});

test('of a workbook without months only the words of a period', () => {
  const empty = { ...SNAPSHOT, tables: { ...SNAPSHOT.tables, AIClients: missing } };
  expect(suggestionsFor({ control: { kind: 'period', words: ['month'] } }, empty)).toEqual(['month']);
});
