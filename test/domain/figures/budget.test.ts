import { parsePeriod } from '../../../src/domain/arguments/period';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { formatMonth } from '../../../src/domain/calendar/month';
import { budget, type BudgetFigure } from '../../../src/domain/figures/budget';
import type { BudgetMeasure } from '../../../src/domain/figures/budget-words';
import { budgetCell } from '../../../src/functions/late/budget-cell';
import { formatExactly } from '../exact-amount';
import { problemOf, sampleBook, type Cells, type SampleTables } from '../sample-book';

interface Asked {
  readonly client?: string;
  readonly measure?: BudgetMeasure;
  readonly period?: string | number | null;
  readonly vendor?: string;
  readonly currency?: string;
}

function ask(
  tables: SampleTables,
  { client = 'Acme', measure = 'budget', period = null, vendor, currency }: Asked,
): BudgetFigure {
  return budget(sampleBook(tables), {
    client,
    period: period === null ? null : parsePeriod(period),
    measure,
    currency: currency === undefined ? null : requireCurrency(currency),
    vendor: vendor ?? null,
  });
}

/** The result with its marks. */
function told(tables: SampleTables, asked: Asked): string {
  const figure = ask(tables, asked);
  const { result } = figure;
  const value =
    result.kind === 'amount'
      ? formatExactly(result.amount)
      : result.kind === 'share'
        ? result.share.toFixed()
        : formatMonth(result.month);
  return `${value}${/"(.*)"/.exec(budgetCell(figure).format)?.[1] ?? ''}`;
}

/** Acme's budget for 2024, but for what is said otherwise. */
const row = (cells: Cells = {}): Cells => ({
  Client: 'Acme',
  From: '2024-01',
  To: '2024-12',
  Budget: 1200,
  Currency: 'EUR',
  ...cells,
});
const months = (from: number, to: number, cells: Cells = {}): Cells[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ Month: `2024-0${from + at}`, ...cells }));

describe('the month of a budget', () => {
  const clients = [...months(1, 2), { Month: '2024-03', Spend: 5, Complete: 'no' }];

  it('is the latest that is over, where there is one', () => {
    expect(told({ clients, budgets: [row()] }, { period: 'month', measure: 'actual' })).toBe('100 EUR');
    expect(told({ clients: clients.slice(2), budgets: [row()] }, { period: 'month', measure: 'actual' })).toBe(
      '5 EUR (partial)',
    );
  });

  it('is the latest on record where a stretch ends with it', () => {
    expect(told({ clients, budgets: [row()] }, { period: 'ytd', measure: 'actual' })).toBe('205 EUR (partial)');
  });
});

describe('what is used of a budget', () => {
  it('carries the marks of what was spent', () => {
    const clients = [...months(1, 2), { Month: '2024-03', Spend: 10, Complete: 'no' }];
    expect(told({ clients, budgets: [row()] }, { measure: 'used' })).toBe('0.175 (3/12) (partial)');
    expect(told({ clients, budgets: [row()] }, { measure: 'used', period: 'ytd' })).toBe('0.7 (partial)');
    expect(told({ clients, budgets: [row()] }, { measure: 'used', period: '2024-01:2024-02' })).toBe('1');
  });
});

describe('the variance', () => {
  it('is of the months to the latest on record, also where that lies in none that has a spend', () => {
    const clients = [...months(1, 2), ...months(5, 5)];
    expect(told({ clients, budgets: [row()] }, { measure: 'variance', period: '2024-01:2024-04' })).toBe(
      '200 EUR (2/4)',
    );
    expect(told({ clients, budgets: [row()] }, { measure: 'variance', period: '2024' })).toBe('200 EUR (3/12)');
  });

  it('counts a month covered by the bill of the vendor', () => {
    const clients = [...months(1, 1), ...months(3, 3), { Client: 'Beta', Month: '2024-02' }];
    expect(told({ clients, budgets: [row()] }, { measure: 'variance', period: '2024-Q1' })).toBe('100 EUR');
    expect(told({ clients, budgets: [row({ To: '2024-04' })] }, { measure: 'forecast', period: '2024' })).toBe(
      '300 EUR (4/12)',
    );
  });
});

describe('what was spent of the budget of all clients', () => {
  it('tells whose claims stay out, and whose amounts are not disclosed', () => {
    const clients = [
      ...months(1, 2),
      { Client: 'Beta', Month: '2024-01', Spend: null },
      { Client: 'Gamma', Month: '2024-02', Basis: 'reported' },
      { Client: 'Delta', Month: '2025-02', Basis: 'reported' },
    ];
    const budgets = [row({ Client: '*', To: '2024-02' })];
    const ofAll = { client: '*', period: '2024-01:2024-02' };
    expect(told({ clients, budgets }, { ...ofAll, measure: 'actual' })).toBe('200 EUR (+1 undisclosed) (+1 reported)');
    expect(told({ clients, budgets }, { ...ofAll, measure: 'budget' })).toBe('1,200 EUR');
    expect(told({ clients: clients.slice(3), budgets }, { ...ofAll, measure: 'actual' })).toBe('100 EUR (1/2)');
  });
});

