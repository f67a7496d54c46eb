import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { bill, csv, ecbHistory, LINES, zipBomb, zipped } from './import-files';
import { ImportPage, sha256, type MadeFile } from './import-page';
import { openWorkbook, serverOrigin, type OpenedWorkbook } from './local-workbook';
import { addinOf } from './shared-windows';

/*
 * Bills and rates from files into the workbook, through the pane, the worker that reads and real Office.js. The tests share one
 * workbook; each has clients of its own.
 */
let workbook: OpenedWorkbook;
let local: LocalPage;
let pane: ImportPage;
let sheet: string;
/** What went wrong in any frame: uncaught errors, unhandled rejections, what was written to the console as an error. */
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  pane = new ImportPage(local);
  local.page.on('pageerror', (error) => complaints.push(String(error)));
  local.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  workbook.browser.context.on('request', (request) => requests.push(request.url()));
  await local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

beforeEach(async () => {
  sheet = await local.addSheet();
});

afterEach(async () => {
  await pane.leave();
  expect(complaints.splice(0)).toEqual([]);
  expect(
    requests
      .splice(0)
      .filter((url) => !url.startsWith(`${serverOrigin()}/`) && !url.startsWith('blob:') && !url.startsWith('data:')),
  ).toEqual([]);
});

/** What a cell holds: its value, or the code and message of its error. */
async function value(address: string, on = sheet): Promise<unknown> {
  const [cell] = await local.read(on, [address]);
  return cell?.error ? `${cell.error.code} ${cell.error.message}` : cell?.value;
}

async function columnOf(on: string, column: string, from: number, to: number): Promise<string[]> {
  const cells = await local.read(
    on,
    Array.from({ length: to - from + 1 }, (_, at) => `${column}${from + at}`),
  );
  return cells.map(({ text }) => text);
}

/** The lines of the log, each by the names of its columns. */
async function log(): Promise<Record<string, string>[]> {
  const letters = [...'ABCDEFGHIJKL'];
  const [names = [], ...lines] = await Promise.all(
    Array.from({ length: 20 }, async (_, row) =>
      (
        await local.read(
          'AI Imports',
          letters.map((letter) => `${letter}${row + 1}`),
        )
      ).map((cell) => String(cell.value ?? '')),
    ),
  );
  return lines
    .filter(([file]) => file !== '')
    .map((cells) => Object.fromEntries(cells.map((cell, at) => [names[at] ?? '', cell])));
}

