import { parsePeriod } from '../../../src/domain/arguments/period';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { formatMonth } from '../../../src/domain/calendar/month';
import { budget, type BudgetFigure } from '../../../src/domain/figures/budget';
import type { BudgetMeasure } from '../../../src/domain/figures/budget-words';
import { budgetCell } from '../../../src/functions/late/budget-cell';
import { formatExactly } from '../exact-amount';
import { sampleBook, type Cells, type SampleTables } from '../sample-book';

interface Asked {
  readonly measure?: BudgetMeasure;
  readonly period?: string | number | null;
  readonly vendor?: string;
  readonly currency?: string;
}

function ask(tables: SampleTables, { measure = 'budget', period = null, vendor, currency }: Asked): BudgetFigure {
  return budget(sampleBook(tables), {
    client: 'Acme',
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
