import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { importFile } from '../../scripts/import-file';
import { ImportPage } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/*
 * The cases that others reported, which are no part of this project: each is loaded through the pane, by hand as it were, and from the
 * terminal, each in a workbook of its own; what AIClients holds then is compared with what is right.
 */
const CASES = path.resolve(__dirname, '../../../shared/cases');

/** What is right for a file, and what a person has to say for it. */
interface Case {
  readonly file: string;
  /** What AIClients holds of it then, by currency; nothing if the file is refused. */
  readonly sums: Readonly<Record<string, number>>;
  /** What no column of the file tells. */
  readonly mapping?: string;
  /** A question that nothing in the file answers: its option, what is chosen, and how the pane calls both. */
  readonly asks?: readonly [option: string, value: string, legend: string, choice: RegExp];
  /** What the preview says of it. */
  readonly says?: RegExp;
  /** Clients, if their spelling is what matters. */
  readonly clients?: readonly string[];
}

const EACH: readonly Case[] = [
  { file: 'aws-monthly-invoice.csv', sums: { USD: 100 }, says: /3 rows state the sum of others/ },
  { file: 'azure-query.json', sums: { EUR: 24 }, says: /nextLink/ },
  { file: 'bill-beside-report.csv', sums: { EUR: 19_500_000 } },
  { file: 'blank-head-left.xlsx', sums: { USD: 300 }, says: /column without a name/, clients: ['Acme', 'Beta'] },
  {
    file: 'client-is-error-value.csv',
    sums: { USD: 100 },
    says: /"#REF!" is an error value/,
    asks: ['months', 'count', 'Are these months right?', /^They are right/],
  },
  { file: 'cp1251-sberbank.csv', sums: { USD: 100 }, clients: ['Сбербанк'] },
  {
    file: 'cp1252-mcdonalds-more.csv',
    sums: { USD: 602 },
    clients: ['Kohl’s', 'Lloyd’s', 'McDonald’s', 'Moody’s', 'Nestlé'],
  },
  { file: 'cp1252-mcdonalds.csv', sums: { USD: 600 }, clients: ['Adobe', 'McDonald’s', 'Moody’s'] },
  { file: 'dash-for-cents.csv', sums: { EUR: 1307 } },
  { file: 'datev-extf.csv', sums: { EUR: 1309 } },
  { file: 'debit-credit.csv', sums: { USD: 565.5 } },
  { file: 'duplicated-block.csv', sums: { USD: 600 }, says: /repeat the 2 rows/ },
  { file: 'gb18030-bilibili.csv', sums: { USD: 100 }, clients: ['哔哩哔哩'] },
  { file: 'openai-costs-strings.json', sums: { USD: 12.50000042 } },
  { file: 'quote-swallows-rows.csv', sums: { USD: 600 }, says: /has no partner/ },
  { file: 'sign-and-code.csv', sums: { USD: 12.25, GBP: 94.5, INR: 123_456, RON: 145, RUB: 2660 } },
  { file: 'soll-haben.csv', sums: { EUR: 1200 } },
  {
    file: 'thousands-point-only.csv',
    sums: { NOK: 37_745 },
    asks: ['numbers', 'comma', 'What does the point or comma in the amounts mean?', /^A comma is decimal/],
  },
  {
    file: 'total-row-no-dates.csv',
    sums: { USD: 565.5 },
    mapping: '"2024-11"=month',
    says: /states the sum of others/,
  },
  {
    file: 'total-row-service-only.csv',
    sums: { USD: 60.75 },
    mapping: '"Rows of services"=client,"AWS"=vendor,"2024-11"=month',
    says: /states the sum of others/,
  },
  { file: 'type-column.csv', sums: { NGN: 22_000 } },
  { file: 'wide-row.xlsx', sums: { USD: 300 }, says: /column without a name, number 6/ },
];

const isThere = existsSync(CASES);
const describeWithCases = isThere ? describe : describe.skip;

