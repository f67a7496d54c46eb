import fc from 'fast-check';
import { TABLES } from '../../../src/domain/ledger/tables';
import { atOnce } from '../../../src/domain/ledger/steps';
import { fitsOneCall, sizedColumns, watches, watchFormulas } from '../../../src/workbook/watch/watch-formulas';

const sized = (...table: Parameters<typeof sizedColumns>) => atOnce(sizedColumns(...table));

const header = TABLES.AIRates.columns.map(({ name }) => name);

it('a watch cell names the columns of the schema that the table has, as the table spells them, and none of the user’s', () => {
  expect(
    watchFormulas(sized({ name: 'AIRates', header: ['Mine', ' units PER eur', 'Month', 'Currency'], rows: [] })),
  ).toEqual(['=AIWATCH(AIRates[Month],AIRates[Currency],AIRates[ units PER eur])']);
});

it('columns that a table may have are watched where it has them', () => {
  const clients = [...TABLES.AIClients.columns, ...TABLES.AIClients.optional].map(({ name }) => name);
  const [formula = ''] = watchFormulas(sized({ name: 'AIClients', header: clients, rows: [] }));
  expect(clients.filter((name) => !formula.includes(`AIClients[${name}]`))).toEqual([]);
});

it('what has a meaning of its own in a reference stands behind an apostrophe', () => {
  expect(watchFormulas(sized({ name: 'AIRates', header: ['Month', 'Currency', 'Units per EUR'], rows: [] }))[0]).toBe(
    '=AIWATCH(AIRates[Month],AIRates[Currency],AIRates[Units per EUR])',
  );
  // Spaces are ignored in names of columns, so this one is a column of the user's.
  expect(watchFormulas(sized({ name: 'AIRates', header: [...header, "#'[x]@"], rows: [] }))).toHaveLength(1);
});

it('a table that cannot be read, and one that no figure rests on, is not watched', () => {
  expect(watchFormulas(sized({ name: 'AIRates', header: ['Month'], rows: [] }))).toEqual([]);
  expect(watchFormulas(sized({ name: 'AIImports', header: ['File', 'Loaded', 'SHA-256'], rows: [] }))).toEqual([]);
});

it('columns that are too much for one call are shared out over several cells, each column once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 32_000 }), { minLength: 4, maxLength: 4 }), (lengths) => {
      const row = lengths.map((length) => 'x'.repeat(length));
      const formulas = watchFormulas(sized({ name: 'AIRates', header, rows: Array.from({ length: 200 }, () => row) }));
      const named = formulas.flatMap((formula) =>
        [...formula.matchAll(/AIRates\[([^\]]+)\]/g)].map(([, name]) => name),
      );
      expect(named).toEqual(header);
      const bytes = (formula: string): number =>
        header.reduce((sum, name, at) => sum + (formula.includes(`[${name}]`) ? 200 * (lengths[at] ?? 0) : 0), 0);
      for (const formula of formulas) {
        expect(bytes(formula) <= 4_000_000 || formula.split(',').length === 1).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

it.each([
  ['=AIWATCH(AIRates[Month])', true],
  ['=aiwatch(airates[Month])', true],
  ['=_xldudf_AIWATCH(AIRates[Month])', true],
  ['=AIWATCH(AIClients[Month])', false],
  ['=AISPEND(AIRates[Month])', false],
  ['AIWATCH(AIRates[Month])', false],
  [7, false],
])('%s watches AIRates: %s', (formula, expected) => {
  expect(watches(formula, 'AIRates')).toBe(expected);
});

it('a cell that was written for fewer rows still fits one call until its columns have grown to 4.5 MB', () => {
  const [formula = ''] = watchFormulas(sized({ name: 'AIRates', header, rows: [] }));
  const rowsOf = (count: number): string[][] =>
    Array.from({ length: count }, () => header.map(() => 'x'.repeat(1_000)));
  const fits = (count: number): boolean =>
    fitsOneCall(formula, sized({ name: 'AIRates', header, rows: rowsOf(count) }));
  expect([fits(0), fits(1_000), fits(1_200)]).toEqual([true, true, false]);
  const shared = watchFormulas(sized({ name: 'AIRates', header, rows: rowsOf(1_200) }));
  expect(shared.map((each) => fitsOneCall(each, sized({ name: 'AIRates', header, rows: rowsOf(1_200) })))).toEqual(
    shared.map(() => true),
  );
});
