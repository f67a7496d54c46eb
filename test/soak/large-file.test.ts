import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { csv } from '../e2e/import-files';
import { ImportPage } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { threadUse } from '../e2e/thread-use';
import type { LocalPage } from '../../scripts/local-page';

/*
 * What is large, through the pane: it answers all the while, and a cancel leaves all as it was. For how long the thread is held at a
 * time the bench tells; here it may be for a small part of the whole time at most, which is so on any machine.
 */
const SMALL_PART = 0.1;

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

/** For which part of the time that something takes the add-in holds the thread of the page at most in one go. */
async function longestHold(act: () => Promise<unknown>): Promise<number> {
  let time = 0;
  const { addIn } = await threadUse(local.page, async () => {
    const start = performance.now();
    await act();
    time = performance.now() - start;
  });
  process.stdout.write(
    `The add-in held the thread for ${Math.round(addIn.longest)} of ${Math.round(time)} ms at most.\n`,
  );
  return addIn.longest / time;
}

describe('a large file', () => {
  const ROW =
    '"Large","AWS","2025-06-03","1.25","USD","a description of what was used, long enough to make the file large"\n';
  const header = csv([['Client', 'Vendor', 'Date', 'Cost', 'Currency', 'Text']]);
  let folder: string;
  let large: string;

  // From the disk: a file that the page makes itself holds its thread.
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-large-'));
    large = path.join(folder, 'large.csv');
    const rows = ROW.repeat(10_000);
    await writeFile(large, [header, ...Array.from({ length: 90 }, () => rows)]);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('leaves the pane free while it is read, and a cancel there leaves all as it was', async () => {
    const before = await pane.picture();
    await local.showPane();
    const longest = await longestHold(async () => {
      await pane.choose(large);
      await pane.view.getByText(/^[1-9]\d of 98 MB · [\d,]+ rows\/s · \d+ s left$/).waitFor();
      await pane.view.getByRole('button', { name: 'Cancel' }).click();
    });
    expect(longest).toBeLessThan(SMALL_PART);
    await pane.view.getByText('The reading was cancelled.').waitFor();
    expect(await pane.picture()).toEqual(before);
  });

  it('in 40 Parquet parts leaves the pane free while it is read', async () => {
    const ROWS = 25_000;
    const each = (valueAt: (row: number) => string): string[] => Array.from({ length: ROWS }, (_, row) => valueAt(row));
    const parts = await Promise.all(
      Array.from({ length: 40 }, async (_, part) => {
        const columnData = [
          { name: 'Client', data: each((row) => `Client ${(row + part) % 50}`) },
          { name: 'Vendor', data: each(() => 'AWS') },
          { name: 'Date', data: each((row) => `2025-06-${String((row % 28) + 1).padStart(2, '0')}`) },
          { name: 'Cost', data: Array.from({ length: ROWS }, (_unused, row) => (row % 997) / 100) },
          { name: 'Currency', data: each(() => 'USD') },
        ];
        const file = path.join(folder, `part_${part}.parquet`);
        await writeFile(file, new Uint8Array(parquetWriteBuffer({ columnData })));
        return file;
      }),
    );
    await local.showPane();
    const longest = await longestHold(async () => {
      await pane.choose(parts);
      await pane.totals();
    });
    expect(longest).toBeLessThan(SMALL_PART);
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

  it('of thousands of clients leaves the pane free while it is compared with the tables, written, and listed', async () => {
    const lines = Array.from({ length: 12_000 }, (_, at) => [`Client ${at}`, 'AWS', '', '2025-06', '1', 'USD']);
    await local.showPane();
    await pane.drop({
      name: 'clients.csv',
      start: csv([['Client', 'Vendor', 'Service', 'Month', 'Cost', 'Currency'], ...lines]),
    });
    await pane.totals();
    const longest = await longestHold(() => pane.load());
    expect(longest).toBeLessThan(SMALL_PART);
  });
});
