import type { Frame } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { startServer } from '../../scripts/server';
import { serialOf, monthOf, addMonths } from '../../src/domain/calendar/month';
import type { CellValue } from '../../src/domain/ledger/table';
import { loadDriverScript } from '../e2e/driver-script';
import type { SourceRows } from '../e2e/load-driver';
import type { BenchLine } from './bench-line';

const ROUNDS = 5;
const CLIENTS = 1_000;
const [SMALL, LARGE] = [36_000, 100_000];
const SOURCE = 'ledger.csv';
/** The first row of the table is this client's, and its only one in 2022-01. */
const OURS = '=AISPEND("Client 0","2022-01")';
const NATIVE = '=SUMIFS(AIClients[Spend],AIClients[Client],"Client 0",AIClients[Month],DATE(2022,1,1))';
const MOST_MS = 120_000;

/**
 * How long the edit of one row takes to reach a cell: AISPEND by way of its watch cell and the add-in, against SUMIFS over the same
 * table in the same page, and how both grow with the table.
 */
export async function oneEdit(): Promise<BenchLine[]> {
  const server = await startServer({ port: 0 });
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${server.origin}/local.html`);
    await local.showPane();
    await local.settle();
    const frame = addInFrame(local);
    await frame.evaluate(await loadDriverScript());
    const sheet = await local.addSheet();
    const small = await timesAt(local, frame, sheet, SMALL);
    const large = await timesAt(local, frame, sheet, LARGE);
    return [
      {
        what: `One edit in ${SMALL.toLocaleString('en')} rows to a cell: AISPEND over SUMIFS`,
        ratio: (small.ours / small.native).toFixed(1),
        aim: 'printed',
      },
      {
        what: `One edit in ${LARGE.toLocaleString('en')} rows to a cell: AISPEND over SUMIFS`,
        ratio: (large.ours / large.native).toFixed(1),
        aim: 'printed',
      },
      {
        what: `One edit to AISPEND: ${LARGE.toLocaleString('en')} rows over ${SMALL.toLocaleString('en')}`,
        ratio: (large.ours / small.ours).toFixed(1),
        aim: `${(LARGE / SMALL).toFixed(1)} or less`,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

function addInFrame(local: LocalPage): Frame {
  const frame = local.page.frames().find((it) => it.url().includes('/taskpane.html'));
  if (frame === undefined) {
    throw new Error('The local workbook shows no frame with the add-in.');
  }
  return frame;
}

/** The median time, in milliseconds, from an edit to the figure, with each formula as the only one. */
async function timesAt(
  local: LocalPage,
  frame: Frame,
  sheet: string,
  rows: number,
): Promise<{ readonly ours: number; readonly native: number }> {
  const { failure } = await outcomeIn(frame, (what) => window.loadDriver.load([what]), ledger(rows));
  if (failure !== null) {
    throw new Error(`The table could not be made: ${failure}`);
  }
  const ours: number[] = [];
  const native: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await editTo(local, sheet, OURS, 1_000 + round);
    const other = await editTo(local, sheet, NATIVE, 2_000 + round);
    if (round > 0) {
      ours.push(one);
      native.push(other);
    }
  }
  return { ours: median(ours), native: median(native) };
}

/** Enters a formula, edits the one row that it rests on, and waits for the figure. */
async function editTo(local: LocalPage, sheet: string, formula: string, amount: number): Promise<number> {
  await local.enter(sheet, [['A1', formula]]);
  await local.settle();
  const took = await local.page.evaluate(
    async ([where, spend, most]) => {
      const start = performance.now();
      window.localWorkbook.enter('AI Clients', 'E2', String(spend));
      while (window.localWorkbook.read(where, 'A1').value !== spend) {
        if (performance.now() - start > most) {
          throw new Error(`The cell shows ${window.localWorkbook.read(where, 'A1').text}, not ${spend}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return performance.now() - start;
    },
    [sheet, amount, MOST_MS] as const,
  );
  await local.settle();
  return took;
}

function ledger(count: number): SourceRows {
  const rows = Array.from({ length: count }, (_, at): CellValue[] => [
    `Client ${at % CLIENTS}`,
    'Microsoft',
    `Service ${Math.floor(at / (CLIENTS * 36))}`,
    serialOf(addMonths(monthOf(2022, 1), Math.floor(at / CLIENTS) % 36)),
    ((at * 104_729) % 1_000_000) / 100 + 1,
    'EUR',
    null,
    'billed',
    SOURCE,
    null,
  ]);
  return { table: 'AIClients', source: SOURCE, rows };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
