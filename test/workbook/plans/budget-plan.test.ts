import type { NewBudget } from '../../../src/domain/ledger/rows-to-load';
import { serialOf, monthOf } from '../../../src/domain/calendar/month';
import { planBudgets } from '../../../src/workbook/plans/budget-plan';
import { tableOf } from '../../domain/sample-book';

const budget: NewBudget = {
  client: 'Acme',
  vendor: '',
  from: '2024-01',
  to: '2024-12',
  amount: '1000.5',
  currency: 'EUR',
  note: 'board',
};

describe('a new budget', () => {
  it('is a row at the end of AIBudgets, and what stands there stays', () => {
    const row = ['Acme', '', serialOf(monthOf(2024, 1)), serialOf(monthOf(2024, 12)), 1000.5, 'EUR', 'board'];
    expect(planBudgets(null, [budget])).toEqual({ replaced: [], removed: [], added: [row], kept: 0 });
    const existing = tableOf('AIBudgets', [
      { Client: 'Acme', From: '2023-01', To: '2023-12', Budget: 1, Currency: 'EUR' },
      { Client: 'Acme', Vendor: 'OpenAI', From: '2024-03', Budget: 1, Currency: 'EUR' },
      {},
    ]);
    expect(planBudgets(existing, [budget])).toEqual({ replaced: [], removed: [], added: [row], kept: 2 });
  });

  it('that stands there already, to the last cell, is not added again', () => {
    const existing = tableOf('AIBudgets', [
      { Client: 'acme', Vendor: '*', From: '2024-01', To: '2024-12', Budget: 1000.5, Currency: 'eur' },
    ]);
    expect(planBudgets(existing, [budget])).toEqual({ replaced: [], removed: [], added: [], kept: 1 });
    const other = { ...budget, amount: '1000' };
    expect(() => planBudgets(existing, [other])).toThrow('AIBudgets row 2 is a budget of Acme');
  });

  it('is refused for a month that has one already, and the row is named', () => {
    const existing = tableOf('AIBudgets', [
      {},
      { Client: ' acme', From: '2024-12', To: '2025-02', Budget: 1, Currency: 'EUR' },
    ]);
    expect(() => planBudgets(existing, [budget])).toThrow(
      'AIBudgets row 3 is a budget of Acme for 2024-12 to 2025-02 already. Change that row, or name other months.',
    );
  });
});
