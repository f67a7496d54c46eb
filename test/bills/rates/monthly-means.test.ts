import { parseDailyRates } from '../../../src/bills/rates/daily-rates';
import { mean, monthlyMeans } from '../../../src/bills/rates/monthly-means';
import { targetDays } from '../../../src/bills/rates/target-days';

/** A file in which each business day of the months has the same rates; lines can be left out or changed. */
function dailyFile(months: string[], change: (line: string) => string | undefined = (line) => line): string {
  const lines = months.flatMap(targetDays).map((date) => `${date},1.10,160.5`);
  return ['Date,USD,JPY', ...lines.map(change).filter((line) => line !== undefined)].join('\n');
}

const meansOf = (csv: string) => monthlyMeans(parseDailyRates(csv), ['USD', 'JPY']);

describe('the mean of daily rates', () => {
  it.each([
    ['is exact where binary fractions are not', ['0.1', '0.2'], '0.150000'],
    ['rounds once, half up, to six decimals', ['1.000000', '1.000001'], '1.000001'],
    ['rounds down below the half', ['1.0000001', '1.0000008'], '1.000000'],
    ['keeps six decimals of a whole number', ['7', '7'], '7.000000'],
  ])('%s', (_, rates, expected) => {
    expect(mean(rates)).toBe(expected);
  });
});

describe('the means of months', () => {
  it('come earliest month first, whichever way the file runs', () => {
    const expected = [
      { month: '2024-10', days: 23, means: ['1.100000', '160.500000'] },
      { month: '2024-11', days: 21, means: ['1.100000', '160.500000'] },
    ];
    const [header, ...lines] = dailyFile(['2024-10', '2024-11']).split('\n');
    expect(meansOf([header, ...lines].join('\n')).complete).toEqual(expected);
    expect(meansOf([header, ...lines.reverse()].join('\r\n')).complete).toEqual(expected);
  });

  it('leave out a month that lacks a business day', () => {
    const csv = dailyFile(['2024-10', '2024-11'], (line) => (line.startsWith('2024-11-29') ? undefined : line));
    expect(meansOf(csv).complete.map(({ month }) => month)).toEqual(['2024-10']);
    expect(meansOf(csv).incomplete).toEqual([{ month: '2024-11', reason: 'no rates on 2024-11-29' }]);
  });

  it.each(['N/A', ''])('leave out a month in which a currency has "%s" on one day', (gap) => {
    const csv = dailyFile(['2024-11'], (line) => (line.startsWith('2024-11-18') ? `2024-11-18,1.10,${gap}` : line));
    expect(meansOf(csv)).toEqual({
      complete: [],
      incomplete: [{ month: '2024-11', reason: 'no JPY rate on 2024-11-18' }],
    });
  });

  it('leave out a month with rates on a day that is no business day', () => {
    const csv = `${dailyFile(['2024-11'])}\n2024-11-30,1.10,160.5`;
    expect(meansOf(csv).incomplete).toEqual([
      { month: '2024-11', reason: 'rates on 2024-11-30, which is no business day of TARGET' },
    ]);
  });
});
