import type { SourceRows } from './load-driver';
import { BILL, bill, FIRST_WRITE, largeBill, LoadWorkbook } from './load-workbook';

let book: LoadWorkbook;

beforeAll(async () => {
  book = await LoadWorkbook.open();
});

afterAll(() => book?.close());

it('a load that is cancelled in the middle leaves all as it was', async () => {
  const cancelled = await book.load([largeBill(14)], { cancelAt: 1 });
  expect(cancelled).toMatchObject({ outcome: null, failure: expect.stringContaining('AbortError') });
  expect(await book.picture()).toEqual(book.before);
});

it('what a request did that Excel refused half-way is taken back', async () => {
  const rates: SourceRows = {
    table: 'AIRates',
    source: BILL,
    rows: [
      [45_597, 'USD', 1.06, BILL],
      [45_627, 'USD', 1.05, BILL],
    ],
  };
  await book.load([bill(2), rates]);
  // A table that stands half below AIRates: rows above it can be neither inserted nor deleted.
  await (
    await book.addin()
  ).evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('AI Rates').tables.add('C6:F7', true).name = 'Wide';
      await context.sync();
    }),
  );
  const standing = await book.picture();
  const refused = await book.load([bill(3), { ...rates, rows: [] }]);
  expect(refused).toMatchObject({ outcome: null, failure: expect.stringContaining('shift only some cells') });
  expect(await book.picture()).toEqual(standing);
  await (
    await book.addin()
  ).evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('AI Rates').delete();
      await context.sync();
    }),
  );
  await book.load([bill(0)]);
  expect(await book.picture()).toEqual(book.before);
});

it('a load waits while a cell is being edited, says so, and goes on by itself; it is one step to undo', async () => {
  await book.load([bill(0)]);
  const standing = await book.picture();
  await book.local.click('Tour', 'J30');
  await book.local.page.keyboard.type('half a wo');
  await book.local.page.waitForFunction(() => window.localWorkbook.isEditing());
  const loading = book.load([bill(2)]);
  const frame = await book.addin();
  await frame.waitForFunction(() => window.loadDriver.waited);
  // The add-in can read nothing either; this looks at the grid.
  expect((await book.local.read('AI Clients', ['A5']))[0]?.text).toBe('');
  await book.local.page.keyboard.press('Escape');
  expect(await loading).toMatchObject({ failure: null, waited: true, outcome: { added: 2 } });
  await book.local.settle();
  await book.local.page.keyboard.press('Control+z');
  await book.local.settle();
  expect(await book.picture()).toEqual(standing);
});

it('a row that comes between the plan and the load is kept, and so are the right rows around it', async () => {
  await book.load([bill(2)]);
  const disturbed = await book.load([bill(3)], { intrudeAt: FIRST_WRITE + 2 });
  expect(disturbed).toMatchObject({ failure: null, outcome: { added: 3, removed: 2, kept: 4 } });
  expect(await book.clients()).toEqual([
    'Intruder',
    'Acme',
    'Globex',
    'Initech',
    '=Client 0',
    '=Client 1',
    '=Client 2',
  ]);
});

it('a filtered table is filled all the same: its filter is taken off before, and stands behind the new rows', async () => {
  await book.load([bill(0)]);
  const standing = await book.picture();
  const filter = async (run: 'set' | 'get' | 'clear'): Promise<unknown> =>
    (await book.addin()).evaluate(
      (what) =>
        Excel.run(async (context) => {
          const table = context.workbook.tables.getItem('AIClients');
          const column = table.columns.getItem('Client');
          if (what === 'set') {
            column.filter.applyValuesFilter(['Acme', 'Globex']);
          } else if (what === 'clear') {
            table.clearFilters();
          }
          column.filter.load('criteria');
          await context.sync();
          return column.filter.criteria;
        }),
      run,
    );
  // Excel gives null for what a filter does not have, and refuses it if a filter is applied.
  const shown = { filterOn: 'Values', values: ['Acme', 'Globex'], color: null, icon: null };
  expect(await filter('set')).toMatchObject(shown);
  expect(await book.load([bill(3)])).toMatchObject({ failure: null, outcome: { added: 3 } });
  expect(await filter('get')).toMatchObject(shown);
  expect(await book.load([largeBill(14)])).toMatchObject({ failure: null, outcome: { added: 14, removed: 3 } });
  expect(await book.load([bill(0)])).toMatchObject({ failure: null, outcome: { removed: 14 } });
  expect(await filter('get')).toMatchObject(shown);
  await filter('clear');
  expect(await book.picture()).toEqual(standing);
});
