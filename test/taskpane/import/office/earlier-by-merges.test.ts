import { EVERY_TABLE } from '../../../../src/domain/ledger/import-tables';
import type { RawTable } from '../../../../src/domain/ledger/table';
import { earlierByMerges } from '../../../../src/taskpane/import/office/earlier-by-merges';
import { planLog, type LogLine } from '../../../../src/workbook/plans/import-log';

const LINE: LogLine = {
  file: 'bill.csv',
  loaded: '2024-11-18 14:05',
  format: 'Table',
  rows: 2,
  currency: 'USD',
  total: '107',
  counted: '107',
  leftOut: '0',
  mapping: '',
  header: 'abc',
  sha256: '11',
};
const CLIENTS: RawTable = {
  name: 'AIClients',
  firstRow: 2,
  header: ['Client', 'Vendor', 'Month', 'Spend', 'Currency', 'Basis', 'Source'],
  rows: [
    ['ByteDance', 'AWS', 45_536, 100, 'USD', 'billed', 'bill.csv'],
    ['ByteDance Ltd.', 'AWS', 45_536, 7, 'USD', 'billed', 'bill.csv'],
  ],
};
const LOG: RawTable = {
  name: 'AIImports',
  firstRow: 2,
  header: EVERY_TABLE.AIImports.columns.map(({ name }) => name),
  rows: planLog(null, [LINE], []).added,
};
const SUM = { vendor: 'AWS', service: '', month: '2024-09', currency: 'USD', rows: 1 };
const PROPOSALS = [{ name: 'ByteDance Ltd.', client: 'ByteDance', reason: 'legal form' }];

describe('the earlier imports that a bill meets', () => {
  it('are counted under the names that the user has agreed to so far', async () => {
    const sums = [{ ...SUM, client: 'ByteDance Ltd.', amount: '8' }];
    const earlier = await earlierByMerges({ clients: CLIENTS, log: LOG }, sums, PROPOSALS, '22');
    const told = (...names: string[]) =>
      earlier(new Set(names)).map(({ rows, otherRows, before, after }) => ({ rows, otherRows, before, after }));
    const usd = (amount: string) => [{ currency: 'USD', amount }];
    expect(told()).toEqual([{ rows: 1, otherRows: 1, before: usd('7'), after: usd('8') }]);
    expect(told('ByteDance Ltd.')).toEqual([{ rows: 1, otherRows: 1, before: usd('100'), after: usd('8') }]);
    expect(told('ByteDance Ltd.', 'of another file')).toEqual(told('ByteDance Ltd.'));
  });
});
