import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFile } from '../../scripts/import-file';
import type { LocalPage } from '../../scripts/local-page';
import { describeWithData, sharedData } from '../shared-data';
import { csv } from '../e2e/import-files';
import { ImportPage } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/*
 * Quantities, units, models and teams of bills, through the pane into AIClients and from there into figures. The tests share one workbook;
 * each has clients of its own.
 */
let workbook: OpenedWorkbook;
let local: LocalPage;
let pane: ImportPage;
let folder: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  pane = new ImportPage(local);
  await local.loadReferenceData();
  folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-quantities-'));
});

afterAll(async () => {
  await workbook?.browser.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => pane.leave());

/** What formulas give, on a sheet of their own. */
async function values(...formulas: readonly string[]): Promise<unknown[]> {
  const sheet = await local.addSheet();
  const cells = formulas.map((formula, at) => [`A${at + 1}`, formula] as const);
  await local.enter(sheet, cells);
  await local.settle();
  const read = await local.read(
    sheet,
    cells.map(([address]) => address),
  );
  return read.map(({ error, value }) => (error ? `${error.code} ${error.message}` : value));
}

/** The rows of AIClients of one client, without its name: spend, and the texts of the columns beyond Note that the table has. */
async function rowsOf(client: string): Promise<string[]> {
  const letters = [...'ABCDEFGHIJKLMNOPQRST'];
  const addresses = Array.from({ length: 60 }, (_, row) => letters.map((letter) => `${letter}${row + 1}`));
  const cells = (await local.read('AI Clients', addresses.flat())).map(({ value }) => String(value ?? ''));
  const [names = [], ...rows] = addresses.map((_, row) =>
    cells.slice(row * letters.length, (row + 1) * letters.length),
  );
  const wanted = ['Spend', 'Team', 'Model', 'Quantity', 'Unit'].map((name) => names.indexOf(name));
  return rows.filter(([name]) => name === client).map((row) => wanted.map((at) => row[at] ?? '').join('|'));
}

const keep = () => pane.view.getByRole('checkbox', { name: 'Keep quantities, models and teams' });
const hint = () => pane.view.locator('#import-usage-hint');

function bill(client: string, spend = '42.00'): string {
  return csv([
    ['Client', 'Vendor', 'Month', 'Amount', 'Currency', 'Team', 'Model', 'Quantity', 'Unit'],
    [client, 'Lucerne AI', '2025-05', spend, 'USD', 'search', 'lucerne-2', '8400000', 'input tokens'],
    [client, 'Lucerne AI', '2025-05', '52.50', 'USD', 'search', 'lucerne-2', '2100000', 'output tokens'],
    [client, 'Lucerne AI', '2025-05', '3.00', 'USD', 'chat', 'lucerne-2', '12', 'requests'],
  ]);
}

describe('the switch that keeps quantities, models and teams', () => {
  it('is off, and says how many rows the load makes with it and without', async () => {
    await pane.choose({ name: 'off.csv', text: bill('Switch off') });
    await pane.totals();
    expect(await keep().isChecked()).toBe(false);
    expect(await hint().innerText()).toBe(
      'The load makes 3 rows with them, 1 without. AIUSAGE and AIBRIDGE need them.',
    );
    expect(await pane.load()).toMatch(/^1 row added as off\.csv/);
    expect(await rowsOf('Switch off')).toEqual(['97.5||||']);
  });

  it('brings them into columns of AIClients, from which the figures come', async () => {
    await pane.choose({ name: 'on.csv', text: bill('Switch on') });
    await pane.totals();
    await keep().check();
    await pane.totals();
    expect(await pane.view.getByRole('button', { name: /^Load / }).innerText()).toBe('Load 3 rows');
    expect(await pane.load()).toMatch(/^3 rows added as on\.csv/);
    expect(await rowsOf('Switch on')).toEqual([
      '3|chat|lucerne-2|12|requests',
      '42|search|lucerne-2|8400000|input tokens',
      '52.5|search|lucerne-2|2100000|output tokens',
    ]);
    expect(
      await values(
        '=AISPEND("Switch on")',
        '=AIUSAGE("Switch on",,"unitcost","1M tokens")',
        '=AIUSAGE("Switch on",,,"requests")',
        '=AIUSAGE("Switch on",,"unitcost","1M output tokens",,,"lucerne-2")',
      ),
    ).toEqual([97.5, 9, 12, 25]);
  });

  it('is remembered for the next file, which replaces what it corrects', async () => {
    await pane.choose({ name: 'corrected.csv', text: bill('Switch on', '43.00') });
    await pane.totals();
    expect(await keep().isChecked()).toBe(true);
    await pane.view.getByRole('radio', { name: 'Replace the 3 rows of on.csv' }).check();
    expect(await pane.load()).toMatch(/^3 rows added as corrected\.csv/);
    expect(await rowsOf('Switch on')).toEqual([
      '3|chat|lucerne-2|12|requests',
      '43|search|lucerne-2|8400000|input tokens',
      '52.5|search|lucerne-2|2100000|output tokens',
    ]);
  });

  it('takes them away again with the next load of the file without it', async () => {
    await pane.choose({ name: 'corrected.csv', text: bill('Switch on', '43.00') });
    await pane.totals();
    await keep().uncheck();
    await pane.totals();
    await pane.load();
    expect(await rowsOf('Switch on')).toEqual(['98.5||||']);
    expect(await values('=AISPEND("Switch on")', '=AIUSAGE("Switch on")')).toEqual([
      98.5,
      expect.stringMatching(/^#N\/A Switch on has no quantity on record/),
    ]);
  });

  it('lets other columns be chosen, once it is on', async () => {
    await pane.choose({ name: 'columns.csv', text: bill('Columns') });
    await pane.totals();
    expect(await pane.select('Team').isVisible()).toBe(false);
    await keep().check();
    await pane.totals();
    await pane.view.getByText('Quantities, models and teams', { exact: true }).click();
    await pane.select('Team').selectOption({ label: 'none' });
    await pane.select('Model').selectOption({ label: 'Team' });
    await pane.totals();
    await pane.load();
    expect(await rowsOf('Columns')).toEqual([
      '3||chat|12|requests',
      '42||search|8400000|input tokens',
      '52.5||search|2100000|output tokens',
    ]);
  });
});

describe('calc --load with --keep-quantities', () => {
  it('keeps them, and reports how many rows they make', async () => {
    const file = path.join(folder, 'calc.csv');
    await writeFile(file, bill('Calc'));
    expect(await importFile(local, { path: file, earlier: null, mapping: [], keepQuantities: true })).toMatchObject({
      error: null,
      report: { rowsToLoad: 3, quantities: { kept: true, rowsWith: 3, rowsWithout: 1 } },
    });
    expect(await values('=AIUSAGE("Calc",,"unitcost","1M tokens")')).toEqual([9]);
  });

  it('says so of a file that has none', async () => {
    const file = path.join(folder, 'none.csv');
    await writeFile(
      file,
      csv([
        ['Client', 'Vendor', 'Month', 'Amount', 'Currency'],
        ['Calc', 'AWS', '2025-05', '1', 'USD'],
      ]),
    );
    expect(await importFile(local, { path: file, earlier: null, mapping: [], keepQuantities: true })).toMatchObject({
      outcome: null,
      error: 'The file tells no quantities, models or teams that could be kept.',
    });
  });
});

describeWithData('bills of models, as FOCUS publishes them', () => {
  const file = (name: string) => path.join(sharedData, `focus/ai-model-billing/${name}.csv`);
  const loadKept = (name: string, mapping: readonly string[]) =>
    importFile(local, { path: file(name), earlier: null, mapping, keepQuantities: true });

  it('cost 94.50 USD for 10,500,000 tokens, which is 9.00 USD per 1M', async () => {
    expect(await loadKept('per_token_ai_model_api', ['"Per token"=client'])).toMatchObject({ error: null });
    expect(
      await values(
        '=AISPEND("Per token")',
        '=AIUSAGE("Per token")',
        '=AIUSAGE("Per token",,"unitcost","1M tokens")',
        '=AIUSAGE("Per token",,"unitcost","1M input tokens")',
        '=AIUSAGE("Per token",,"unitcost","1M output tokens")',
      ),
    ).toEqual([94.5, 10_500_000, 9, 5, 25]);
  });

  it('ask who is the vendor where the model is resold, and tell what a cache reads and writes', async () => {
    const name = 'cached_tokens_via_csp_marketplace';
    expect(await loadKept(name, ['"Cached"=client'])).toMatchObject({
      outcome: null,
      error: 'Choose who is the vendor.',
      report: {
        questions: [{ option: 'vendor', answer: null, choices: [{ value: 'provider' }, { value: 'issuer' }] }],
      },
    });
    await pane.choose(file(name));
    await pane.totals();
    const question = pane.view.getByRole('group', { name: 'Who is the vendor?' });
    expect(await question.innerText()).toContain('Aura Web issues the invoice for a model that Solora AI developed');
    await question.getByRole('radio', { name: 'Who issues the invoice' }).check();
    await pane.totals();
    expect(await pane.load()).toMatch(/^\d rows? added as cached/);
    await pane.leave();
    expect(await loadKept(name, ['"Cached"=client', 'vendor:issuer'])).toMatchObject({ error: null });
    expect(
      await values(
        '=AISPEND("Cached",,,"Aura Web")',
        '=AIUSAGE("Cached",,"unitcost","1M cache read tokens")',
        '=AIUSAGE("Cached",,"unitcost","1M cache write tokens")',
      ),
    ).toEqual([47.5, 0.2, 2.5]);
  });

  it('tell no cost of a unit that was paid for in advance, but that of what was used', async () => {
    const name = 'drawdown_via_prepayment_ai_model_api';
    expect(await loadKept(name, ['"Billed ahead"=client'])).toMatchObject({ error: null });
    expect(await values('=AISPEND("Billed ahead")', '=AIUSAGE("Billed ahead",,"unitcost","1M tokens")')).toEqual([
      500_000,
      expect.stringMatching(/^#VALUE! Billed ahead, 2025-05: .* 500,000\.00 USD .* paid for in advance/),
    ]);
    expect(await loadKept(name, ['"Used"=client,EffectiveCost=amount'])).toMatchObject({ error: null });
    expect(await values('=AISPEND("Used")', '=AIUSAGE("Used",,"unitcost","1M input tokens")')).toEqual([50, 4]);
  });
});
