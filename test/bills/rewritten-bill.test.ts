import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { Decimal, sum } from '../../src/domain/money/decimal';
import type { BillSummary } from '../../src/bills/sums/bill-summary';
import type { TextReading } from '../../src/formats/file/text-table';
import { importReader } from '../../src/bills/reading/import-reader';
import { describeWithData, sharedData } from '../shared-data';
import { writeXlsx, zipParts, type XlsxCell, type XlsxOptions } from '../xlsx-writer';
import { encodeText } from '../formats/encode-text';
import { openBill, type OpenBill } from './reading/open-bill';

interface Bill {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const COSTS = new Set(['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost']);
const DATES = new Set(['BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart', 'ChargePeriodEnd']);
/** Digits after the point in the costs of the bill. */
const COST_SCALE = 11;
/** A name in the bill, and what it is called in encodings of other letters. */
const CLIENT = 'Atlas Nimbus';

let original: Bill = { header: [], rows: [] };

function csv({ header, rows }: Bill, delimiter = ',', lineEnd = '\r\n'): string {
  return `${Papa.unparse([header, ...rows] as string[][], { delimiter, newline: lineEnd })}${lineEnd}`;
}

/** The bill with each cell written in another way. */
function eachCell(write: (cell: string, column: string) => string): Bill {
  const { header, rows } = original;
  return { header, rows: rows.map((row) => row.map((cell, at) => write(cell, header[at] ?? ''))) };
}

const isCost = (cell: string, column: string) => COSTS.has(column) && cell !== 'NULL';
const withCommas = () => eachCell((cell) => (/^-?\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell));
const withClient = (client: string) => eachCell((cell) => cell.replace(CLIENT, client));

function shuffled({ header, rows }: Bill): Bill {
  // 17 and the 44 columns have no common divisor, so that each column comes once.
  const order = header.map((_, at) => (at * 17 + 5) % header.length);
  const inOrder = (row: readonly string[]) => order.map((at) => row[at] ?? '');
  return { header: inOrder(header), rows: rows.map(inOrder) };
}

function jsonRecords({ header, rows }: Bill, costsAsNumbers: boolean): string[] {
  const written = (cell: string, column: string) => {
    if (cell === 'NULL') {
      return 'null';
    }
    return costsAsNumbers && COSTS.has(column) ? cell : JSON.stringify(cell);
  };
  return rows.map(
    (row) =>
      `{${row.map((cell, at) => `${JSON.stringify(header[at])}: ${written(cell, header[at] ?? '')}`).join(', ')}}`,
  );
}

function xlsx(
  { header, rows }: Bill,
  cellOf: (cell: string, column: string) => XlsxCell,
  options: XlsxOptions = {},
): Blob {
  const cells = rows.map((row) => row.map((cell, at) => (cell === 'NULL' ? null : cellOf(cell, header[at] ?? ''))));
  return writeXlsx([{ name: 'Costs', rows: [header, ...cells] }], options);
}

const numberCell = (cell: string, column: string): XlsxCell => (COSTS.has(column) ? Number(cell) : cell);

function typedCell(epochDays: number): (cell: string, column: string) => XlsxCell {
  return (cell, column) =>
    DATES.has(column)
      ? { serial: timeOf(cell) / 86_400_000 + epochDays, format: 'yyyy-mm-dd hh:mm' }
      : numberCell(cell, column);
}

function timeOf(cell: string): number {
  return Date.parse(`${cell.replace(' ', 'T')}Z`);
}

function parquet(
  { header, rows }: Bill,
  element: Partial<SchemaElement>,
  costOf: (cell: string) => unknown,
  dateOf?: (cell: string) => Date,
): Blob {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: header.length },
    ...header.map((name): SchemaElement => {
      if (COSTS.has(name)) {
        return { name, repetition_type: 'OPTIONAL', ...element };
      }
      if (dateOf && DATES.has(name)) {
        return { name, repetition_type: 'OPTIONAL', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
      }
      return { name, repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    }),
  ];
  const valueOf = (cell: string, name: string): unknown => {
    if (cell === 'NULL') {
      return null;
    }
    if (COSTS.has(name)) {
      return costOf(cell);
    }
    return dateOf && DATES.has(name) ? dateOf(cell) : cell;
  };
  const columnData = header.map((name, at) => ({ name, data: rows.map((row) => valueOf(row[at] ?? '', name)) }));
  return new Blob([parquetWriteBuffer({ columnData, schema, rowGroupSize: 300 })]);
}

/** The cost in units of its last digit. */
function unscaled(cell: string): bigint {
  return BigInt(new Decimal(cell).times(new Decimal(`1e${COST_SCALE}`)).toFixed(0));
}

const DECIMAL: Partial<SchemaElement> = { converted_type: 'DECIMAL', scale: COST_SCALE };

type Part = string | Blob | Uint8Array<ArrayBuffer>;

const REWRITES: readonly (readonly [title: string, write: () => Part, reading?: TextReading])[] = [
  ['as it is', () => readFileSync(join(sharedData, 'focus/focus_sample_1000.csv'), 'utf8')],
  ['in UTF-16, little end first', () => encodeText(`\uFEFF${csv(original, '\t')}`, 'utf-16le')],
  ['in UTF-16, big end first', () => encodeText(`\uFEFF${csv(original)}`, 'utf-16be')],
  ['in UTF-16 without a mark', () => encodeText(csv(original), 'utf-16le')],
  ['read as Shift-JIS by choice', () => csv(original), { encoding: 'shift_jis', delimiter: ',' }],
  ['with semicolons', () => csv(original, ';')],
  ['with tabs', () => csv(original, '\t')],
  ['with bars, and a line that says so', () => `sep=|\r\n${csv(original, '|')}`],
  ['with decimal commas in quotes', () => csv(withCommas())],
  ['with decimal commas between semicolons', () => csv(withCommas(), ';')],
  ['with carriage returns alone', () => csv(original, ',', '\r')],
  ['with line feeds alone', () => csv(original, ',', '\n')],
  [
    'with costs in scientific notation',
    () => csv(eachCell((cell, column) => (isCost(cell, column) ? `${unscaled(cell)}E-${COST_SCALE}` : cell))),
  ],
  ['with its columns in another order', () => csv(shuffled(original))],
  ['in a zip', () => zipParts(new Map([['export/bill.csv', csv(original)]]))],
  ['as a JSON array, costs as numbers', () => `[\n${jsonRecords(original, true).join(',\n')}\n]`],
  ['as a JSON array, costs as texts', () => `{"data": [${jsonRecords(original, false).join(',')}]}`],
  ['as JSON lines', () => jsonRecords(shuffled(original), true).join('\n')],
  ['as a workbook with numbers as text', () => xlsx(original, (cell) => cell, { strings: 'inline' })],
  ['as a workbook with numbers, and dates from 1900', () => xlsx(original, typedCell(25_569))],
  ['as a workbook with numbers, and dates from 1904', () => xlsx(original, typedCell(24_107), { date1904: true })],
  [
    'as Parquet with decimals in 16 bytes',
    () => parquet(original, { ...DECIMAL, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, precision: 38 }, unscaled),
  ],
  [
    'as Parquet with decimals in 8 bytes',
    () => parquet(original, { ...DECIMAL, type: 'INT64', precision: 18 }, unscaled),
  ],
  [
    'as Parquet with doubles and points in time',
    () => parquet(original, { type: 'DOUBLE' }, Number, (cell) => new Date(timeOf(cell))),
  ],
  [
    'as Parquet with texts',
    () => parquet(shuffled(original), { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, (cell) => cell),
  ],
];

const OTHER_LETTERS: readonly (readonly [encoding: string, client: string])[] = [
  ['windows-1252', 'Müller & Söhne «Nürnberg»'],
  ['shift_jis', '株式会社ソフト表示'],
  ['gb18030', '字节跳动有限公司'],
];

function by(summary: BillSummary, key: 'vendor' | 'month'): Record<string, string> {
  const amounts = new Map<string, Decimal[]>();
  for (const group of summary.groups) {
    amounts.set(group[key], [...(amounts.get(group[key]) ?? []), new Decimal(group.amount)]);
  }
  return Object.fromEntries([...amounts].map(([name, all]) => [name, sum(all).toString()]).sort());
}

/** The effective costs by the month of the invoice. */
const BY_INVOICE = { '2024-09': '14.97651418586', '2024-10': '0' };

const keptOf = (summary: BillSummary) => summary.totals.map(({ kept, currency }) => `${kept} ${currency}`);

async function expectFigures(
  part: Part,
  reading: TextReading | null = null,
): Promise<{ found: OpenBill['found']; summary: BillSummary }> {
  const { found, table, summarise } = await openBill(new File([part], 'bill'), reading);
  expect(table.recognition.format).toBe('FOCUS 1.0');
  const { summary } = await summarise();
  expect(summary).toMatchObject({
    rows: 1000,
    keptRows: 1000,
    leftOutRows: 0,
    problemRows: 0,
    problems: [],
    questions: [],
  });
  expect(keptOf(summary)).toEqual(['20.52022672899 USD']);
  expect(by(summary, 'vendor')).toEqual({ AWS: '18.0066386184', Microsoft: '1.97651418586', Oracle: '0.53707392473' });
  expect(by(summary, 'month')).toEqual({ '2024-09': '20.52022672899' });
  // Of the other columns, the costs and dates of one more each: all are written in the same way.
  const changed = (await summarise('EffectiveCost=amount, BillingPeriodStart=month')).summary;
  expect(keptOf(changed)).toEqual(['14.97651418586 USD']);
  expect(by(changed, 'month')).toEqual(BY_INVOICE);
  return { found, summary };
}

/** One of each kind; the soak takes all. */
const QUICK = new Set([
  'as it is',
  'in UTF-16, little end first',
  'with decimal commas between semicolons',
  'with its columns in another order',
  'in a zip',
  'as a JSON array, costs as numbers',
  'as a workbook with numbers, and dates from 1900',
  'as Parquet with decimals in 16 bytes',
]);
const isSoak = process.env['AI_SPEND_RUNS_FACTOR'] !== undefined;

describeWithData('the FOCUS bill of a thousand rows gives its figures', () => {
  beforeAll(() => {
    const text = readFileSync(join(sharedData, 'focus/focus_sample_1000.csv'), 'utf8');
    const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    original = { header, rows };
  });

  it.each(
    REWRITES.filter(([title]) => isSoak || QUICK.has(title)).map(([title, write, reading = null]) => ({
      title,
      write,
      reading,
    })),
  )('$title', async ({ write, reading }) => {
    await expectFigures(write(), reading);
  });

  it.each(OTHER_LETTERS)('in %s, which is found out, with a name in its letters', async (encoding, client) => {
    const { found, summary } = await expectFigures(encodeText(csv(withClient(client)), encoding));
    expect(found.reading).toEqual({ encoding, delimiter: ',' });
    expect(summary.groups.map((group) => group.client)).toContain(client);
  });
});

const realFile = (name: string) => new File([readFileSync(join(sharedData, name))], name);

async function figuresOf(
  name: string,
  change = '',
): Promise<{ format: string; kept: string[]; months: Record<string, string>; vendors: Record<string, string> }> {
  const { table, summarise } = await openBill(realFile(name));
  const { summary } = await summarise(change);
  expect(summary).toMatchObject({ problemRows: 0, leftOutRows: 0, questions: [] });
  return {
    format: table.recognition.format,
    kept: keptOf(summary),
    months: by(summary, 'month'),
    vendors: by(summary, 'vendor'),
  };
}

describeWithData('real bills, from file to figures:', () => {
  it('both exports of Azure give their totals', async () => {
    const actual = '8.5450077867419368';
    const amortised = '16.296932136636644627485419';
    expect(await figuresOf('azure/EA_ActualCost_Small.csv')).toEqual({
      format: 'Azure cost export (EA, actual)',
      kept: [`${actual} USD`],
      months: { '2023-09': actual },
      vendors: { Microsoft: actual },
    });
    expect(await figuresOf('azure/EA_AmortizedCost_Small.csv')).toEqual({
      format: 'Azure cost export (EA, amortised)',
      kept: [`${amortised} USD`],
      months: { '2023-09': amortised },
      vendors: { Microsoft: amortised },
    });
  });

  it('the rows of Azure OpenAI give their total and their months', async () => {
    const { kept, months } = await figuresOf('azure-openai/aoai_daily_cost_by_meter.csv');
    expect(kept).toEqual(['27.47090885 USD']);
    expect(months).toEqual({ '2025-03': '22.550825', '2025-04': '4.92008385' });
  });

  it.each(['focus_52_utf8_bom_crlf.csv', 'focus_52_semicolon_decimalcomma_cp1252.csv'])(
    '%s gives its totals',
    async (name) => {
      const { kept, vendors } = await figuresOf(`derived/${name}`);
      expect(kept).toEqual(['-1.89253456427 USD']);
      expect(vendors).toEqual({ AWS: '-2.2426105952', Microsoft: '-0.16192396907', Oracle: '0.512' });
      expect((await figuresOf(`derived/${name}`, 'EffectiveCost=amount')).kept).toEqual(['-3.16192396907 USD']);
      expect((await figuresOf(`derived/${name}`, 'ListCost=amount')).kept).toEqual(['-2.11813456427 USD']);
    },
  );

  it.each(['focus_first52_typed.xlsx', 'focus_first52_dec38_snappy.parquet'])('%s gives its totals', async (name) => {
    expect((await figuresOf(`derived/${name}`)).kept).toEqual(['0.3761127738 USD']);
    expect((await figuresOf(`derived/${name}`, 'EffectiveCost=amount')).kept).toEqual(['0 USD']);
    expect((await figuresOf(`derived/${name}`, 'ListCost=amount')).kept).toEqual(['0.4225127738 USD']);
  });

  it.each([
    ['openai_costs_doc_example.json', 'OpenAI costs', '0.06 USD', '2024-11', 0],
    ['openai_costs_synthetic_page1.json', 'OpenAI costs', '0.06000125 USD', '2024-11', 1],
    ['anthropic_cost_report_synthetic.json', 'Anthropic cost report', '1.2345 USD', '2025-08', 0],
  ])('%s gives its total and says whether there is more', async (name, format, total, month, notices) => {
    const figures = await figuresOf(`ai-apis/${name}`);
    expect(figures).toMatchObject({ format, kept: [total] });
    expect(Object.keys(figures.months)).toEqual([month]);
    expect((await openBill(realFile(`ai-apis/${name}`))).found.notices).toHaveLength(notices);
  });
});

describeWithData('the daily rates of the European Central Bank', () => {
  it('give the monthly means that were worked out elsewhere', async () => {
    const given = { kind: 'file', file: realFile('fx/ecb_daily_2023-01_2026-04.csv'), reading: null } as const;
    const found = await importReader().answer('open', given, () => undefined);
    if (found.kind !== 'rates') {
      throw new Error('The file is taken for a bill.');
    }
    const means = new Map(found.rates.map(({ month, currency, unitsPerEur }) => [`${month} ${currency}`, unitsPerEur]));
    const gaps = new Set(
      found.incomplete.flatMap(({ month, currencies }) => currencies.map((currency) => `${month} ${currency}`)),
    );
    const elsewhere = readFileSync(join(sharedData, 'fx/ecb_monthly_2023-01_2026-04.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const compared = elsewhere
      .map((line) => line.split(','))
      .filter(([month, currency]) => !gaps.has(`${month} ${currency}`));
    // Twelve currencies in the 39 whole months from January 2023 to March 2026.
    expect(compared).toHaveLength(468);
    for (const cells of compared) {
      expect([cells[0], cells[1], means.get(`${cells[0]} ${cells[1]}`)]).toEqual([cells[0], cells[1], cells[7]]);
    }
  });
});
