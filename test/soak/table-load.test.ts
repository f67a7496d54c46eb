import { TABLES } from '../../src/domain/ledger/tables';
import type { SourceRows } from '../e2e/load-driver';
import { bill, FIRST_WRITE, largeBill, LoadWorkbook, stateAfterDeath } from '../e2e/load-workbook';

let book: LoadWorkbook;

beforeAll(async () => {
  book = await LoadWorkbook.open();
});

afterAll(() => book?.close());

it('thousands of rows come and go, and everything else is as it was', async () => {
  const loaded = await book.load([bill(2_000, 'A note that makes the rows too many for one request. '.repeat(15))]);
  expect(loaded).toMatchObject({
    failure: null,
    outcome: { added: 2_000, removed: 0, kept: 3, tables: ['AIClients'] },
  });
  const full = await book.picture();
  expect(full.tables['AIClients']).toBe("'AI Clients'!A1:K2004");
  expect(full.tables['Other']).toBe("'AI Clients'!A2009:K2010");
  expect(full.sheets['AI Clients']?.formulas[6]?.slice(0, 5)).toEqual(['=Client 2', 'OpenAI', '', 45_597, 2.25]);
  const gone = await book.load([bill(0)]);
  expect(gone).toMatchObject({ failure: null, outcome: { added: 0, removed: 2_000, kept: 3 } });
  expect(await book.picture()).toEqual(book.before);
});

it('a runtime that dies at any request leaves the workbook as before or complete, and the next load cleans up', async () => {
  const { requests } = await book.load([largeBill(14)]);
  const complete = await book.picture();
  await book.load([bill(0)]);
  expect(await book.picture()).toEqual(book.before);
  const seen = new Set<string>();
  for (let request = FIRST_WRITE; request < requests; request += 1) {
    seen.add(await stateAfterDeath(book, request, complete));
  }
  expect([...seen]).toEqual(['before, 1 left over', 'complete, 0 left over']);
  await book.load([bill(0)]);
  expect(await book.picture()).toEqual(book.before);
});

it('a table that a co-author makes at any moment of a first load is filled, not doubled', async () => {
  const columns = TABLES.AIReturns.columns.map(({ name }) => name);
  const ours: SourceRows = {
    table: 'AIReturns',
    source: 'ours',
    rows: [columns.map((name) => (name === 'Source' ? 'ours' : null))],
  };
  const standing = await book.picture();
  const { requests } = await book.load([ours]);
  const seen = new Set<string>();
  for (let madeAt = 1; madeAt <= requests; madeAt += 1) {
    await book.deleteSheet('AI Returns');
    expect(await book.picture()).toEqual(standing);
    expect(await book.load([ours], { madeAt })).toMatchObject({
      failure: null,
      outcome: { added: 1, tables: ['AIReturns'] },
    });
    const { tables, sheets } = await book.picture();
    expect(Object.keys(sheets).filter((name) => !(name in standing.sheets))).toEqual(['AI Returns']);
    expect(Object.keys(tables).filter((name) => !(name in standing.tables))).toEqual(['AIReturns']);
    seen.add(String(sheets['AI Returns']?.formulas.map((row) => row[columns.indexOf('Source')])));
  }
  expect([...seen]).toEqual(['Source,theirs,ours', 'Source,ours']);
  await book.deleteSheet('AI Returns');
});

it('a load of 12,000 clients stands ready on a sheet of its own, and so does the next one', async () => {
  await book.load([bill(0)]);
  const standing = await book.picture();
  for (const round of ['first', 'second']) {
    const loaded = await book.load([bill(12_000, round.repeat(20))]);
    expect(loaded).toMatchObject({ failure: null, outcome: { added: 12_000 } });
    // Reading and planning take fewer requests: this one was staged.
    expect(loaded.requests).toBeGreaterThan(FIRST_WRITE + 2);
  }
  expect((await book.clients()).filter((client) => String(client).startsWith('='))).toHaveLength(12_000);
  expect(await book.load([bill(0)])).toMatchObject({ failure: null, outcome: { removed: 12_000 } });
  expect(unwatched(await book.picture())).toEqual(unwatched(standing));
});

/** Without watch cells: between how many of them the columns of a large table were shared out stays, and hands over the same. */
function unwatched(picture: unknown): unknown {
  return JSON.parse(
    JSON.stringify(picture, (_, value: unknown) =>
      typeof value === 'string' && value.startsWith('=AIWATCH(') ? '' : value,
    ),
  );
}
