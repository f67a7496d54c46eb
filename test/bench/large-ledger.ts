import type { Frame } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { report } from '../../scripts/command';
import { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { startServer } from '../../scripts/server';
import { serialOf, monthOf, addMonths } from '../../src/domain/calendar/month';
import type { CellValue } from '../../src/domain/ledger/table';
import { loadDriverScript } from '../e2e/driver-script';
import { threadUse } from '../e2e/thread-use';
import type { SourceRows } from '../e2e/load-driver';
import type { BenchLine } from './bench-line';

/** The first round only warms up. */
const ROUNDS = 3;
const CLIENTS = 1_000;
/** Rows of the two ledgers; fewer make a quick run. */
const [SMALL = 36_000, LARGE = 100_000] = (process.env['BENCH_LEDGERS'] ?? '').split(',').filter(Boolean).map(Number);
const SOURCE = 'ledger.csv';
/** The first row of the table is this client's, and its only one in 2016-01. */
const OURS = '=AISPEND("Client 0","2016-01")';
const NATIVE = '=SUMIFS(AIClients[Spend],AIClients[Client],"Client 0",AIClients[Month],DATE(2016,1,1))';
/** So many formulas, each of a client and a year. */
const FORMULAS = 10_000;
/** Turns of the wheel, each by some hundred rows. */
const TURNS = 40;
const TURN_PX = 2_000;
/** No figure is waited for longer, and no load; by the clock, though the machine may have other work. */
const MOST_MS = 180_000;
const MOST_LOAD_MS = 1_800_000;
/** How often it is looked for a figure: seldom, for to look takes time of the thread too. */
const LOOK_MS = 50;

/** In milliseconds of the page's CPU time: of the load, from an edit to the figure, for 10,000 formulas, and for going through the table. */
interface Times {
  readonly loading: number;
  readonly ours: number;
  readonly native: number;
  readonly formulas: number;
  readonly scrolling: number;
}

/**
 * What it is to work with a large ledger, and how it grows with the table: the load of it; what the edit of one row takes until it has reached
 * a cell, which is AISPEND by way of its watch cell and the add-in, against SUMIFS over the same table in the same page; 10,000 formulas with
 * AISPEND; and going through the table by the wheel. All of it is CPU time of the page's thread, as `threadUse` tells it. What does not end in time is told, and what was measured before it stays.
 */
export async function largeLedger(): Promise<BenchLine[]> {
  const server = await startServer({ port: 0 });
  const lines: BenchLine[] = [];
  try {
    const small = await timesAt(server.origin, SMALL);
    lines.push(againstNative(SMALL, small));
    const large = await timesAt(server.origin, LARGE);
    lines.push(
      againstNative(LARGE, large),
      growth('Loading', large.loading / small.loading),
      growth('One edit to AISPEND', large.ours / small.ours),
      growth('10,000 formulas with AISPEND', large.formulas / small.formulas),
      growth('Going through the table by the wheel', large.scrolling / small.scrolling),
    );
  } catch (failure) {
    report(`The large ledger was not measured to the end: ${failure instanceof Error ? failure.message : failure}`);
    lines.push({ what: 'A large ledger: not measured to the end', ratio: '-', aim: 'all lines' });
  } finally {
    await server.close();
  }
  return lines;
}

function growth(what: string, ratio: number): BenchLine {
  return {
    what: `${what}: ${inWords(LARGE)} rows over ${inWords(SMALL)}`,
    ratio: ratio.toFixed(1),
    aim: `${(LARGE / SMALL).toFixed(1)} or less`,
  };
}

function againstNative(rows: number, { loading, ours, native, formulas, scrolling }: Times): BenchLine {
  report(
    [
      `${inWords(rows)} rows: ${Math.round(loading)} ms to load, ${Math.round(ours)} ms to AISPEND, ${Math.round(native)} ms to SUMIFS;`,
      `${Math.round(formulas)} ms for ${inWords(FORMULAS)} formulas, ${Math.round(scrolling)} ms for ${TURNS} turns of the wheel`,
    ].join(' '),
  );
  return {
    what: `One edit in ${inWords(rows)} rows to a cell: AISPEND over SUMIFS`,
    ratio: (ours / native).toFixed(1),
    aim: '5 or less',
  };
}

function addInFrame(local: LocalPage): Frame {
  const frame = local.page.frames().find((it) => it.url().includes('/taskpane.html'));
  if (frame === undefined) {
    throw new Error('The local workbook shows no frame with the add-in.');
  }
  return frame;
}

/** The median times in a new workbook with a table of so many rows, each formula being the only one. */
async function timesAt(origin: string, rows: number): Promise<Times> {
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${origin}/local.html`);
    await local.showPane();
    await local.settle();
    const sheet = await local.addSheet();
    const loading = sumOf(await threadUse(local.page, () => load(local, rows)));
    return { loading, ...(await timesOf(local, sheet)) };
  } finally {
    await browser.close();
  }
}

async function timesOf(local: LocalPage, sheet: string): Promise<Omit<Times, 'loading'>> {
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
  return {
    ours: median(ours),
    native: median(native),
    formulas: await timeOfFormulas(local, sheet),
    scrolling: await timeOfScrolling(local),
  };
}

/** CPU time of the page from entering formulas to the last figure. */
async function timeOfFormulas(local: LocalPage, sheet: string): Promise<number> {
  const formulas = Array.from({ length: FORMULAS }, (_, at) => [
    `=AISPEND("Client ${at % CLIENTS}","20${16 + (Math.floor(at / CLIENTS) % 3)}")`,
  ]);
  const uses = await threadUse(local.page, async () => {
    await addInFrame(local).evaluate(
      ([name, content]) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).getRange(`C1:C${content.length}`).formulas = content;
          await context.sync();
        }),
      [sheet, formulas] as const,
    );
    await local.settle();
  });
  const [last] = await local.read(sheet, [`C${FORMULAS}`]);
  if (typeof last?.value !== 'number' || last.value === 0) {
    throw new Error(`The last of ${inWords(FORMULAS)} formulas shows ${last?.text}`);
  }
  return sumOf(uses);
}

/** CPU time of the page while the wheel is turned over the table, each turn drawn before the next. */
async function timeOfScrolling(local: LocalPage): Promise<number> {
  await local.showSheet('AI Clients');
  await local.click('AI Clients', 'C5');
  const uses = await threadUse(local.page, async () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await local.page.mouse.wheel(0, TURN_PX);
      await local.page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
    }
  });
  return sumOf(uses);
}

function sumOf({ addIn, office, host }: Awaited<ReturnType<typeof threadUse>>): number {
  return addIn.total + office.total + host.total;
}

async function load(local: LocalPage, rows: number): Promise<void> {
  const frame = addInFrame(local);
  await frame.evaluate(await loadDriverScript());
  const loaded = outcomeIn(frame, (what) => window.loadDriver.load([what]), ledger(rows));
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${inWords(rows)} rows were not loaded in time`)), MOST_LOAD_MS).unref();
  });
  const { failure } = await Promise.race([loaded, late]);
  if (failure !== null) {
    throw new Error(`The table could not be made: ${failure}`);
  }
  await local.settle();
}

