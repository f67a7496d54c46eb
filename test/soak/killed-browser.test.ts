import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { serverOrigin } from '../e2e/local-workbook';

const EDITS = 40;
const BETWEEN_MS = 100;
/** With so many still to come the whole workbook is saved for the last time, however long the machine takes for the end. */
const IN_THE_JOURNAL = 10;

let profile: string;

beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'ai-spend-killed-'));
});

afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

test('of forty edits in four seconds all are there after the browser was killed', async () => {
  const address = `${serverOrigin()}/local.html`;
  const killed = await launchBrowser({ headed: false, profile });
  const local = await LocalPage.open(killed.context, address);
  const sheet = await local.addSheet();
  await local.page.evaluate(
    ([where, count, pause, alone]) =>
      new Promise<void>((resolve) => {
        let row = 0;
        const timer = setInterval(() => {
          row += 1;
          if (row === count - alone) {
            const { put } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.put = function putOther(this: IDBObjectStore, ...args) {
              if (this.name === 'workbooks') {
                throw new DOMException('There is no memory for a copy.', 'DataCloneError');
              }
              return put.apply(this, args);
            };
          }
          window.localWorkbook.enter(where, `A${row}`, `${row}`);
          if (row === count) {
            clearInterval(timer);
            setTimeout(resolve, pause);
          }
        }, pause);
      }),
    [sheet, EDITS, BETWEEN_MS, IN_THE_JOURNAL] as const,
  );
  const { status } = spawnSync('pkill', ['-KILL', '-f', profile]);
  expect(status).toBe(0);
  await killed.close().catch(() => undefined);
  const browser = await launchBrowser({ headed: false, profile });
  try {
    const after = await LocalPage.open(browser.context, address);
    await after.settle();
    const addresses = Array.from({ length: EDITS }, (_, index) => `A${index + 1}`);
    const texts = (await after.read(sheet, addresses)).map(({ text }) => text);
    expect(texts).toEqual(addresses.map((cell) => cell.slice(1)));
  } finally {
    await browser.close();
  }
});
