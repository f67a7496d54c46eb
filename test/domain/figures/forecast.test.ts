import { formatMonth } from '../../../src/domain/calendar/month';
import { forecast, type Forecast } from '../../../src/domain/figures/forecast';
import { problemOf, sampleBook, type Cells } from '../sample-book';

const ask = (clients: readonly Cells[]): Forecast =>
  forecast(sampleBook({ clients }), { client: 'Acme', months: 1, method: 'last', currency: null, vendor: '*' });

/** What the forecast rests on, and the first month after that. */
function told(clients: readonly Cells[]): string {
  const { series, months, currency } = ask(clients);
  const run = series.months.map(({ amount }) => amount.toFixed()).join(' ');
  return `${run} ${currency}, then ${months.map(({ month, amount }) => `${formatMonth(month)} ${amount.toFixed()}`).join()}`;
}

const months = (client: string, from: number, to: number, cells: Cells = {}): Cells[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ Client: client, Month: `2024-0${from + at}`, ...cells }));

describe('what a forecast rests on', () => {
  it('ends with the latest complete month on record', () => {
    expect(told(months('Acme', 1, 3))).toBe('100 100 100 EUR, then 2024-04 100');
    expect(told([...months('Acme', 1, 3), { Month: '2024-04', Complete: 'no' }])).toBe(
      '100 100 100 EUR, then 2024-04 100',
    );
  });

  it('goes on with zeros while the bill of the vendor is on record and has no row of the client', () => {
    const stopped = months('Acme', 1, 3);
    expect(told([...stopped, ...months('Beta', 1, 5)])).toBe('100 100 100 0 0 EUR, then 2024-06 0');
    expect(told([...stopped, ...months('Beta', 4, 5), ...months('Beta', 6, 6, { Complete: 'no' })])).toBe(
      '100 100 100 0 0 EUR, then 2024-06 0',
    );
    expect(told([...stopped, ...months('Beta', 1, 5, { Vendor: 'Google' })])).toBe('100 100 100 EUR, then 2024-04 100');
    expect(told([...stopped, ...months('Beta', 1, 5), { Month: '2024-05', Spend: null }])).toBe(
      '100 100 100 0 EUR, then 2024-05 0',
    );
  });

  it('may be nothing but such zeros', () => {
    const begun = [{ Month: '2024-01', Complete: 'no', Currency: 'USD' }];
    expect(told([...begun, ...months('Beta', 1, 4)])).toBe('0 0 0 USD, then 2024-05 0');
  });

  it('is what follows the last gap', () => {
    expect(problemOf(() => ask([...months('Acme', 1, 3), ...months('Beta', 5, 6)]))).toBe(
      '#N/A Acme has 2024-05, 2024-06 on record without a gap; a forecast needs 3 complete months in a row.',
    );
  });
});