describe('a bill', () => {
  const file = bill(LINES);
  const corrected = bill([{ ...LINES[0]!, effective: '0.4' }, ...LINES.slice(1)]);

  it('dropped on the pane is told, mapped, previewed to the last digit and loaded; formulas follow by themselves', async () => {
    await local.enter(sheet, [
      ['A1', '=AISPEND("search","2025-06")'],
      ['B1', '=AISOURCE("search","2025-06")'],
    ]);
    await local.settle();
    expect(await value('A1')).toMatch(/^#N\/A No client "search"/);
    await local.showPane();
    await pane.drop({ name: 'bill.csv', start: file });
    await pane.view.getByText('FOCUS 1.0 · 4 rows · USD · 2025-06 · 2 vendors').waitFor();
    await pane.select('Client').selectOption({ label: 'A tag…' });
    await pane.select('Client tag').fill('team');
    await pane.select('Amount').selectOption('EffectiveCost');
    await pane.view.getByText('What was used; what was paid in advance is spread over the time it covers.').waitFor();
    // What the preview adds to the view moves the box.
    await pane.totals();
    await pane.view.getByLabel('Only AI services').check();
    // 0.1 + 0.2 + 0.0000000072922557592391990001, and 12.5 that is not AI.
    expect(await pane.totals()).toEqual([
      ['Total of the file', '4', '12.8000000072922557592391990001'],
      ['Left out: not AI', '1', '12.5'],
      ['Kept', '3', '0.3000000072922557592391990001'],
    ]);
    expect(await pane.load()).toBe('3 rows added as bill.csv, 3 other rows kept.');

    expect(await value('A1')).toBe(0.3);
    expect((await local.read(sheet, ['B1']))[0]?.spill?.map((row) => row[4]).slice(0, 3)).toEqual([
      'Source',
      'bill.csv',
      'bill.csv',
    ]);
    expect(await log()).toEqual([
      expect.objectContaining({
        File: 'bill.csv',
        Format: 'FOCUS 1.0',
        Rows: '4',
        Currency: 'USD',
        Total: '12.800000007292256',
        Counted: String(Number('0.3000000072922557592391990001')),
        'Left out': '12.5',
        'SHA-256': sha256(file),
        Note: 'To the last digit: total 12.8000000072922557592391990001, counted 0.3000000072922557592391990001',
      }),
    ]);
  });

  it('that was loaded before is noticed, and its rows are replaced, not doubled', async () => {
    await local.enter(sheet, [['A1', '=AISPEND("search","2025-06")']]);
    const before = await pane.picture();
    await pane.drop({ name: 'bill.csv', start: file });
    await pane.totals();
    await pane.view.getByText(/: the same 3 rows\. Loading it again changes nothing\.$/).waitFor();
    await pane.load();
    expect(await value('A1')).toBe(0.3);
    expect((await pane.picture()).tables).toEqual(before.tables);
    expect(await log()).toHaveLength(1);
  });

  it('with the same columns in another order is mapped as the one before; a corrected export asks, and replaces or stays beside', async () => {
    await local.enter(sheet, [
      ['A1', '=AISPEND("search","2025-06")'],
      ['A2', '=SUM(AIClients[Spend])'],
    ]);
    await local.settle();
    const others = Number(await value('A2')) - 0.3;
    await pane.choose({ name: 'turned.csv', text: bill([{ ...LINES[0]!, team: 'ads', effective: '3' }], true) });
    await pane.view.getByText('As remembered from an earlier file with these columns.').waitFor();
    expect([
      await pane.select('Client tag').inputValue(),
      await pane.select('Amount').locator('option:checked').innerText(),
    ]).toEqual(['team', 'EffectiveCost']);
    expect(await pane.view.getByLabel('Only AI services').isChecked()).toBe(true);

    await pane.choose({ name: 'corrected.csv', text: corrected });
    await pane.totals();
    expect(await pane.view.getByRole('button', { name: 'Load 3 rows' }).getAttribute('aria-disabled')).toBe('true');
    await pane.view.getByLabel('Replace the 3 rows of bill.csv').check();
    await pane.load();
    expect(await value('A1')).toBe(0.6);
    expect(Number(await value('A2')) - others).toBeCloseTo(0.6, 6);
    expect((await log()).map(({ File }) => File)).toEqual(['corrected.csv']);

    await pane.choose({ name: 'bill.csv', text: file });
    await pane.totals();
    await pane.view.getByLabel('Keep both').check();
    await pane.load();
    expect(await value('A1')).toBe(0.9);
    expect((await log()).map(({ File }) => File)).toEqual(['corrected.csv', 'bill.csv']);
  });

  it('is one step to undo', async () => {
    const before = await pane.picture();
    await pane.choose({
      name: 'undone.csv',
      text: csv([
        ['Client', 'Vendor', 'Month', 'Cost', 'Currency'],
        ['Undone', 'OpenAI', '2025-06', '5', 'USD'],
      ]),
    });
    await pane.totals();
    await pane.load();
    expect(await pane.picture()).not.toEqual(before);
    await local.click(sheet, 'D4');
    await local.page.keyboard.press('Control+z');
    expect(await pane.picture()).toEqual(before);
  });

  it('can be a sheet of this workbook', async () => {
    await local.enter(sheet, [
      ['A1', 'Kunde'],
      ['B1', 'Anbieter'],
      ['C1', 'Monat'],
      ['D1', 'Betrag'],
      ['E1', 'Währung'],
      ['A2', 'Typed'],
      ['B2', 'OpenAI'],
      ['C2', '2025-06'],
      ['D2', '0.1'],
      ['E2', 'EUR'],
      ['A3', 'Typed'],
      ['B3', 'OpenAI'],
      ['C3', '2025-06'],
      ['D3', '0.2'],
      ['E3', 'EUR'],
      ['G1', '=AISPEND("Typed")'],
      ['G2', '=AISOURCE("Typed")'],
    ]);
    await local.settle();
    await pane.open();
    await pane.view.locator('summary', { hasText: 'Use a table of this workbook' }).click();
    await pane.view.getByRole('button', { name: `Use ${sheet}` }).click();
    expect(await pane.totals()).toEqual([
      ['Total of the file', '2', '0.3'],
      ['Kept', '2', '0.3'],
    ]);
    await pane.load();
    expect(await value('G1')).toBe(0.3);
    expect(await value('K3')).toBe(sheet);
  });
});

describe('a sheet of this workbook', () => {
  it('is read with what it shows and hides, as a file is', async () => {
    await local.enter(sheet, [
      ['A1', 'Kunde'],
      ['B1', 'Anbieter'],
      ['C1', 'Monat'],
      ['D1', 'Betrag'],
      ['E1', 'Rest'],
      ...[2, 3, 4, 5].flatMap((row): [string, string][] => [
        [`A${row}`, 'Shown'],
        [`B${row}`, 'OpenAI'],
        [`C${row}`, '2025-06'],
        [`D${row}`, String(row / 10)],
        [`E${row}`, '1.5'],
      ]),
    ]);
    await local.settle();
    await local.showPane();
    await outcomeIn(
      await addinOf(local),
      async (name) =>
        Excel.run(async (context) => {
          const own = context.workbook.worksheets.getItem(name);
          own.getRange('D2:D5').numberFormat = [['#,##0.00 [$€-407]']];
          own.getRange('3:4').rowHidden = true;
          own.getRange('E:E').columnHidden = true;
          await context.sync();
        }),
      sheet,
    );
    await pane.open();
    await pane.view.locator('summary', { hasText: 'Use a table of this workbook' }).click();
    await pane.view.getByRole('button', { name: `Use ${sheet}` }).click();
    expect(await pane.totals()).toEqual([
      ['Total of the file', '4', '1.4'],
      ['Kept', '4', '1.4'],
    ]);
    await pane.view.getByText(/hides 2 rows, which count/).waitFor();
  });
});

describe('several files', () => {
  it('that are dropped together are one bill: one preview, one load', async () => {
    const header = ['Client', 'Vendor', 'Month', 'Amount', 'Currency'];
    await local.enter(sheet, [['A1', '=AISPEND("Together","2025-06:2025-07")']]);
    await local.showPane();
    await pane.drop(
      { name: 'july.csv', start: csv([header, ['Together', 'OpenAI', '2025-07', '2.25', 'USD']]) },
      { name: 'june.csv', start: csv([header, ['Together', 'OpenAI', '2025-06', '1.50', 'USD']]) },
      { name: 'june (1).csv', start: csv([header, ['Together', 'OpenAI', '2025-06', '1.50', 'USD']]) },
    );
    await pane.view.getByText('same columns are read as one bill').waitFor();
    await pane.view.getByText(/has the same content as .*, and is read once/).waitFor();
    await pane.totals();
    await pane.load();
    expect(await value('A1')).toBe(3.75);
  });
});

describe('what invoices state (FOCUS InvoiceDetail)', () => {
  it('is held against what is loaded, by issuer, month and currency, and is not loaded itself', async () => {
    const bill = ['Client', 'Vendor', 'Month', 'Amount', 'Currency'];
    await local.showPane();
    await pane.drop({ name: 'invoiced.csv', start: csv([bill, ['Own', 'Lucerne AI', '2025-01', '450.00', 'USD']]) });
    await pane.totals();
    await pane.load();
    const before = await pane.picture();
    const header =
      'BilledCost,BillingCurrency,BillingPeriodStart,InvoiceDetailGrain,InvoiceDetailId,InvoiceId,InvoiceIssuerName';
    const lines = [
      '400.00,USD,2025-01-01T00:00:00Z,{},L1,INV-1,"Lucerne AI, Inc."',
      '78.63,USD,2025-01-01T00:00:00Z,{},L2,INV-2,"Lucerne AI, Inc."',
      '5,USD,2025-02-01T00:00:00Z,{},L3,INV-3,"Lucerne AI, Inc."',
    ];
    await pane.drop({ name: 'invoices.csv', start: [header, ...lines, ''].join('\n') });
    const invoices = pane.view.getByRole('region', { name: 'Invoices' });
    await invoices.getByText('3 invoices, in 2 months of issuers: 0 agree, 1 differs, 1 is not loaded.').waitFor();
    await invoices
      .getByText('Loaded: 450 USD in 1 row of invoiced.csv, 28.63 USD less than the invoices.', { exact: true })
      .waitFor();
    await invoices.getByText('Not loaded: AIClients has no bill of Lucerne AI, Inc. for 2025-02 in USD.').waitFor();
    expect(await pane.view.getByRole('button', { name: /^Load/ }).count()).toBe(0);
    expect(await pane.picture()).toEqual(before);
    await pane.leave();
  });
});

describe('a hostile file', () => {
  const REFUSED: readonly (readonly [what: string, file: MadeFile, says: RegExp])[] = [
    ['a zip bomb', { name: 'bomb.xlsx', start: zipBomb() }, /says that it unpacks to \d+ times its size/],
    [
      'a Parquet file that was cut off',
      { name: 'cut.parquet', start: Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(5_000, 7)]) },
      /does not end as a Parquet file does/,
    ],
    [
      'JSON of great depth',
      { name: 'deep.json', start: '['.repeat(100_000) },
      /more than 64 objects and arrays within one another/,
    ],
  ];

  it('is refused with a clear message, and nothing else happens', async () => {
    const before = await pane.picture();
    await local.showPane();
    for (const [what, file, says] of REFUSED) {
      await pane.drop(file);
      expect([what, await pane.refusal()]).toEqual([what, expect.stringMatching(says)]);
      await pane.leave();
    }
    expect(await pane.picture()).toEqual(before);
  });

  it('cannot bring in formulas, HTML or prototypes', async () => {
    const names = [
      '=1+1',
      '=HYPERLINK("https://example.com/","x")',
      '+1+1',
      '-2+3',
      '@SUM(1)',
      '<img src=x onerror="window.harmed=true">',
      '__proto__',
      'constructor',
    ];
    await pane.drop({
      name: '=1+1.csv',
      start: csv([
        ['__proto__', 'constructor', 'Month', 'Cost', 'Currency'],
        ...names.map((name, at) => [name, `\t${name}`, '2025-07', String(at + 1), 'USD']),
      ]),
    });
    await pane.select('Client').selectOption({ label: '__proto__' });
    await pane.select('Vendor').selectOption({ label: 'constructor' });
    await pane.totals();
    await pane.view.getByText('<img src=x onerror="window.harmed=true">').first().waitFor();
    // "@SUM(1)" may be the name of a row of totals.
    await pane.view.getByRole('radio', { name: /^Count them as any other row/ }).check();
    await pane.load();

    const { tables, sheets } = await pane.picture();
    const last = Number(/\d+$/.exec(tables['AIClients'] ?? '')?.[0]);
    const first = last - names.length + 1;
    const clients = await columnOf('AI Clients', 'A', first, last);
    expect([...clients].sort()).toEqual([...names].sort());
    expect(await columnOf('AI Clients', 'I', first, last)).toEqual(names.map(() => '=1+1.csv'));
    expect((await columnOf('AI Clients', 'B', first, last)).map((text) => text.trim()).sort()).toEqual(
      [...names].sort(),
    );
    expect(sheets['AI Imports']?.formulas.at(-1)?.[0]).toBe('=1+1.csv');
    await local.enter(sheet, [
      ['A1', `='AI Clients'!A${first + clients.indexOf('=1+1')}&""`],
      ['A2', '=AISPEND("=1+1")'],
      ['A3', '=AISPEND("__proto__","2025-07")'],
    ]);
    await local.settle();
    expect([await value('A1'), await value('A2'), await value('A3')]).toEqual(['=1+1', 1, 7]);
    const frame = await pane.frame();
    expect(
      await frame.evaluate(() => ({
        harmed: 'harmed' in window,
        images: document.images.length,
        polluted: Object.keys(Object.prototype),
      })),
    ).toEqual({ harmed: false, images: 0, polluted: [] });
    expect(await local.page.evaluate(() => 'harmed' in window)).toBe(false);
  });
});

