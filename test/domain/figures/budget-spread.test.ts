import { monthOf } from '../../../src/domain/calendar/month';
import { spreadBudget } from '../../../src/domain/figures/budget-spread';
import { EUR } from '../../../src/domain/money/currency';
import { Decimal } from '../../../src/domain/money/decimal';
import { sampleBook, type Cells } from '../sample-book';

/** What the first months of 2024 weigh in Acme's budget of 2025. */
function weights(...clients: Cells[]): string[] {
  const budget = { amount: new Decimal(1200), currency: EUR };
  const spread = spreadBudget(sampleBook({ clients }), { client: 'Acme', vendor: '', from: monthOf(2025, 1), budget });
  return spread.slice(0, clients.length).map(({ before }) => before?.amount.toFixed() ?? 'mean');
}

it('a month of which the vendor has a bill, but no row that counts is of the client, weighs nothing', () => {
  const beta = { Client: 'Beta', Month: '2024-02' };
  expect(weights({}, beta)).toEqual(['100', '0']);
  expect(weights({}, beta, { Month: '2024-02', Basis: 'superseded' })).toEqual(['100', '0', 'mean']);
  expect(weights({}, beta, { Month: '2024-02', Spend: null })).toEqual(['100', 'mean', 'mean']);
  expect(weights({}, beta, { Month: '2024-02', Complete: 'no' })).toEqual(['100', 'mean', 'mean']);
});
