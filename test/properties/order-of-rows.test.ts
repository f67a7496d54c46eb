import fc from 'fast-check';
import { parsePeriod } from '../../src/domain/arguments/period';
import { boundedSpend } from '../../src/domain/figures/bounded-spend';
import { revenue } from '../../src/domain/figures/revenue';
import { share } from '../../src/domain/figures/share';
import { spend } from '../../src/domain/figures/spend';
import { ALL } from '../../src/domain/ledger/name-key';
import { orProblem, Problem } from '../../src/domain/messages/problem';
import { EUR } from '../../src/domain/money/currency';
import { sampleBook, type Cells } from '../domain/sample-book';

/** Rows of all that there is: points and bounds, of spends and of shares, of every basis, of months that are over or not. */
const clientRow: fc.Arbitrary<Cells> = fc
  .record({
    Client: fc.constantFrom('Acme', 'Beta'),
    Service: fc.constantFrom('', 'Models', 'Assistant'),
    Month: fc.constantFrom('2024-01', '2024-02', '2024-03'),
    Basis: fc.constantFrom('billed', 'accepted', 'reported', 'superseded'),
    Complete: fc.constantFrom(null, 'yes', 'no'),
    Source: fc.constantFrom('bill.csv', 'Weekly'),
    spend: fc.constantFrom<Cells>({ Spend: 10 }, { Spend: 20 }, { 'Spend low': 5 }, { 'Spend high': 30 }, {}),
    share: fc.constantFrom<Cells>({}, {}, { Share: 0.1 }, { 'Share low': 0.05 }, { 'Share high': 0.2 }),
  })
  .map(({ spend: amount, share: part, ...cells }) => ({ ...cells, Spend: null, ...amount, ...part }));

const revenueRow: fc.Arbitrary<Cells> = fc
  .record({
    Month: fc.constantFrom('2024-01', '2024-02'),
    Basis: fc.constantFrom('reported', 'accepted', 'superseded'),
  })
  .chain((cells) =>
    fc
      .constantFrom<Cells>({ Revenue: 100 }, { Revenue: 200 }, { 'Revenue low': 50 })
      .map((amount) => ({ Vendor: 'Microsoft', Currency: 'EUR', Per: 'month', ...cells, ...amount })),
  );

/** What cells show of spend, share and revenue, to the point and by bounds: the number and what stands behind it, or which error. */
function figuresOf(
  clients: readonly Cells[],
  revenues: readonly Cells[],
  client: string,
  when: string | null,
): string[] {
  const book = sampleBook({ clients, revenue: revenues });
  const period = parsePeriod(when);
  const asked = { client, vendor: 'Microsoft', period, currency: EUR };
  const spends = [
    () => spend(book, asked),
    ...(['low', 'high'] as const).map((side) => () => boundedSpend(book, asked, side)),
  ];
  const sides = [null, 'low', 'high'] as const;
  return [
    ...spends.map((ask) => () => [ask()].map(({ total, marks }) => [total.amount, marks])),
    ...sides.map((bound) => () => share(book, { ...asked, of: null, bound }).share),
    ...sides.map(
      (bound) => () => [revenue(book, { ...asked, line: null, bound })].map((f) => [f.revenue.amount, f.marks]),
    ),
  ].map((ask) => {
    const given = orProblem<unknown>(ask);
    return given instanceof Problem ? given.code : JSON.stringify(given);
  });
}

it('the order of rows means nothing, whatever the rows hold', () => {
  fc.assert(
    fc.property(
      fc.array(clientRow, { minLength: 2, maxLength: 8 }),
      fc.array(revenueRow, { maxLength: 3 }),
      fc.constantFrom('Acme', ALL),
      fc.constantFrom(null, 'runrate', 'ttm', '2024', '2024-02'),
      (rows, revenues, client, when) => {
        const [there, back] = [
          figuresOf(rows, revenues, client, when),
          figuresOf([...rows].reverse(), [...revenues].reverse(), client, when),
        ];
        expect(back).toEqual(there);
      },
    ),
    { numRuns: 500 },
  );
});
