import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import { EVERY_TABLE } from '../../../src/domain/ledger/import-tables';
import { planAliases, readAliases } from '../../../src/workbook/plans/alias-plan';
import { earlierImports } from '../../../src/workbook/plans/earlier-imports';
import { freeSource, loggedImports, planLog, type LogLine } from '../../../src/workbook/plans/import-log';
import { atOnce } from '../../../src/domain/ledger/steps';

const HEADER: readonly string[] = EVERY_TABLE.AIImports.columns.map(({ name }) => name);
const LINE: LogLine = {
  file: 'bill.csv',
  loaded: '2024-11-18 14:05',
  format: 'FOCUS 1.0',
  rows: 1000,
  currency: 'USD',
  total: '20.52022672899',
  counted: '20.5',
  leftOut: '0.02022672899',
  mapping: 'BilledCost=amount',
  header: 'abc',
  sha256: 'ff00',
};

function log(...lines: Partial<LogLine>[]): RawTable {
  return {
    name: 'AIImports',
    firstRow: 2,
    header: HEADER,
    rows: planLog(
      null,
      lines.map((line) => ({ ...LINE, ...line })),
      [],
    ).added,
  };
}

describe('the import log', () => {
  it('has a line for each currency of a file, with totals that are numbers', () => {
    const [row = []] = log({}).rows;
    const cell = (column: string): CellValue => row[HEADER.indexOf(column)] ?? null;
    expect([cell('File'), cell('Rows'), cell('Currency'), cell('Total'), cell('Counted'), cell('Left out')]).toEqual([
      'bill.csv',
      1000,
      'USD',
      20.52022672899,
      20.5,
      0.02022672899,
    ]);
    expect(cell('Note')).toBe('');
  });

  it('has the statement that an engine was asked in a column of its own, which a table of files alone does not get', () => {
    const told = planLog(null, [{ ...LINE, statement: '-- ledger: x' }], []);
    expect([told.optional, told.added[0]?.at(-1)]).toEqual([['Statement'], '-- ledger: x']);
    expect(planLog(null, [LINE], []).optional).toBeUndefined();
    const table: RawTable = { name: 'AIImports', firstRow: 2, header: [...HEADER, 'Statement'], rows: told.added };
    expect(loggedImports(table)[0]?.statement).toBe('-- ledger: x');
    expect(loggedImports(log({}))[0]?.statement).toBe('');
  });

  it('notes every digit of an amount that no cell can hold', () => {
    const [row = []] = log({ total: '16.296932136636644627485419', counted: '16.296932136636644627485419' }).rows;
    expect(row[HEADER.indexOf('Note')]).toBe(
      'To the last digit: total 16.296932136636644627485419, counted 16.296932136636644627485419',
    );
  });

  it('is read back with one entry for a file of several currencies, the latest load last', () => {
    const logged = loggedImports(
      log({ file: 'a.csv' }, { file: 'b.csv', mapping: 'old' }, { file: 'A.csv', currency: 'EUR', mapping: 'new' }),
    );
    expect(logged.map(({ file, mapping }) => [file, mapping])).toEqual([
      ['b.csv', 'old'],
      ['A.csv', 'new'],
    ]);
    expect(loggedImports(null)).toEqual([]);
  });

  it('loses the lines of the files that a load replaces, and no others', () => {
    const plan = planLog(
      log({ file: 'a.csv' }, { file: 'b.csv' }, { file: 'a.csv', currency: 'EUR' }),
      [LINE],
      ['A.CSV'],
    );
    expect([plan.removed, plan.kept, plan.added.length]).toEqual([[0, 2], 1, 1]);
  });

  it('gives each import a source of its own', () => {
    expect(freeSource('bill.csv', [])).toBe('bill.csv');
    expect(freeSource('bill.csv', ['BILL.csv', 'bill (2).csv'])).toBe('bill (3).csv');
    expect(freeSource('Ledger', ['Ledger'])).toBe('Ledger (2)');
    expect(freeSource('.csv', ['.csv'])).toBe('.csv (2)');
  });
});

