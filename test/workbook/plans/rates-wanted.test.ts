import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import { wantedRates } from '../../../src/workbook/plans/rates-plan';

const LEAST = { currencies: ['USD'], from: '2024-01' };
const rate = (currency: string, month: string) => ({ currency, month, unitsPerEur: '1' });
const RATES = [rate('USD', '2023-12'), rate('USD', '2024-01'), rate('BRL', '2024-01'), rate('SEK', '2024-01')];

function clients(...rows: CellValue[][]): RawTable {
  return { name: 'AIClients', firstRow: 2, header: ['Client', 'Vendor', 'Month', 'Spend', 'Currency'], rows };
}

describe('of the rates in a file', () => {
  it('those that ship are wanted, from the first month that ships', () => {
    expect(wantedRates(RATES, new Map(), LEAST)).toEqual([RATES[1]]);
  });

  it('also those of currencies that the tables name, and of the months of a client that come before', () => {
    const tables = new Map([
      ['AIClients', clients(['Acme', 'AWS', '2023-12', 1, 'brl '], ['Acme', 'AWS', null, null, null])] as const,
      [
        'AIRates',
        { name: 'AIRates', firstRow: 2, header: ['Month', 'Currency', 'Units per EUR'], rows: [[45292, 'SEK', 11]] },
      ] as const,
    ]);
    expect(wantedRates(RATES, new Map<'AIClients' | 'AIRates', RawTable>(tables as never), LEAST)).toEqual(RATES);
  });
});