describe('the central bank’s rates', () => {
  it('from the csv or its zip bring AIRates up to date; a rate typed by hand stays, and what converts follows', async () => {
    const rates = async (): Promise<unknown[]> => {
      await local.settle();
      return [await value('A1'), await value('A2'), await value('A3')];
    };
    const { tables } = await pane.picture();
    const below = Number(/\d+$/.exec(tables['AIRates'] ?? '')?.[0]) + 1;
    await local.enter('AI Rates', [
      [`A${below}`, '2026-08'],
      [`B${below}`, 'GBP'],
      [`C${below}`, '0.5'],
      [`D${below}`, 'treasury'],
    ]);
    await local.enter(sheet, [
      ['A1', '=AIFX(10,"EUR","USD","2024-11")'],
      ['A2', '=AIFX(10,"EUR","USD","2026-08")'],
      ['A3', '=AIFX(10,"EUR","GBP","2026-08")'],
    ]);
    expect(await rates()).toEqual([10.63014, expect.stringMatching(/^#N\/A/), 5]);

    await pane.drop({
      name: 'eurofxref-hist.csv',
      start: ecbHistory({ '2024-11': { USD: '2', GBP: '0.9' }, '2026-08': { USD: '3', GBP: '0.9' } }),
    });
    await pane.view.getByText('1 rate new, 2 rates replaced, 1 rate of your own kept.').waitFor();
    await pane.load();
    expect(await rates()).toEqual([20, 30, 5]);

    const zip = zipped(
      'eurofxref-hist.csv',
      ecbHistory({ '2024-11': { USD: '4' }, '2026-08': { USD: '3', GBP: '0.9' } }),
    );
    await pane.drop({ name: 'eurofxref-hist.zip', start: zip });
    await pane.view.getByText(/^European Central Bank rates/).waitFor();
    await pane.load();
    expect(await rates()).toEqual([40, 30, 5]);
  });
});
