import fc from 'fast-check';
import { bookOf } from '../../src/domain/ledger/book';
import { ClientLedger } from '../../src/domain/ledger/client-ledger';
import { atOnce } from '../../src/domain/ledger/steps';
import { ALL } from '../../src/domain/ledger/name-key';
import type { CellValue, RawTable } from '../../src/domain/ledger/table';
import { TABLES } from '../../src/domain/ledger/tables';

const NO_TABLES = { AIClients: null, AIRevenue: null, AIReturns: null, AIRates: null, AIBudgets: null, AIPrices: null };

const HEADER = TABLES.AIClients.columns.map(({ name }) => name);
const CLIENTS = ['Acme', 'ACME ', 'Beta', '*', null];
const VENDORS = ['OpenAI', 'openai', 'Microsoft', null];
const SERVICES = ['API', 'Chat', null];

/** What may stand in each column. */
const CELLS: readonly (readonly CellValue[])[] = [
  CLIENTS,
  VENDORS,
  SERVICES,
  ['2024-01', '2024-02', 45_292, 'soon', null],
  [1, 2.5, 'many', null],
  ['EUR', 'USD', 'euros', null],
  [0.1, 7, null],
  ['billed', 'reported', 'superseded', 'guessed', null],
  ['a', 'b', null],
  ['x', null],
];
const aRow = fc.tuple(...CELLS.map((values) => fc.constantFrom(...values))).map((cells): CellValue[] => [...cells]);
/** A column twice as often if rows are found by others, so that most edits are of amounts. */
const anEdit = fc.record({
  row: fc.nat(9),
  column: fc.oneof(fc.nat(9), fc.integer({ min: 4, max: 9 })),
  value: fc.nat(4),
});

/** The table after an edit; rows that have not changed are the very same. */
function edited(table: RawTable, { row, column, value }: { row: number; column: number; value: number }): RawTable {
  const values = CELLS[column] ?? [];
  const at = row % table.rows.length;
  const withCell = (cells: readonly CellValue[]): CellValue[] =>
    cells.map((cell, place) => (place === column ? (values[value % values.length] ?? null) : cell));
  return { ...table, rows: table.rows.map((cells, index) => (index === at ? withCell(cells) : cells)) };
}

/** All that a ledger can be asked, and the order of what it holds. */
function answers(ledger: ClientLedger): unknown {
  const ask = (question: () => unknown): unknown => {
    try {
      return question();
    } catch (problem) {
      return String(problem);
    }
  };
  const names = [ALL, ...CLIENTS, 'Nobody'].map(String);
  const accounts = names.flatMap((client) =>
    [ALL, ...VENDORS].flatMap((vendor) =>
      [ALL, ...SERVICES].map((service) =>
        ask(() => {
          const { months, undated, vendors } = ledger.account(client, String(vendor), String(service));
          return { months: months.map((month) => ({ ...month })), undated, vendors };
        }),
      ),
    ),
  );
  return {
    rows: ledger.rows,
    names: ledger.clientNames(),
    vendors: VENDORS.map((vendor) => [ledger.hasVendor(String(vendor)), ledger.vendorMonths(String(vendor))]),
    accounts,
  };
}

it('a ledger that follows edits is in all its answers the one that is built anew', () => {
  let followed = 0;
  fc.assert(
    fc.property(
      fc.array(aRow, { minLength: 1, maxLength: 10 }),
      fc.array(fc.tuple(anEdit, fc.boolean()), { maxLength: 6 }),
      (rows, edits) => {
        let table: RawTable = { name: 'AIClients', firstRow: 2, header: HEADER, rows };
        let ledger = atOnce(ClientLedger.inSteps(table));
        for (const [edit, isAsked] of edits) {
          if (isAsked) {
            answers(ledger);
          }
          table = edited(table, edit);
          const before = ledger;
          ledger = atOnce(ClientLedger.inSteps(table, before));
          followed += ledger.rows.broken === before.rows.broken ? 1 : 0;
        }
        expect(answers(ledger)).toEqual(answers(atOnce(ClientLedger.inSteps(table))));
      },
    ),
    { numRuns: 50 },
  );
  // Or else nothing was tried.
  expect(followed).toBeGreaterThan(5);
});

