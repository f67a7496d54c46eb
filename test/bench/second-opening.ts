import type { CDPSession } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { report } from '../../scripts/command';
import { LocalPage } from '../../scripts/local-page';
import { startServer } from '../../scripts/server';
import type { BenchLine } from './bench-line';

const ROUNDS = 5;
const AIM_MS = 1_000;

/** What `npm start` opens on, and the workbook that *New workbook* begins with. */
const WORKBOOKS = { 'the example': '/local.html?begin=assets/ai-spend-example.xlsx', 'the Tour': '/local.html' };

/** What the page's thread has to do until all is at rest if the local workbook is opened once more: CPU time over a second. */
export async function secondOpening(): Promise<BenchLine[]> {
  const server = await startServer({ port: 0 });
  try {
    const lines: BenchLine[] = [];
    for (const [what, address] of Object.entries(WORKBOOKS)) {
      const spent = await openedAgain(server.origin + address);
      report(`Opening ${what} again took ${Math.round(spent)} ms of CPU time of the page's thread`);
      lines.push({
        what: `CPU time of opening ${what} in the local workbook again, over a second`,
        ratio: (spent / AIM_MS).toFixed(2),
        aim: '1.00 or less',
      });
    }
    return lines;
  } finally {
    await server.close();
  }
}

/** The median, in milliseconds. */
async function openedAgain(address: string): Promise<number> {
  const { context, close } = await launchBrowser({ headed: false });
  try {
    const { page } = await opened(await LocalPage.open(context, address));
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await opened(await LocalPage.open(context, address, page));
      spent.push(await threadTime(session));
    }
    return spent.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
  } finally {
    await close();
  }
}

async function opened(local: LocalPage): Promise<LocalPage> {
  await local.settle();
  return local;
}

/** The CPU time that the page's thread has spent since the page began to load, in milliseconds. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
