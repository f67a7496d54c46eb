import { parsePeriod } from '../../../src/domain/arguments/period';
import { formatMonth } from '../../../src/domain/calendar/month';
import { usage, type UsageFigure } from '../../../src/domain/figures/usage';
import type { UsageMeasure } from '../../../src/domain/figures/usage-words';
import { formatExactly } from '../exact-amount';
import { problemOf, sampleBook, type Cells } from '../sample-book';

interface Asked {
  readonly client?: string;
  readonly period?: string;
  readonly measure?: UsageMeasure;
}

const ask = (clients: readonly Cells[], { client = 'Acme', period, measure = 'quantity' }: Asked = {}): UsageFigure =>
  usage(sampleBook({ clients }), {
    client,
    period: parsePeriod(period ?? null),
    measure,
    unit: null,
    currency: null,
    vendor: '*',
    model: null,
  });

/** The months and what they come to. */
function told(clients: readonly Cells[], asked?: Asked): string {
  const { months, quantity, unitCost, marks } = ask(clients, asked);
  const covered = marks.covered === null ? '' : ` (${marks.covered.months}/${marks.covered.of})`;
  const amount = unitCost === null ? quantity.toFixed() : formatExactly(unitCost);
  return `${months.map(({ month }) => formatMonth(month)).join()}: ${amount}${covered}`;
}

const bill = (cells: Cells): Cells => ({ Quantity: 4, Unit: 'requests', ...cells });
const claim = (cells: Cells): Cells => bill({ Basis: 'reported', Source: 'Weekly', ...cells });

describe('quantities of all clients', () => {
  it('are those of own bills where there are any, also if these tell no quantity', () => {
    const market = claim({ Client: 'Beta', Quantity: 9 });
    expect(told([bill({}), market], { client: '*' })).toBe('2024-01: 4');
    expect(told([market], { client: '*' })).toBe('2024-01: 9');
    expect(problemOf(() => ask([{ Spend: 5 }, market], { client: '*' }))).toBe(
      '#N/A AIClients has no quantity on record. Fill in the columns Quantity and Unit of AIClients.',
    );
    expect(problemOf(() => ask([{ Spend: 5 }, market], { client: '*', period: '2024' }))).toBe(
      '#N/A AIClients has no quantity on record in 2024. Fill in the columns Quantity and Unit of AIClients.',
    );
  });
});

describe('the latest month', () => {
  it('is one in which a row with a quantity counts', () => {
    const later = { Month: '2024-02' };
    expect(told([bill({}), { ...later, Service: 'A' }, claim({ ...later, Service: 'A' })])).toBe('2024-01: 4');
    expect(told([bill({}), claim({ ...later, Spend: null })])).toBe('2024-01: 4');
    expect(told([bill({}), bill({ ...later, Spend: null, Quantity: 7 })])).toBe('2024-02: 7');
    expect(problemOf(() => ask([bill({}), claim({ ...later, Spend: 1 }), claim({ ...later, Spend: 2 })]))).toContain(
      'Two sources disagree on Acme, 2024-02',
    );
  });

  it('is one that has both, where a unit cost is asked for', () => {
    const rows = [bill({}), bill({ Month: '2024-02', Spend: null })];
    expect(told(rows, { measure: 'unitcost' })).toBe('2024-01: 25 EUR');
    expect(told(rows, { measure: 'unitcost', period: '2024' })).toBe('2024-01: 25 EUR (1/12)');
    expect(problemOf(() => ask(rows.slice(1), { measure: 'unitcost' }))).toBe(
      '#N/A No row of Acme in 2024-02 has both a spend and a quantity, so there is no cost of a unit.',
    );
  });
});
