import { parsePeriod } from '../../../src/domain/arguments/period';
import { requireCurrency } from '../../../src/domain/arguments/required-currency';
import { bridge } from '../../../src/domain/figures/bridge';
import { sampleBook, type Cells } from '../sample-book';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

it('takes tokens that go another way for a mix, not for a price', () => {
  const used = (Month: string, Quantity: number, Unit: string, Spend: number) => ({
    Month,
    Service: 'API',
    Spend,
    Quantity,
    Unit,
    Currency: 'USD',
  });
  const effects = (clients: readonly ReturnType<typeof used>[]) => {
    const found = bridge(sampleBook({ clients }), {
      client: 'Acme',
      from: parsePeriod('2025-05'),
      to: parsePeriod('2025-06'),
      currency: null,
      vendor: '*',
      by: 'service',
    });
    return Object.entries(found.effects).flatMap(([effect, amount]) =>
      amount.isZero() ? [] : [`${effect} ${amount.toFixed()}`],
    );
  };
  const may = [used('2025-05', 30, '1M input tokens', 150), used('2025-05', 10, '1M output tokens', 250)];
  const june = [used('2025-06', 10, '1M input tokens', 50), used('2025-06', 30, '1M output tokens', 750)];
  expect(effects([...may, ...june])).toEqual(['Mix 400']);
  // Of tokens of which one period does not tell the way, all are one.
  expect(effects([...may, used('2025-06', 40, '1M tokens', 800)])).toEqual(['Price 400']);
});

it('is worked out for many rows of one thing in another currency, each of which is looked at a few times', async () => {
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
  const asked = { client: 'Acme', from, to, currency: requireCurrency('EUR'), vendor: '*', by: 'service' } as const;
  // Half a second; more than half a minute if each row looks at all others.
  expect(await cpuTime(() => bridge(book, asked))).toBeLessThan(WRONG_KIND_MS);
});
