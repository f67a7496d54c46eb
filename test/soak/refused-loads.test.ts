import { stagingName } from '../../src/workbook/load/staging-sheet';
import { bill, clientRow, LoadWorkbook } from '../e2e/load-workbook';

/*
 * Loads that Excel refuses half-way, each at another place, and loads into a workbook that is in an unusual state.
 */
let book: LoadWorkbook;

beforeAll(async () => {
  book = await LoadWorkbook.open();
});

afterAll(() => book?.close());

it('a load that was written, but cannot be checked, does not say that all is as it was', async () => {
  const { requests } = await book.load([bill(2)]);
  const unchecked = await book.load([bill(3)], { failAt: requests });
  expect(unchecked).toMatchObject({
    outcome: null,
    failure:
      'LoadRefused: AIClients was written, but could not be looked at afterwards (The session has ended.). Look at it, then load again.',
  });
  await book.load([bill(0)]);
  expect(await book.picture()).toEqual(book.before);
});

it('where Table.resize is to be had, a table grows over blank cells, and what is in its way moves down', async () => {
  await book.pretend('1.13');
  await book.load([bill(2)]);
  let grown = await book.picture();
  expect(grown.tables).toMatchObject({ AIClients: "'AI Clients'!A1:K6", Other: "'AI Clients'!A9:K10" });
  expect(grown.sheets['AI Clients']?.formulas[6]?.[0]).toBe('a note');
  await book.load([
    { ...bill(1), source: 'more.csv', rows: [1, 2].map((spend) => clientRow('More', spend, 'more.csv')) },
  ]);
  grown = await book.picture();
  expect(grown.tables).toMatchObject({ AIClients: "'AI Clients'!A1:K8", Other: "'AI Clients'!A11:K12" });
  expect(grown.sheets['AI Clients']?.formulas.map((row) => row[0]).slice(3, 9)).toEqual([
    'Initech',
    '=Client 0',
    '=Client 1',
    'More',
    'More',
    'a note',
  ]);
  await book.startAnew();
  await book.load([{ table: 'AIClients', source: 'more.csv', rows: [] }]);
});

it('two loads at once end in one state', async () => {
  const frame = await book.addin();
  const both = await frame.evaluate(
    (what) => Promise.all([window.loadDriver.load([what]), window.loadDriver.load([what])]),
    bill(2),
  );
  expect(both.map(({ failure }) => failure)).toEqual([null, null]);
  expect((await book.clients()).filter((client) => String(client).startsWith('='))).toEqual(['=Client 0', '=Client 1']);
});

it('Excel deletes no very hidden sheet; one that an older version left behind goes with the next load all the same', async () => {
  await book.load([bill(0)]);
  const standing = await book.picture();
  const refused = await (
    await book.addin()
  ).evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add(name).visibility = 'VeryHidden';
        await context.sync();
        context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      }).catch((failure: OfficeExtension.Error) => failure.code),
    stagingName('ab12', Date.now() - 3 * 60 * 60_000),
  );
  expect(refused).toBe('InvalidOperation');
  expect(await book.load([bill(0)])).toMatchObject({ failure: null });
  expect(await book.picture()).toEqual(standing);
});

it('what Excel refuses half-way in a filtered table is taken back, and the filter is as it was', async () => {
  await book.load([bill(2)]);
  const frame = await book.addin();
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.tables.getItem('AIClients').columns.getItem('Client').filter.applyValuesFilter(['Acme']);
      // A table that reaches under AIClients from beside it: its rows can be neither moved nor deleted.
      context.workbook.worksheets.getItem('AI Clients').tables.add('J20:N21', true).name = 'Torn';
      await context.sync();
    }),
  );
  const standing = await book.picture();
  expect(await book.load([bill(3)])).toMatchObject({
    outcome: null,
    failure: expect.stringContaining('only some cells'),
  });
  expect(await book.picture()).toEqual(standing);
  const criteria = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('AIClients');
      const { filter } = table.columns.getItem('Client');
      filter.load('criteria');
      await context.sync();
      const { values } = filter.criteria;
      table.clearFilters();
      context.workbook.tables.getItem('Torn').delete();
      await context.sync();
      return values;
    }),
  );
  expect(criteria).toEqual(['Acme']);
});

