import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import { currencyShown, shownOtherwise, spendPosition } from '../../../src/taskpane/office/shown-currency';

describe('the currency that a number format shows', () => {
  it.each([
    ['$#,##0.00', '$'],
    ['"$"#,##0', '$'],
    ['\\$#,##0', '$'],
    ['[$€-407]#,##0.00', '€'],
    ['#,##0.00 [$USD]', 'USD'],
    ['_-* #,##0.00 "kr"_-', 'kr'],
    ['#,##0.00 "€";[Red]-#,##0.00 "€"', '€'],
  ])('is in %s the %s', (format, mark) => {
    expect(currencyShown(format)).toBe(mark);
  });

  it.each(['General', '#,##0.00', '0.0%', '[$-409]mmm yyyy', '#,##0 "tokens"', '@', ''])(
    'is none in "%s"',
    (format) => {
      expect(currencyShown(format)).toBe('');
    },
  );
});

describe('rows that are shown in another currency', () => {
  const table = (...rows: CellValue[][]): RawTable => ({
    name: 'AIClients',
    firstRow: 5,
    header: ['Client', 'Vendor', 'Month', 'Spend', 'Currency'],
    rows,
  });
  const row = (spend: CellValue, currency: CellValue): CellValue[] => ['Acme', 'OpenAI', 45658, spend, currency];

  it('are those whose currency the sign cannot be', () => {
    const rows = table(row(25, 'EUR'), row(25, 'CAD'), row(25, 'usd'), row(25, 'EUR'), row(25, 'EUR'));
    const formats = ['$#,##0', '$#,##0', '$#,##0', '#,##0.00', '[$USD] #,##0'];
    expect(shownOtherwise(rows, formats)).toEqual([
      { row: 5, shown: '$', currency: 'EUR' },
      { row: 9, shown: 'USD', currency: 'EUR' },
    ]);
    expect(spendPosition(rows)).toBe(3);
  });

  it('are none without an amount or a currency, which are told elsewhere, nor in a table that has changed since', () => {
    const rows = table(row(null, 'EUR'), row('$25', 'EUR'), row(25, 'euro'));
    expect(shownOtherwise(rows, ['$0', '$0', '$0'])).toEqual([]);
    expect(shownOtherwise(table(row(25, 'EUR')), ['$0', '$0'])).toEqual([]);
  });
});
