import { currencyMeans } from '../../../src/bills/rates/currency-means';
import { parseDailyRates } from '../../../src/bills/rates/daily-rates';
import { targetDays } from '../../../src/bills/rates/target-days';

/** Newest first, as the bank writes them; `cells` gives the rates of a day. */
function history(months: readonly string[], currencies: string, cells: (date: string) => string): string {
  const lines = months
    .flatMap(targetDays)
    .reverse()
    .map((date) => `${date},${cells(date)},`);
  return [`Date,${currencies},`, ...lines].join('\n');
}

const meansOf = (csv: string) => currencyMeans(parseDailyRates(csv));

describe('the means of each currency', () => {
  it('come by month and currency', () => {
    expect(meansOf(history(['2024-11', '2024-10'], 'USD,JPY', () => '1.1,160.5'))).toEqual({
      means: [
        { month: '2024-10', currency: 'JPY', unitsPerEur: '160.500000' },
        { month: '2024-10', currency: 'USD', unitsPerEur: '1.100000' },
        { month: '2024-11', currency: 'JPY', unitsPerEur: '160.500000' },
        { month: '2024-11', currency: 'USD', unitsPerEur: '1.100000' },
      ],
      incomplete: [],
    });
  });

  it('leave out the running month of all, with the reason', () => {
    const csv = history(['2024-10', '2024-11'], 'USD,JPY', () => '1.1,160.5');
    const until18 = csv
      .split('\n')
      .filter((line) => !/^2024-11-(19|2)/.test(line))
      .join('\n');
    const { means, incomplete } = meansOf(until18);
    expect(means.map(({ month }) => month)).toEqual(['2024-10', '2024-10']);
    expect(incomplete).toEqual([{ month: '2024-11', currencies: ['JPY', 'USD'], reason: 'no rates on 2024-11-19' }]);
  });

  it('keep the whole months of a currency that begins in one month and ends in another', () => {
    const csv = history(['2024-09', '2024-10', '2024-11', '2024-12'], 'USD,HRK', (date) =>
      date < '2024-09-16' || date > '2024-11-08' ? '1.1,N/A' : '1.1,7.5',
    );
    const { means, incomplete } = meansOf(csv);
    expect(means.filter(({ currency }) => currency === 'HRK')).toEqual([
      { month: '2024-10', currency: 'HRK', unitsPerEur: '7.500000' },
    ]);
    expect(means.filter(({ currency }) => currency === 'USD')).toHaveLength(4);
    expect(incomplete).toEqual([
      { month: '2024-09', currencies: ['HRK'], reason: 'no HRK rate on 2024-09-02' },
      { month: '2024-11', currencies: ['HRK'], reason: 'no HRK rate on 2024-11-11' },
    ]);
  });

  it('leave out a month with rates on a day that is no business day', () => {
    expect(meansOf(`${history(['2024-11'], 'USD', () => '1.1')}\n2024-11-30,1.1`).incomplete).toEqual([
      { month: '2024-11', currencies: ['USD'], reason: 'rates on 2024-11-30, which is no business day of TARGET' },
    ]);
  });
});