describeWithCases(`the reported cases${isThere ? '' : ' (skipped: no ../shared/cases beside this project)'}`, () => {
  let byHand: OpenedWorkbook;
  let byTerminal: OpenedWorkbook;
  let pane: ImportPage;

  beforeAll(async () => {
    byHand = await openWorkbook();
    byTerminal = await openWorkbook();
    pane = new ImportPage(byHand.local);
    await byHand.local.loadReferenceData();
    await byTerminal.local.loadReferenceData();
  });

  afterAll(async () => {
    await byHand?.browser.close();
    await byTerminal?.browser.close();
  });

  afterEach(() => pane.leave());

  it('are all here', () => {
    const files = readdirSync(CASES).filter((file) => file !== 'README.md');
    expect(EACH.map(({ file }) => file)).toEqual(files.sort());
  });

  it.each(EACH)('$file is right through the pane', async ({ file, sums, mapping, asks, says, clients }) => {
    await pane.choose(path.join(CASES, file));
    if (mapping !== undefined) {
      await pane.view.getByText('Mapping as text').click();
      await pane.view.getByRole('textbox', { name: 'Mapping', exact: true }).fill(mapping);
      await pane.view.getByRole('button', { name: 'Apply' }).click();
    }
    await pane.totals();
    if (says !== undefined) {
      expect(await pane.view.innerText()).toMatch(says);
    }
    if (asks !== undefined) {
      const [, , legend, choice] = asks;
      expect(await pane.view.getByRole('list', { name: 'Before loading' }).isVisible()).toBe(true);
      await pane.view.getByRole('group', { name: legend }).getByRole('radio', { name: choice }).check();
      await pane.totals();
    }
    // Cases share clients and months, as no two bills of one client do.
    for (const question of await pane.view.getByRole('group', { name: 'Is this a corrected export?' }).all()) {
      await question.getByRole('radio', { name: 'Keep both' }).check();
    }
    const withoutProblems = pane.view.getByRole('checkbox', { name: /^Load without the/ });
    if (await withoutProblems.isVisible()) {
      await withoutProblems.check();
    }
    expect(await pane.load()).toContain(`as ${file}`);
    expect(await loadedOf(byHand, file)).toEqual({ sums, ...(clients === undefined ? {} : { clients }) });
  });

  it.each(EACH)('$file is the same from the terminal, and asks where nothing tells', async (one) => {
    const { file, sums, mapping, asks, clients } = one;
    const given = { path: path.join(CASES, file), earlier: 'keep' } as const;
    const mapped = mapping === undefined ? [] : [mapping];
    if (asks !== undefined) {
      const refused = await importFile(byTerminal.local, { ...given, mapping: mapped });
      expect(refused.outcome).toBeNull();
      const open = refused.report?.questions?.filter(({ answer }) => answer === null);
      expect(open?.map(({ option }) => option)).toEqual([asks[0]]);
    }
    const answers = asks === undefined ? [] : [`${asks[0]}:${asks[1]}`];
    const { error } = await importFile(byTerminal.local, { ...given, mapping: [...mapped, ...answers] });
    expect(error).toBeNull();
    expect(await loadedOf(byTerminal, file)).toEqual({ sums, ...(clients === undefined ? {} : { clients }) });
  });

  it('a bill beside a claim of the same money is no sum of both', async () => {
    const sheet = await byTerminal.local.addSheet();
    await byTerminal.local.enter(sheet, [['A1', '=AISPEND("ByteDance")']]);
    await byTerminal.local.settle();
    const [cell] = await byTerminal.local.read(sheet, ['A1']);
    expect(cell?.error?.message).toContain('may be the same money');
  });

  /** What AIClients holds of a file: sums by currency, and the clients if these are to be compared. */
  async function loadedOf({ local }: OpenedWorkbook, file: string): Promise<object> {
    const letters = [...'ABCDEFGHIJ'];
    const addresses = Array.from({ length: 120 }, (_, row) => letters.map((letter) => `${letter}${row + 1}`));
    const cells = (await local.read('AI Clients', addresses.flat())).map(({ value }) => value);
    const [names = [], ...rows] = addresses.map((_, row) =>
      cells.slice(row * letters.length, (row + 1) * letters.length),
    );
    const at = (name: string): number => names.indexOf(name);
    const own = rows.filter((row) => row[at('Source')] === file);
    const sums: Record<string, number> = {};
    for (const row of own) {
      const currency = String(row[at('Currency')]);
      sums[currency] = Number(((sums[currency] ?? 0) + Number(row[at('Spend')])).toFixed(8));
    }
    const isNamed = EACH.some((one) => one.file === file && one.clients !== undefined);
    const clients = [...new Set(own.map((row) => String(row[at('Client')])))].sort();
    return { sums, ...(isNamed ? { clients } : {}) };
  }
});
