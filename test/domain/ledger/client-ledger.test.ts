import { formatMonth } from '../../../src/domain/calendar/month';
import { ClientLedger } from '../../../src/domain/ledger/client-ledger';
import { atOnce } from '../../../src/domain/ledger/steps';
import { ALL } from '../../../src/domain/ledger/name-key';
import type { Account } from '../../../src/domain/ledger/account';
import { clientRow, problemOf, tableOf, type Cells } from '../sample-book';

const ledger = (...rows: Cells[]): ClientLedger =>
  atOnce(ClientLedger.inSteps(tableOf('AIClients', rows.map(clientRow))));
const months = (account: Account): string[] => account.months.map(({ month }) => formatMonth(month));
const groupSizes = (account: Account): number[] =>
  account.months.flatMap(({ groups }) => groups.map(({ rows }) => rows.length));

describe("a client's account", () => {
  const sample = ledger(
    { Month: '2024-03' },
    { Month: '2024-01', Client: 'ACME' },
    { Month: '2024-01', Client: ' acme', Vendor: 'microsoft', Service: 'Assistant' },
    { Month: '2024-02', Vendor: 'Google' },
    { Month: '2023-12', Client: 'Beta' },
  );

  it('has its months in order, whatever the order and the spelling of the rows', () => {
    expect(months(sample.account('acme', ALL))).toEqual(['2024-01', '2024-02', '2024-03']);
  });

  it('groups rows by vendor and month', () => {
    expect(groupSizes(sample.account('Acme', ALL))).toEqual([2, 1, 1]);
    expect(
      groupSizes(ledger({}, {}, { Client: 'ACME', Vendor: 'MICROSOFT', Service: ' ' }).account('Acme', ALL)),
    ).toEqual([3]);
  });

  it('can be asked for one service, in any spelling', () => {
    expect(groupSizes(sample.account('Acme', ALL, ' ASSISTANT'))).toEqual([1]);
    expect(problemOf(() => sample.account('Acme', ALL, 'Asistant'))).toBe(
      '#N/A No service "Asistant" in AIClients. Did you mean "Assistant"?',
    );
  });

  it('can be asked for one vendor', () => {
    expect(months(sample.account('Acme', ' GOOGLE '))).toEqual(['2024-02']);
    expect(months(sample.account('Beta', 'Google'))).toEqual([]);
  });

  it('spells names as most rows do', () => {
    const account = ledger({ Client: 'acme' }, { Client: 'Acme' }, { Client: 'Acme' }, { Vendor: 'MICROSOFT' }).account(
      'ACME',
      'microsoft',
    );
    expect([account.client, account.vendor, account.vendors]).toEqual(['Acme', 'Microsoft', ['Microsoft']]);
  });

  it('of all clients is asked for with an asterisk, of any width', () => {
    expect(months(sample.account(ALL, ALL))).toEqual(['2023-12', '2024-01', '2024-02', '2024-03']);
    expect(sample.account(' ＊ ', ALL).client).toBeNull();
  });

  it('is worked out once, however the name is spelled', () => {
    expect(sample.account('Acme', 'Google')).toBe(sample.account(' ACME', 'google'));
  });

  it('is not taken for that of another client and vendor whose names put together read the same', () => {
    const account = ledger(
      { Client: 'A', Vendor: 'B *', Month: '2024-01' },
      { Client: 'A B', Vendor: 'V', Month: '2024-02' },
    );
    expect(months(account.account('A\nB', '*'))).toEqual(['2024-02']);
    expect(months(account.account('A', 'B\n*'))).toEqual(['2024-01']);
  });

  it('names every vendor that the client has a row with, a broken one too, in the order of the alphabet', () => {
    const account = ledger({ Vendor: 'OpenAI' }, { Vendor: 'Google', Spend: 'abc' }, { Vendor: null }).account(
      'Acme',
      ALL,
    );
    expect(account.vendors).toEqual(['Google', 'OpenAI']);
  });
});

describe('broken rows', () => {
  it('without a client belong to the account of all clients alone', () => {
    const sample = ledger({}, { Client: null });
    expect(sample.account('Acme', ALL).months.flatMap((month) => month.broken)).toEqual([]);
    expect(sample.account(ALL, ALL).months.flatMap((month) => month.broken)).toHaveLength(1);
  });

  it('without a vendor could be with any', () => {
    const sample = ledger({}, { Vendor: null, Spend: 'abc' });
    expect(sample.account('Acme', 'Microsoft').months[0]?.broken).toHaveLength(1);
  });

  it('without a month are kept apart', () => {
    expect(
      ledger({}, { Month: 'soon' })
        .account('Acme', ALL)
        .undated.map((row) => row.row),
    ).toEqual([3]);
  });
});

describe('a name that is not on record', () => {
  const sample = ledger({ Client: 'ByteDance' }, { Client: 'Meta', Vendor: 'Google' });

  it.each([
    ['Bytedanse', ALL, '#N/A No client "Bytedanse" in AIClients. Did you mean "ByteDance"?'],
    ['Oracle', ALL, '#N/A No client "Oracle" in AIClients.'],
    ['say "hi"\nthere', ALL, '#N/A No client "say "hi"\nthere" in AIClients.'],
    ['ByteDance', 'Gogle', '#N/A No vendor "Gogle" in AIClients. Did you mean "Google"?'],
    [`${'😀'.repeat(61)}`, ALL, `#N/A No client "${'😀'.repeat(59)}…" in AIClients.`],
  ])('such as "%s" with %s is a problem that shows it', (client, vendor, message) => {
    expect(problemOf(() => sample.account(client, vendor))).toBe(message);
  });

  it('can be mended by taking the nearest one', () => {
    expect(() => sample.account('Bytedanse', ALL)).toThrow(
      expect.objectContaining({ remedy: { kind: 'use-name', written: 'Bytedanse', name: 'ByteDance' } }) as Error,
    );
  });

  it('is told apart from a table without rows, for which the next step is another', () => {
    const message = '#N/A AIClients has no rows. Load reference data in the AI Spend pane, or type rows of your own.';
    const blank = ledger({ Client: '', Vendor: '', Month: '', Spend: '', Currency: '', Basis: '', Source: '' });
    for (const empty of [ledger(), blank]) {
      expect(problemOf(() => empty.account('Acme', ALL))).toBe(message);
      expect(problemOf(() => empty.account(ALL, ALL))).toBe(message);
      expect(problemOf(() => empty.account(ALL, 'Microsoft'))).toBe(message);
    }
  });

  it('and a missing table is one, too', () => {
    expect(problemOf(() => atOnce(ClientLedger.inSteps(null)))).toBe(
      '#N/A This workbook has no table AIClients. Load reference data in the AI Spend pane.',
    );
  });
});

it('clients are listed in the order of the alphabet, each once', () => {
  expect(
    ledger({ Client: 'Meta' }, { Client: 'Adobe' }, { Client: 'META ' }, { Client: 'Meta' }).clientNames(),
  ).toEqual(['Adobe', 'Meta']);
});
