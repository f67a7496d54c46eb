import { parsePeriod } from '../../../src/domain/arguments/period';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { bridge } from '../../../src/domain/figures/bridge';
import { sampleBook, type Cells } from '../sample-book';

it('is worked out for many rows of one thing in another currency, each of which is looked at a few times', () => {
  const rows = (month: string): Cells[] =>
    Array.from({ length: 20_000 }, (_, at) => ({ Month: month, Spend: at + 1, Currency: 'USD', Service: 'A' }));
  const book = sampleBook({
    clients: [...rows('2024-01'), ...rows('2024-02')],
    rates: ['2024-01', '2024-02'].map((month) => ({ Month: month, Currency: 'USD', 'Units per EUR': 2 })),
  });
  const [from, to] = ['2024-01', '2024-02'].map(parsePeriod);
  if (from === undefined || to === undefined) {
    throw new Error('There are two periods');
  }
  const start = performance.now();
  bridge(book, { client: 'Acme', from, to, currency: requireCurrency('EUR'), vendor: '*', by: 'service' });
  // Half a second; more than half a minute where each row looks at all others.
  expect(performance.now() - start).toBeLessThan(8_000);
});