describe('earlier imports of the same', () => {
  const clients = (...rows: CellValue[][]): RawTable => ({
    name: 'AIClients',
    firstRow: 2,
    header: ['Client', 'Vendor', 'Month', 'Spend', 'Currency', 'Basis', 'Source'],
    rows,
  });
  const SEPTEMBER = 45536;
  const ACME = {
    client: 'Acme',
    vendor: 'AWS',
    month: '2024-09',
    service: 'Bedrock',
    currency: 'USD',
    amount: '1.5',
    rows: 3,
  };

  it('are those with the same content, and those with rows for the same client, vendor and month', () => {
    const tables = {
      clients: clients(
        ['Acme', 'AWS', SEPTEMBER, 1, 'USD', 'billed', 'corrected.csv'],
        ['Gamma', 'AWS', SEPTEMBER, 7, 'USD', 'billed', 'corrected.csv'],
        ['Beta', 'AWS', SEPTEMBER, 1, 'USD', 'billed', 'same.csv'],
        ['Acme', 'AWS', 45566, 1, 'USD', 'billed', 'october.csv'],
        ['Acme', 'Microsoft', SEPTEMBER, 1, 'USD', 'billed', 'azure.csv'],
      ),
      log: log(
        { file: 'corrected.csv', sha256: '11' },
        { file: 'same.csv', sha256: '22' },
        { file: 'october.csv', sha256: '33' },
        { file: 'azure.csv', sha256: '44' },
      ),
    };
    expect(atOnce(earlierImports(tables, [ACME], '22'))).toEqual([
      {
        source: 'corrected.csv',
        loadedAt: LINE.loaded,
        rows: 1,
        otherRows: 1,
        before: [{ currency: 'USD', amount: '1' }],
        after: [{ currency: 'USD', amount: '1.5' }],
        sameContent: false,
        sameRows: false,
      },
      {
        source: 'same.csv',
        loadedAt: LINE.loaded,
        rows: 1,
        otherRows: 0,
        before: [{ currency: 'USD', amount: '1' }],
        after: [],
        sameContent: true,
        sameRows: false,
      },
    ]);
  });

  it('are the same rows where the same content was loaded and nothing has changed since', () => {
    const same = (row: CellValue[]): boolean | undefined =>
      atOnce(
        earlierImports(
          { clients: clients(row), log: log({ file: 'same.csv', sha256: '22' }) },
          [{ ...ACME, service: '' }],
          '22',
        ),
      )[0]?.sameRows;
    expect(same(['Acme', 'AWS', SEPTEMBER, 1.5, 'USD', 'billed', 'same.csv'])).toBe(true);
    expect(same(['Acme', 'AWS', SEPTEMBER, 1.51, 'USD', 'billed', 'same.csv'])).toBe(false);
  });

  it('are not the same rows where quantities, models or teams differ, or whether the month is over', () => {
    const header = ['Client', 'Vendor', 'Month', 'Spend', 'Currency', 'Basis', 'Source', 'Team', 'Model', 'Unit'];
    const same = (sum: object, ...more: CellValue[]): boolean | undefined =>
      atOnce(
        earlierImports(
          {
            clients: {
              ...clients(['Acme', 'AWS', SEPTEMBER, 1.5, 'USD', 'billed', 'same.csv', ...more]),
              header: [...header, 'Quantity', 'Complete'],
            },
            log: log({ file: 'same.csv', sha256: '22' }),
          },
          [{ ...ACME, service: '', ...sum }],
          '22',
        ),
      )[0]?.sameRows;
    const usage = { team: 'Search', model: 'gpt-4o', unit: 'tokens', quantity: '1200' };
    expect(same({ usage }, 'Search', 'gpt-4o', 'tokens', 1200, null)).toBe(true);
    expect(same({ usage }, 'Search', 'gpt-4o', 'tokens', 1201, null)).toBe(false);
    expect(same({ usage }, 'Search', 'o3', 'tokens', 1200, null)).toBe(false);
    expect(same({}, 'Search', 'gpt-4o', 'tokens', 1200, null)).toBe(false);
    expect(same({}, null, null, null, null, null)).toBe(true);
    expect(same({}, null, null, null, null, 'no')).toBe(false);
    expect(same({ isPartial: true }, null, null, null, null, 'no')).toBe(true);
  });

  it('are none where their rows are gone, where the log does not know them, or where there is no table', () => {
    const row = ['Acme', 'AWS', SEPTEMBER, 1, 'USD', 'billed', 'typed.csv'];
    expect(atOnce(earlierImports({ clients: clients(row), log: log({ file: 'gone.csv' }) }, [ACME], 'ff00'))).toEqual(
      [],
    );
    expect(atOnce(earlierImports({ clients: null, log: log() }, [ACME], 'ff00'))).toEqual([]);
  });

  it('are not the tables of the workbook that have no hash', () => {
    const tables = {
      clients: clients(['Beta', 'AWS', SEPTEMBER, 1, 'USD', 'billed', 'Ledger']),
      log: log({ file: 'Ledger', sha256: '' }),
    };
    expect(atOnce(earlierImports(tables, [ACME], ''))).toEqual([]);
  });
});

describe("a client's other names", () => {
  const aliases = (...rows: CellValue[][]): RawTable => ({
    name: 'AIAliases',
    firstRow: 2,
    header: ['Alias', 'Client'],
    rows,
  });

  it('are read where both names stand', () => {
    expect(readAliases(aliases(['ByteDance Ltd.', 'ByteDance'], ['half', null], [null, null]))).toEqual([
      { alias: 'ByteDance Ltd.', client: 'ByteDance' },
    ]);
    expect(readAliases(null)).toEqual([]);
  });

  it('are added once, and what the user wrote for a name stays', () => {
    const plan = planAliases(aliases(['ByteDance Ltd.', 'TikTok']), [
      { alias: 'bytedance  ltd.', client: 'ByteDance' },
      { alias: 'Adobe Inc.', client: 'Adobe' },
    ]);
    expect(plan).toEqual({ replaced: [], removed: [], added: [['Adobe Inc.', 'Adobe']], kept: 1 });
  });
});