it('a book takes over what has not changed: the rates, and the accounts of other clients', () => {
  const row = (client: string, spend: number): CellValue[] => [
    client,
    'OpenAI',
    null,
    '2024-01',
    spend,
    'EUR',
    ...[null, null, null, null],
  ];
  const table: RawTable = { name: 'AIClients', firstRow: 2, header: HEADER, rows: [row('Acme', 1), row('Beta', 2)] };
  const rates: RawTable = {
    name: 'AIRates',
    firstRow: 2,
    header: TABLES.AIRates.columns.map(({ name }) => name),
    rows: [['2024-01', 'USD', 1.1, 'ECB']],
  };
  const bookWith = (clients: RawTable, before?: ReturnType<typeof bookOf>) =>
    bookOf(
      {
        tables: { ...NO_TABLES, AIClients: clients, AIRates: rates },
        fiscalYearStart: null,
      },
      before,
    );
  const first = bookWith(table);
  const [acme, beta] = ['Acme', 'Beta'].map((client) => first.clients().account(client, ALL));
  const known = first.rates();
  // Of the book between, nobody asks anything.
  const between = bookWith(edited(table, { row: 0, column: 4, value: 1 }), first);
  const last = bookWith({ ...table, rows: [row('Acme', 3), ...table.rows.slice(1)] }, between);
  expect(last.rates()).toBe(known);
  expect(last.clients().account('Beta', ALL)).toBe(beta);
  expect(last.clients().account('Acme', ALL)).not.toBe(acme);
});

it('a ledger that is built in steps is whole whenever it is asked, and the same as one that is built at once', () => {
  // Some rows again and again, each time of other clients: a few thousand by themselves would be long in coming.
  const rowsOf = fc
    .tuple(fc.array(aRow, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1_001, max: 4_000 }))
    .map(([some, count]) =>
      Array.from({ length: count }, (_, at): readonly CellValue[] => {
        const [client = null, ...others] = some[at % some.length] ?? [];
        return [typeof client === 'string' && client !== '*' ? `${client}${(at * 7_919) % 1_300}` : client, ...others];
      }),
    );
  let interrupted = 0;
  fc.assert(
    fc.property(rowsOf, fc.nat(8), fc.boolean(), (rows, asked, isEdited) => {
      const table: RawTable = { name: 'AIClients', firstRow: 2, header: HEADER, rows };
      const bookWith = (clients: RawTable, before?: ReturnType<typeof bookOf>) =>
        bookOf({ tables: { ...NO_TABLES, AIClients: clients }, fiscalYearStart: null }, before);
      const whole = (of: RawTable) => bookWith(of).clients();
      const book = bookWith(table);
      const after = edited(table, { row: 7, column: 4, value: 1 });
      let step = 0;
      for (const steps = book.indexed(); steps.next().done !== true; step += 1) {
        interrupted += 1;
        if (step === asked) {
          // Somebody who cannot wait, of this book or of the workbook as it is by now.
          const [other, of] = isEdited ? [bookWith(after, book), after] : [book, table];
          expect(other.clients().rows).toEqual(whole(of).rows);
          expect(other.clients().clientNames()).toEqual(whole(of).clientNames());
        }
      }
      expect(book.clients()).toBe(book.clients());
      expect(book.clients().rows).toEqual(whole(table).rows);
      expect(book.clients().clientNames()).toEqual(whole(table).clientNames());
      const next = bookWith(after, book);
      expect(next.clients().rows).toEqual(whole(after).rows);
    }),
    { numRuns: 10 },
  );
  expect(interrupted).toBeGreaterThan(20);
});
