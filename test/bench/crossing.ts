import type { Frame } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { LocalPage } from '../../scripts/local-page';
import { startServer } from '../../scripts/server';
import type { BenchLine } from './bench-line';
import { buildVariant } from './build-variant';
import { sideBySide } from './side-by-side';

const CELLS = 10_000;
const ROUNDS = 5;
const AIM = '1.10 or less';

/** Where the cells are filled. */
interface BenchSheet {
  readonly local: LocalPage;
  readonly addIn: Frame;
  readonly name: string;
}

interface Metadata {
  functions: { id: string; name: string; description: string }[];
}

/** Adds ECHO, declared as AISPEND is, which returns its first argument. */
function withEcho(metadata: string): string {
  const json = JSON.parse(metadata) as Metadata;
  const aispend = json.functions.find(({ id }) => id === 'AISPEND');
  const echo = { ...aispend, id: 'ECHO', name: 'ECHO', description: 'Returns its first argument.' };
  return JSON.stringify({ ...json, functions: [...json.functions, echo] });
}

/**
 * 10,000 cells through real Office.js, in one array call and in 10,000 calls: AISPEND over a function in the same add-in that
 * only returns its argument.
 */
export async function crossing(): Promise<BenchLine[]> {
  const variant = await buildVariant({
    'functions.json': withEcho,
    'functions.js': (script) => `${script}\n;CustomFunctions.associate("ECHO", async (client) => client);`,
  });
  const server = await startServer({ port: 0, folders: { '/': variant.folder } });
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, `${server.origin}/local.html`);
    await local.loadReferenceData();
    const sheet: BenchSheet = { local, addIn: addInFrame(local), name: await local.addSheet() };
    await fill(sheet, `A1:A${CELLS}`, 'ByteDance');
    await local.settle();
    const oneCall = (name: string) => () => timed(sheet, 'B1', `=${name}(A1:A${CELLS})`);
    const manyCalls = (name: string) => () => timed(sheet, `B1:B${CELLS}`, `=${name}(A1)`);
    const one = await sideBySide(ROUNDS, oneCall('AISPEND'), oneCall('ECHO'));
    const many = await sideBySide(ROUNDS, manyCalls('AISPEND'), manyCalls('ECHO'));
    return [
      { what: '10,000 cells in one array call: AISPEND over an echo', ratio: one.toFixed(2), aim: AIM },
      { what: '10,000 cells in 10,000 calls: AISPEND over an echo', ratio: many.toFixed(2), aim: AIM },
    ];
  } finally {
    await browser.close();
    await server.close();
    await variant.remove();
  }
}

function addInFrame(local: LocalPage): Frame {
  const frame = local.page.frames().find((it) => it.url().includes('/taskpane.html'));
  if (frame === undefined) {
    throw new Error('The local workbook shows no frame with the add-in.');
  }
  return frame;
}

/** Puts formulas in, waits for their values, and takes them out again; only the first two count. In milliseconds. */
async function timed(sheet: BenchSheet, address: string, formula: string): Promise<number> {
  const start = performance.now();
  await fill(sheet, address, formula);
  await sheet.local.settle();
  const took = performance.now() - start;
  const [first, last] = await sheet.local.read(sheet.name, ['B1', `B${CELLS}`]);
  if (first === undefined || last === undefined || last.value === null || last.busy) {
    throw new Error(`${formula} gave ${first?.text}, and in its last cell ${last?.text}`);
  }
  await fill(sheet, address, '');
  await sheet.local.settle();
  return took;
}

/** Fills a range as an add-in does, by way of Office.js; a reference to A1 moves with its row. */
async function fill({ addIn, name }: BenchSheet, address: string, content: string): Promise<void> {
  await addIn.evaluate(
    ([sheet, where, what]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(where);
        const [, first, last] = /^[A-Z]+(\d+)(?::[A-Z]+(\d+))?$/.exec(where) ?? [];
        const rows = Number(last ?? first) - Number(first) + 1;
        range.formulas = Array.from({ length: rows }, (_, row) => [what.replace('(A1)', `(A${row + 1})`)]);
        await context.sync();
      }),
    [name, address, content] as const,
  );
}
