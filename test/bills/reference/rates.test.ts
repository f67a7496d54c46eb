import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ecbCurrencies, ecbMonthlyMeans } from '../../../src/bills/reference/ecb-monthly-means';
import { rateSource, referenceRates } from '../../../src/bills/reference/rates';
import { parseDailyRates } from '../../../src/bills/rates/daily-rates';
import { monthlyMeans } from '../../../src/bills/rates/monthly-means';
import { targetDays } from '../../../src/bills/rates/target-days';
import { describeWithData, sharedData } from '../../shared-data';

const key = (month: string, currency: string) => `${month} ${currency}`;
const shipped = new Map(referenceRates.map((rate) => [key(rate.month, rate.currency), rate]));
const months = ecbMonthlyMeans.map(([month]) => month);

describe('the rates that ship', () => {
  it('give the dollar of November 2024 as the mean of 21 daily rates', () => {
    expect(shipped.get('2024-11 USD')).toEqual({
      month: '2024-11',
      currency: 'USD',
      unitsPerEur: '1.063014',
      source: "ECB euro reference rates, mean of the month's daily rates",
    });
    expect(ecbMonthlyMeans.find(([month]) => month === '2024-11')?.[1]).toBe(21);
  });

  it('cover the promised currencies', () => {
    const promised = ['USD', 'CNY', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'SEK', 'INR', 'KRW', 'HKD', 'SGD'];
    expect([...ecbCurrencies]).toEqual(promised);
  });

  it('have one row for each month and currency', () => {
    expect(shipped.size).toBe(referenceRates.length);
    expect(referenceRates).toHaveLength(months.length * ecbCurrencies.length);
  });

  it('run from 2023-01 without a gap, earliest month first', () => {
    const unbroken = months.map((_, index) => new Date(Date.UTC(2023, index, 1)).toISOString().slice(0, 7));
    expect(months).toEqual(unbroken);
  });

  it('are positive, with six decimals and the source', () => {
    for (const { unitsPerEur, source } of referenceRates) {
      expect(unitsPerEur).toMatch(/^\d+\.\d{6}$/);
      expect(Number(unitsPerEur)).toBeGreaterThan(0);
      expect(source).toBe(rateSource);
    }
  });

  it('count the TARGET business days of each month', () => {
    for (const [month, days] of ecbMonthlyMeans) {
      expect([month, days]).toEqual([month, targetDays(month).length]);
    }
  });
});

describeWithData('the rates that ship, against the daily rates as published', () => {
  const csv = () => readFileSync(join(sharedData, 'fx/ecb_daily_2023-01_2026-04.csv'), 'utf8');

  it('are the means of the daily rates of every complete month', () => {
    const { complete, incomplete } = monthlyMeans(parseDailyRates(csv()), ecbCurrencies);
    expect(ecbMonthlyMeans).toEqual(complete.map(({ month, days, means }) => [month, days, ...means]));
    expect(incomplete).toEqual([{ month: '2026-04', reason: 'no rates on 2026-04-14' }]);
  });

  it('agree with means that were worked out elsewhere, where there are any', () => {
    const lines = readFileSync(join(sharedData, 'fx/ecb_monthly_2023-01_2026-04.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const elsewhere = lines.map((line) => {
      const [month = '', currency = '', , , , , , meanRate] = line.split(',');
      return { month, currency, meanRate };
    });
    const compared = elsewhere.filter(({ month, currency }) => shipped.has(key(month, currency)));
    expect(compared).toHaveLength(months.length * 10);
    expect(compared.map(({ month, currency }) => shipped.get(key(month, currency))?.unitsPerEur)).toEqual(
      compared.map(({ meanRate }) => meanRate),
    );
  });
});
