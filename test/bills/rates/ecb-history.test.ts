import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileProblem } from '../../../src/formats/file/file-problem';
import { currencyMeans } from '../../../src/bills/rates/currency-means';
import { readEcbHistory } from '../../../src/bills/rates/ecb-history';
import { referenceRates } from '../../../src/bills/reference/rates';
import { describeWithData, sharedData } from '../../shared-data';
import { zipParts } from '../../xlsx-writer';

const CSV = 'Date,USD,JPY,CYP,\n2024-11-18,1.0552,163.74,N/A,\n2024-11-15,1.0583,164.92,N/A,\n';
const zip = (entries: readonly (readonly [string, string])[]): Blob => zipParts(new Map(entries));

describe("the bank's history", () => {
  it.each([
    ['as it is', new Blob([CSV])],
    ['in its zip', zip([['eurofxref-hist.csv', CSV]])],
    [
      'in a zip with a note',
      zip([
        ['README.txt', 'see the bank'],
        ['folder/eurofxref-hist.csv', CSV],
      ]),
    ],
  ])('is read %s', async (_, file) => {
    const daily = await readEcbHistory(file);
    expect([...daily.keys()]).toEqual(['2024-11-18', '2024-11-15']);
    expect([...(daily.get('2024-11-18') ?? [])]).toEqual([
      ['USD', '1.0552'],
      ['JPY', '163.74'],
    ]);
  });

  it.each([
    ['nothing', new Blob([]), 'The file is empty.'],
    ['a header alone', new Blob(['Date,USD\n']), 'The file has no rates'],
    ['a zip without a CSV', zip([['rates.txt', CSV]]), 'The zip holds no file eurofxref-hist.csv'],
    [
      'a zip with two',
      zip([
        ['a.csv', CSV],
        ['b.csv', CSV],
      ]),
      'The zip holds no file eurofxref-hist.csv',
    ],
    ['a zip cut off', zip([['eurofxref-hist.csv', CSV]]).slice(0, 80), 'The file is not complete'],
    ['a picture', new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])]), 'Line 1 starts with'],
  ])('is told from %s', async (_, file, message) => {
    const problem = await readEcbHistory(file).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(FileProblem);
    expect(String(problem)).toContain(message);
  });
});

describeWithData('the daily rates as published', () => {
  const read = () => readEcbHistory(new Blob([readFileSync(join(sharedData, 'fx/ecb_daily_2023-01_2026-04.csv'))]));

  it('are those of 18 November 2024', async () => {
    const day = (await read()).get('2024-11-18');
    expect(['USD', 'CNY', 'GBP', 'JPY'].map((currency) => day?.get(currency))).toEqual([
      '1.0552',
      '7.6442',
      '0.8356',
      '163.74',
    ]);
  });

  it('give the means that ship, and more currencies', async () => {
    const { means, incomplete } = currencyMeans(await read());
    const found = new Map(means.map((rate) => [`${rate.month} ${rate.currency}`, rate.unitsPerEur]));
    expect(referenceRates.map(({ month, currency }) => found.get(`${month} ${currency}`))).toEqual(
      referenceRates.map(({ unitsPerEur }) => unitsPerEur),
    );
    expect(means.length).toBeGreaterThan(referenceRates.length);
    expect(incomplete.map(({ month, reason }) => [month, reason])).toContainEqual([
      '2026-04',
      'no rates on 2026-04-14',
    ]);
    // Bulgaria has had the euro since 2026.
    expect(means.filter(({ currency }) => currency === 'BGN').at(-1)?.month).toBe('2025-12');
  });
});