/** AIClients with a filter that Excel will refuse to apply, once. */
async function filterRefusedOnce(): Promise<void> {
  const frame = await book.addin();
  await frame.evaluate(async () => {
    await Excel.run(async (context) => {
      const { filter } = context.workbook.tables.getItem('AIClients').columns.getItem('Client');
      filter.applyValuesFilter(['Acme', 'Globex']);
      await context.sync();
    });
    const { prototype } = Excel.Filter;
    const { apply } = prototype;
    prototype.apply = function (criteria): void {
      prototype.apply = apply;
      apply.call(this, { ...criteria, icon: null as unknown as Excel.Icon });
    };
  });
}

/** Takes the filter of AIClients off, and gives the texts that it left in sight. */
async function endFilter(): Promise<unknown> {
  return (await book.addin()).evaluate(() =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('AIClients');
      const { filter } = table.columns.getItem('Client');
      filter.load('criteria');
      await context.sync();
      const { values } = filter.criteria;
      table.clearFilters();
      await context.sync();
      return values;
    }),
  );
}

it('what Excel refuses after rows are gone is taken back with those rows', async () => {
  await book.load([bill(5)]);
  const standing = await book.picture();
  await filterRefusedOnce();
  expect(await book.load([bill(2, 'other')])).toMatchObject({
    outcome: null,
    failure: expect.stringContaining('The argument is invalid'),
  });
  expect(await endFilter()).toEqual(['Acme', 'Globex']);
  expect(await book.picture()).toEqual(standing);
});

it('a take-back during which the user begins to type waits, and does nothing twice', async () => {
  await book.load([bill(2)]);
  const standing = await book.picture();
  await filterRefusedOnce();
  await book.local.showSheet('Tour');
  const loading = book.load([bill(5, 'other')], { holdAt: 6 });
  const frame = await book.addin();
  await frame.waitForFunction(() => window.loadDriver.held);
  await book.local.click('Tour', 'J30');
  await book.local.page.keyboard.type('half a wo');
  await book.local.page.waitForFunction(() => window.localWorkbook.isEditing());
  await frame.evaluate(() => (window.loadDriver.held = false));
  await frame.waitForFunction(() => window.loadDriver.refusals.length > 0);
  await book.local.page.keyboard.press('Escape');
  expect(await loading).toMatchObject({ outcome: null, failure: expect.stringContaining('The argument is invalid') });
  expect(await frame.evaluate(() => window.loadDriver.refusals)).toContain('InvalidOperationInCellEditMode');
  expect(await endFilter()).toEqual(['Acme', 'Globex']);
  expect(await book.picture()).toEqual(standing);
});

it('what Excel refuses while a table is given new columns is taken back with the room that was made for them', async () => {
  await book.load([bill(2)]);
  const standing = await book.picture();
  await (
    await book.addin()
  ).evaluate(() => {
    // The second column is refused, once.
    const { prototype } = Excel.TableColumnCollection;
    const { add } = prototype;
    let columns = 0;
    prototype.add = function (index, ...rest): Excel.TableColumn {
      columns += 1;
      prototype.add = columns === 2 ? add : prototype.add;
      return add.call(this, columns === 2 ? 99 : index, ...rest);
    };
  });
  const wide = bill(3);
  const refused = await book.load([
    { ...wide, rows: wide.rows.map((row) => [...row, 12, 'hours']), optional: ['Quantity', 'Unit'] },
  ]);
  expect(refused).toMatchObject({ outcome: null, failure: expect.stringContaining('argument is invalid') });
  expect(await book.picture()).toEqual(standing);
});
