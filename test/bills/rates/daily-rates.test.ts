import { FileProblem } from '../../../src/formats/file/file-problem';
import { looksLikeEcbHistory, parseDailyRates } from '../../../src/bills/rates/daily-rates';

describe("the bank's file", () => {
  it('may have a byte order mark, blanks and a comma at the end of each line', () => {
    const rates = parseDailyRates('\uFEFFDate, USD, JPY,\n2024-11-18, 1.0552, 163.74,\n');
    expect([...(rates.get('2024-11-18') ?? [])]).toEqual([
      ['USD', '1.0552'],
      ['JPY', '163.74'],
    ]);
  });

  it.each([
    ['Month,USD\n2024-11,1.1', 'Line 1 starts with "Month", not with Date. Use the bank\'s file eurofxref-hist.csv.'],
    ['Date,USD\n18/11/2024,1.1', 'Line 2: "18/11/2024" is not a date such as 2024-11-18.'],
    ['Date,USD\n2024-11-18,1.1\n2024-11-18,1.1', 'Line 3: 2024-11-18 is there twice.'],
    ['Date,USD\n2024-02-30,1.1', 'Line 2: "2024-02-30" is not a date such as 2024-11-18.'],
    ['Date,USD\n1998-12-31,1.1', 'Line 2: "1998-12-31" is not a date such as 2024-11-18.'],
    ['Date,USD,JPY,USD\n2024-11-18,1.1,160,1.2', 'Line 1: USD is there twice.'],
    ['Date,USD\n2024-11-18,1e5', 'Line 2: USD is "1e5", not a rate.'],
    ['Date,USD\n2024-11-18,abc', 'Line 2: USD is "abc", not a rate.'],
    ['Date,USD\n2024-11-18,0', 'Line 2: USD is "0", not a rate.'],
  ])('is refused with the line and the value: %j', (csv, message) => {
    expect(() => parseDailyRates(csv)).toThrow(new FileProblem(message));
  });
});

describe("the header of the bank's file", () => {
  it.each([[['Date', 'USD', 'JPY', 'BGN', '']], [['Date', ' USD ', 'JPY']]])('is recognised: %j', (header) => {
    expect(looksLikeEcbHistory(header)).toBe(true);
  });

  it.each([
    [['Date', 'Client', 'USD']],
    [['Month', 'USD', 'JPY']],
    [['Date', 'JPY']],
    [['Date']],
    [[]],
    [['USD', 'Date']],
  ])('is told from others: %j', (header) => {
    expect(looksLikeEcbHistory(header)).toBe(false);
  });
});