/** Enters a formula, edits the one row that it rests on, and waits for the figure: what that takes of the thread. */
async function editTo(local: LocalPage, sheet: string, formula: string, amount: number): Promise<number> {
  await local.enter(sheet, [['A1', formula]]);
  await local.settle();
  const uses = await threadUse(local.page, () =>
    local.page.evaluate(
      async ([where, spend, most, look]) => {
        const start = performance.now();
        window.localWorkbook.enter('AI Clients', 'E2', String(spend));
        while (window.localWorkbook.read(where, 'A1').value !== spend) {
          if (performance.now() - start > most) {
            throw new Error(`the cell shows ${window.localWorkbook.read(where, 'A1').text}, not ${spend}`);
          }
          await new Promise((resolve) => setTimeout(resolve, look));
        }
      },
      [sheet, amount, MOST_MS, LOOK_MS] as const,
    ),
  );
  await local.settle();
  return sumOf(uses);
}

function ledger(count: number): SourceRows {
  const rows = Array.from({ length: count }, (_, at): CellValue[] => [
    `Client ${at % CLIENTS}`,
    'Microsoft',
    'Azure OpenAI',
    serialOf(addMonths(monthOf(2016, 1), Math.floor(at / CLIENTS))),
    ((at * 104_729) % 1_000_000) / 100 + 1,
    'EUR',
    null,
    'billed',
    SOURCE,
    null,
  ]);
  return { table: 'AIClients', source: SOURCE, rows };
}

function inWords(rows: number): string {
  return rows.toLocaleString('en');
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