describe('the rates that a budget needs', () => {
  const rate = (month: string): Cells => ({ Month: month, Currency: 'USD', 'Units per EUR': 2 });
  const tables = {
    clients: months(1, 4),
    budgets: [row()],
    rates: ['2024-01', '2024-02', '2024-03', '2024-04'].map(rate),
  };

  it('are those of the months that are in the figure', () => {
    expect(told(tables, { measure: 'actual', currency: 'USD' })).toBe('800 USD (4/12)');
    expect(told(tables, { measure: 'variance', currency: 'USD' })).toBe('0 USD (4/12)');
    expect(told(tables, { measure: 'forecast', currency: 'USD' })).toBe('2,400 USD');
    expect(problemOf(() => ask(tables, { measure: 'left', currency: 'USD' }))).toContain('No USD rate for 2024-05');
  });
});

describe('a budget with "*"', () => {
  it('is that with all vendors together', () => {
    const budgets = [row(), row({ Vendor: 'Google', Budget: 5 })];
    expect(told({ clients: months(1, 3), budgets }, { vendor: '*' })).toBe('1,200 EUR');
    expect(problemOf(() => ask({ clients: months(1, 3), budgets: budgets.slice(1) }, { vendor: '*' }))).toBe(
      '#N/A AIBudgets has no budget of Acme with all vendors together in 2024-01:2024-12; it has 2024-01 to 2024-12 with Google.',
    );
  });
});

describe('a budget that goes on beyond 60 months', () => {
  const tables = (budget: number): SampleTables => ({
    clients: months(1, 3),
    budgets: [row({ To: '2034-03', Budget: budget })],
  });

  it('is not forecast', () => {
    expect(problemOf(() => ask(tables(1200), { measure: 'forecast', period: '2024-01:2034-03' }))).toBe(
      '#VALUE! The budget goes on to 2034-03, 120 months after the latest complete one, and AIFORECAST tells 60 at most. Ask for a shorter period.',
    );
    expect(told(tables(1200), { measure: 'forecast', period: '2024-01:2029-03' })).toBe('6,300 EUR');
  });

  it('runs out in a month that is forecast, or it is not known', () => {
    expect(told(tables(1200), { measure: 'runout', period: '2024-01:2034-03' })).toBe('2025-01');
    expect(problemOf(() => ask(tables(6300), { measure: 'runout', period: '2024-01:2034-03' }))).toBe(
      '#N/A Acme stays within the budget of 6,300.00 EUR to 2029-03, and AIFORECAST tells no more than 60 months. Ask for a shorter period.',
    );
  });
});

describe('a row of AIBudgets that is broken', () => {
  const clients = months(1, 3);
  const broken = (cells: Cells): string => {
    const tables = { clients, budgets: [row(), row({ Budget: 'much', ...cells })] };
    try {
      return told(tables, {});
    } catch {
      return problemOf(() => ask(tables, {}));
    }
  };
  const much = '#VALUE! AIBudgets row 3: Budget is "much", not a number.';

  it('troubles the figures of its own months', () => {
    expect(broken({})).toBe(much);
    expect(broken({ From: '2025-01', To: '2025-12' })).toBe('1,200 EUR');
    expect(broken({ From: '2023-01', To: null })).toBe('1,200 EUR');
    expect(broken({ From: '2024-12', To: '2025-06' })).toBe(much);
  });

  it('may be of any month that cannot be read', () => {
    expect(broken({ From: 'soon', To: '2023-12' })).toBe('1,200 EUR');
    expect(broken({ From: 'soon', To: '2024-02' })).toBe(
      '#VALUE! AIBudgets row 3: From is "soon", not a date or a month such as 2024-11.',
    );
    expect(broken({ From: '2025-01', To: 'late' })).toBe('1,200 EUR');
    expect(broken({ From: '2024-06', To: 'late' })).toBe(
      '#VALUE! AIBudgets row 3: To is "late", not a date or a month such as 2024-11.',
    );
    expect(broken({ From: '2026-01', To: '2025-01' })).toBe(
      '#VALUE! AIBudgets row 3: To (2025-01) lies before From (2026-01).',
    );
  });

  it('with a vendor troubles no budget with all vendors together', () => {
    expect(broken({ Vendor: 'Google' })).toBe('1,200 EUR');
    expect(
      problemOf(() =>
        ask({ clients, budgets: [row({ Vendor: 'Google' }), row({ Budget: 'much', Vendor: 'OpenAI' })] }, {}),
      ),
    ).toBe(much);
    expect(
      told({ clients, budgets: [row({ Vendor: 'Microsoft' }), row({ Budget: 'much' })] }, { vendor: 'Microsoft' }),
    ).toBe('1,200 EUR');
  });
});
