import { parquetWriteBuffer } from 'hyparquet-writer';
import { csv } from '../e2e/import-files';
import { ImportPage, type MadeFile } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
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
    const pause = await pane.longestPause(async () => {
      await pane.view.getByText(/^[1-9]\d of 98 MB · [\d,]+ rows\/s · \d+ s left$/).waitFor();
    });
    process.stdout.write(`While a large file was read, the pane paused for ${pause} ms at most.\n`);
    // A bound that only a read in the page itself would break, on whatever machine: half of what the file takes.
    expect(pause).toBeLessThan(1_500);
    await cancel.click();
    await pane.view.getByText('The reading was cancelled.').waitFor();
    expect(await pane.picture()).toEqual(before);
  });

  it('in 40 Parquet parts leaves the pane free while it is read', async () => {
    const ROWS = 25_000;
    const each = (valueAt: (row: number) => string) => Array.from({ length: ROWS }, (_, row) => valueAt(row));
    const parts = Array.from({ length: 40 }, (_, part): MadeFile => {
      const columnData = [
        { name: 'Client', data: each((row) => `Client ${(row + part) % 50}`) },
        { name: 'Vendor', data: each(() => 'AWS') },
        { name: 'Date', data: each((row) => `2025-06-${String((row % 28) + 1).padStart(2, '0')}`) },
        { name: 'Cost', data: Array.from({ length: ROWS }, (_, row) => (row % 997) / 100) },
        { name: 'Currency', data: each(() => 'USD') },
      ];
      return { name: `part_${part}.parquet`, start: new Uint8Array(parquetWriteBuffer({ columnData })) };
    });
    await local.showPane();
    const pause = await pane.longestPause(async () => {
      await pane.drop(...parts);
      await pane.totals();
    });
    process.stdout.write(`While 40 Parquet parts were read, the pane paused for ${pause} ms at most.\n`);
    expect(pause).toBeLessThan(1_500);
    expect((await pane.totals()).flat().join(' ')).toContain('1,000,000');
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
