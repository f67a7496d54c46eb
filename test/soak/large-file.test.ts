import { csv } from '../e2e/import-files';
import { ImportPage, type MadeFile } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { threadUse } from '../e2e/thread-use';
import type { LocalPage } from '../../scripts/local-page';

/*
 * What is large, through the pane: it answers all the while, and a cancel leaves all as it was.
 */
let workbook: OpenedWorkbook;
let local: LocalPage;
let pane: ImportPage;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  pane = new ImportPage(local);
  await local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

afterEach(() => pane.leave());

describe('a large file', () => {
  const ROW =
    '"Large","AWS","2025-06-03","1.25","USD","a description of what was used, long enough to make the file large"\n';
  const header = csv([['Client', 'Vendor', 'Date', 'Cost', 'Currency', 'Text']]);
  const large: MadeFile = { name: 'large.csv', start: header, then: { text: ROW.repeat(10_000), times: 90 } };

  it('leaves the pane free while it is read, and a cancel there leaves all as it was', async () => {
    const before = await pane.picture();
    await local.showPane();
    await pane.drop(large);
    const cancel = pane.view.getByRole('button', { name: 'Cancel' });
    const { addIn } = await threadUse(local.page, async () => {
      await pane.view.getByText(/^[1-9]\d of 98 MB · [\d,]+ rows\/s · \d+ s left$/).waitFor();
    });
    const longest = Math.round(addIn.longest);
    process.stdout.write(`While a large file was read, the add-in held the thread for ${longest} ms at most.\n`);
    expect(longest).toBeLessThan(50);
    await cancel.click();
    await pane.view.getByText('The reading was cancelled.').waitFor();
    expect(await pane.picture()).toEqual(before);
  });

  it('of thousands of clients leaves the pane free while it is compared with the tables, written, and listed', async () => {
    const lines = Array.from({ length: 12_000 }, (_, at) => [`Client ${at}`, 'AWS', '', '2025-06', '1', 'USD']);
    await local.showPane();
    await pane.drop({
      name: 'clients.csv',
      start: csv([['Client', 'Vendor', 'Service', 'Month', 'Cost', 'Currency'], ...lines]),
    });
    await pane.totals();
    const { addIn } = await threadUse(local.page, () => pane.load());
    const longest = Math.round(addIn.longest);
    process.stdout.write(`While 12,000 sums were loaded, the add-in held the thread for ${longest} ms at most.\n`);
    expect(longest).toBeLessThan(100);
  });

  it('can be cancelled while it is written, and leaves all as it was', async () => {
    const before = await pane.picture();
    // Too long for one request: they are written to a hidden sheet first.
    const service = 'A service of a very long name. '.repeat(200);
    const rows = Array.from({ length: 2_000 }, (_, at) => [`Client ${at}`, 'AWS', service, '2025-06', '1', 'USD']);
    await pane.drop({
      name: 'many.csv',
      start: csv([['Client', 'Vendor', 'Service', 'Month', 'Cost', 'Currency'], ...rows]),
    });
    await pane.totals();
    await pane.cancelWhileWriting();
    await pane.view.getByRole('button', { name: 'Load 2,000 rows' }).click();
    const bar = local.pane.locator('.task-bar');
    await bar.getByText('Loading was cancelled. The workbook is as it was.').waitFor();
    expect(await pane.picture()).toEqual(before);
  });
});
