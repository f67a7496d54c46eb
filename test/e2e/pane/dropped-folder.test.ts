import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HARNESS, servedPane } from './pane-site';

const pane = servedPane(HARNESS);

describe('a dropped folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'ai-spend-drop-')), 'November');
    await mkdir(path.join(folder, 'parts'), { recursive: true });
    for (const name of ['focus.csv', '.hidden', 'parts/b.csv', 'parts/a.csv']) {
      await writeFile(path.join(folder, name), 'x');
    }
  });
  afterAll(() => rm(path.dirname(folder), { recursive: true }));

  it('is its files, and those of the folders in it, as one bill', async () => {
    const page = await pane.site().open();
    await page.getByText('ByteDance').first().waitFor();
    const devtools = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: 100,
        y: 200,
        data: { items: [], files: [folder], dragOperationsMask: 1 },
      });
    }
    await page
      .getByText(/cannot be read/)
      .first()
      .waitFor();
    const [opened = ''] = await page.evaluate(() => globalThis.memory.bills.calls);
    expect(opened.replace('open ', '').split(' and ').sort()).toEqual([
      'November/focus.csv',
      'November/parts/a.csv',
      'November/parts/b.csv',
    ]);
  });
});
