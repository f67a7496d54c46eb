import type { Recognition, Role, UsageRole } from '../../bills/mapping/mapping';
import { AI_RECOGNITION } from '../../bills/sums/ai-services';
import type {
  BillQuestion,
  BillSummary,
  CurrencyTotal,
  LeftOutReason,
  RowProblem,
  TotalRow,
} from '../../bills/sums/bill-summary';
import { groupThousands } from '../../domain/money/money';
import { encodingLabel } from '../../formats/encoding/encodings';
import { LIMITS } from '../../formats/file/limits';
import { compareNaturally } from '../../formats/file/natural-order';
import type { TextReading } from '../../formats/file/text-table';
import type {
  CheckedInvoices,
  EarlierImport,
  ImportPreview,
  ImportReport,
  OpenRates,
  Reached,
} from '../contract/import-services';
import { count, months, number, SPLIT_WORDS } from '../contract/phrases';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  client: 'Client',
  vendor: 'Vendor',
  service: 'Service',
  month: 'Month',
  amount: 'Amount',
  currency: 'Currency',
};

export const USAGE_NAMES: Readonly<Record<UsageRole, string>> = {
  team: 'Team',
  model: 'Model',
  quantity: 'Quantity',
  unit: 'Unit',
  direction: 'Direction of tokens',
  cache: 'Use of a cache',
};

export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  total: 'Left out: the sum of other rows',
  'not-ai': 'Left out: not AI',
  'far-month': 'Left out: a month far from the others or in the future',
  filtered: 'Left out by a filter',
  'not-money': 'Left out: no currency',
  problem: 'Left out: a problem in the row',
};

/** What a bill is read from. */
export type BillOf = 'file' | 'ledger';

/** What has to be decided before a load, as sentences. */
export const questions = {
  numbers: 'Choose what the point or comma in the amounts means.',
  dates: 'Choose how the dates are written.',
  sides: 'Choose whether credits are taken away.',
  negatives: 'Choose whether negative amounts are spend.',
  units: 'Choose what the amounts are counted in.',
  cr: 'Choose whether Cr is credit or crore.',
  cells: 'Choose whether cells with commas between them are one amount.',
  names: 'Choose the language of the months.',
  totals: 'Choose whether rows that state the sum of others count.',
  months: 'Choose whether the months far from the others or in the future count.',
  fiscal: 'Choose the month with which fiscal years begin.',
  blanks: 'Choose whether a blank client stands for the one above it.',
  netting: 'Choose whether the credits beside the amounts count.',
  complete: 'Choose whether the last month is complete.',
  vendor: 'Choose who is the vendor.',
  earlier: (source: string) => `Choose what becomes of the rows of ${source}.`,
  problemRows: (rows: number) =>
    `Confirm that ${rows === 1 ? 'the row' : `the ${number(rows)} rows`} with problems may be left out.`,
  nothing: 'No row is left to load: change the columns or the filter.',
} as const;

/** The questions of a preview, as legends. */
export const LEGENDS: Readonly<Record<BillQuestion['option'], string>> = {
  numbers: 'What does the point or comma in the amounts mean?',
  dates: 'How are the dates written?',
  sides: 'How do credits count?',
  negatives: 'What are the negative amounts?',
  units: 'What are the amounts counted in?',
  cr: 'What is Cr behind an amount?',
  cells: 'Did a comma divide the amounts?',
  names: 'In which language are the months?',
  totals: 'Do rows of totals count?',
  months: 'Are these months right?',
  fiscal: 'With which month do fiscal years begin?',
  blanks: 'Does a blank client stand for the one above it?',
  netting: 'Do the credits beside the amounts count?',
  complete: 'Is the end of the bill complete?',
  vendor: 'Who is the vendor?',
};

const FISCAL_MONTHS =
  'January, as the calendar does|February|March|April|May|June|July|August|September|October|November|December'.split(
    '|',
  );

const CHOICES: Readonly<Record<BillQuestion['option'], Readonly<Record<string, string>>>> = {
  numbers: {
    comma: 'A comma is decimal, a point sets thousands apart',
    point: 'A point is decimal, a comma sets thousands apart',
  },
  dates: {
    'month-first': 'Month first, as in the United States',
    'day-first': 'Day first, as in Europe',
    'year-first': 'Year first, as in China and Japan',
    serial: 'Days as Excel counts them',
  },
  sides: { subtract: 'They are taken away', 'as-written': 'As they are written: they have their sign already' },
  negatives: {
    spend: 'What was spent: all amounts count the other way round',
    credits: 'What was credited: the amounts count as they are written',
  },
  units: {
    millionths: 'Millionths',
    hundredths: 'Hundredths (cents)',
    ones: 'Whole units',
    thousands: 'Thousands',
    'ten-thousands': 'Tens of thousands',
    lakhs: 'Lakhs (100,000)',
    millions: 'Millions',
    crores: 'Crores (10,000,000)',
    'hundred-millions': 'Hundreds of millions',
    billions: 'Billions (1,000,000,000)',
  },
  names: { croatian: 'Croatian: listopad is October', polish: 'Polish or Czech: listopad is November' },
  cr: { credit: 'Credit: the amount is taken away', crore: 'Crore: 10,000,000' },
  cells: { join: 'Yes, the two cells are one amount', apart: 'No, the amounts are as they stand' },
  totals: { 'leave-out': 'Leave them out', count: 'Count them as any other row' },
  fiscal: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [String(at + 1), FISCAL_MONTHS[at] ?? ''])),
  blanks: { 'fill-down': 'Yes, fill the name down', 'leave-out': 'No, leave these rows out' },
  netting: { net: 'The amounts less the credits', 'leave-out': 'The amounts alone' },
  complete: { no: 'No, mark it as not complete', yes: 'Yes, it has no more rows' },
  vendor: {
    provider: 'Who provides the service',
    issuer: 'Who issues the invoice',
    developer: 'Who developed the model',
  },
  months: { count: 'They are right', 'leave-out': 'Leave their rows out' },
};

/** One answer to a question, with what would be kept if that differs: `Leave them out: 60.75 USD`. */
export function choiceLabel({ option, choices }: BillQuestion, value: string): string {
  const label = CHOICES[option][value] ?? value;
  const sums = choices.map(({ kept }) => amounts(kept));
  const sum = sums[choices.findIndex((choice) => choice.value === value)] ?? '';
  return new Set(sums).size > 1 ? `${label}: ${sum === '' ? 'nothing' : sum}` : label;
}

/** A row of totals and the check of it: `Line 4, Total: 60.75; the rows add up to it`. */
export function totalRowText({ line, label, amount, rowsAddUpTo }: TotalRow): string {
  const check =
    rowsAddUpTo === null
      ? ''
      : rowsAddUpTo === amount
        ? '; the rows add up to it'
        : `; the rows above add up to ${groupThousands(rowsAddUpTo)}`;
  return `Line ${number(line)}${label === '' ? '' : `, “${label}”`}: ${groupThousands(amount)}${check}`;
}

/** `the client, the month`: what a list of roles is called in a sentence. */
export function roleList(roles: readonly Role[]): string {
  return roles.map((role) => `the ${ROLE_NAMES[role].toLowerCase()}`).join(', ');
}

/** What the file is, once it has been summed: `FOCUS 1.0 · 1,000 rows · USD · 2024-09 · 3 vendors`. */
export function billLine(format: string, preview: ImportPreview | null): string {
  if (preview === null) {
    return format;
  }
  const { rows, totals, groups } = preview.summary;
  const found = groups.map(({ month }) => month);
  const first = found.reduce<string | null>((least, month) => (least === null || month < least ? month : least), null);
  const last = found.reduce<string | null>((most, month) => (most === null || month > most ? month : most), null);
  const vendors = new Set(groups.map(({ vendor }) => vendor)).size;
  return [
    format,
    count(rows, 'row'),
    totals.map(({ currency }) => currency || 'no currency').join(', '),
    months(first, last),
    vendors > 0 && count(vendors, 'vendor'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How far a reading is: `12 of 298 MB · 410,000 rows/s · 12 s left`. Speed and time are told once they can be known. */
export function readingText({ bytesDone, bytesTotal, rows }: Reached, elapsedMs: number): string {
  const known = elapsedMs >= 500 && bytesDone > 0;
  const secondsLeft = (elapsedMs / 1000) * (bytesTotal / bytesDone - 1);
  return [
    bytesText(bytesDone, bytesTotal),
    known && rows > 0 && `${number(Math.round(rows / (elapsedMs / 1000)))} rows/s`,
    known && bytesDone < bytesTotal && `${durationText(secondsLeft)} left`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A size in the largest unit that fits: `298 MB`, `12.5 kB`. */
export function sizeText(bytes: number): string {
  const { unit, size } = unitOf(bytes);
  return `${inUnit(bytes, size)} ${unit}`;
}

function bytesText(done: number, total: number): string {
  const { unit, size } = unitOf(total);
  return `${inUnit(done, size)} of ${inUnit(total, size)} ${unit}`;
}

function unitOf(bytes: number): { unit: string; size: number } {
  if (bytes >= 1e6) {
    return { unit: 'MB', size: 1e6 };
  }
  return bytes >= 1e3 ? { unit: 'kB', size: 1e3 } : { unit: 'bytes', size: 1 };
}

function inUnit(bytes: number, size: number): string {
  const value = bytes / size;
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

function durationText(seconds: number): string {
  if (seconds < 60) {
    return `${Math.max(1, Math.round(seconds))} s`;
  }
  return `${Math.round(seconds / 60)} min`;
}

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  [' ', 'space'],
  [':', 'colon'],
]);

/** The name of a delimiter: `semicolon`. */
export function delimiterName(delimiter: string): string {
  return DELIMITERS.get(delimiter) ?? delimiter;
}

/** The delimiters that can be chosen. */
export const DELIMITER_CHARACTERS: readonly string[] = [',', ';', '\t', '|'];

/** `Unicode (UTF-8), comma`. */
export function textReading({ encoding, delimiter }: TextReading): string {
  return `${encodingLabel(encoding)}, ${delimiterName(delimiter)}`;
}

/** Amounts in their currencies: `1,234.50 USD and 3 EUR`. */
export function amounts(list: readonly { readonly currency: string; readonly amount: string }[]): string {
  return list.map(({ currency, amount }) => `${groupThousands(amount)} ${currency}`.trim()).join(' and ');
}

/** What "Only AI services" keeps and leaves out, or would keep. */
export function aiEffect({ summary }: ImportPreview, onlyAi: boolean): string {
  const rows = summary.ai.reduce((all, part) => all + part.rows, 0);
  const recognised =
    rows === 0 ? 'No row is recognised as AI.' : `${count(rows, 'row')} recognised as AI: ${amounts(summary.ai)}.`;
  if (!onlyAi) {
    return recognised;
  }
  const left = summary.totals.flatMap(({ currency, leftOut }) =>
    leftOut.filter(({ reason }) => reason === 'not-ai').map((part) => ({ ...part, currency })),
  );
  const leftRows = left.reduce((all, part) => all + part.rows, 0);
  return `${recognised} ${leftRows === 0 ? 'Nothing is left out as not AI.' : `${count(leftRows, 'row')} left out as not AI: ${amounts(left)}.`}`;
}

/** What keeping quantities, models and teams does to the number of rows. */
export function keepEffect({ rowsWith, orMore, rowsWithout }: NonNullable<BillSummary['usage']>): string {
  const counted = rowsWith === null ? `more than ${number(LIMITS.groups)} rows` : count(rowsWith, 'row');
  const kept = orMore === true ? `${counted} or more` : counted;
  return `The load makes ${kept} with them, ${number(rowsWithout)} without. AIUSAGE and AIBRIDGE need them.`;
}

/** How AI services are told from others, and what that misses. */
export function aiRecognition({ aiColumns, whollyAi }: Pick<Recognition, 'aiColumns'> & Partial<Recognition>): string {
  if (whollyAi) {
    return 'Every row of this bill counts as AI: its vendor sells nothing else.';
  }
  if (aiColumns.length === 0) {
    return 'Not possible here: this table has no column to tell AI services by.';
  }
  return `${AI_RECOGNITION} Looked at: ${aiColumns.join(', ')}.`;
}

/** Rows that stand in no total, for their amounts cannot be read. */
export function rowsWithoutAmount(problemRows: number, totals: readonly CurrencyTotal[]): number {
  const withAmount = totals
    .flatMap(({ leftOut }) => leftOut.filter(({ reason }) => reason === 'problem'))
    .reduce((all, { rows }) => all + rows, 0);
  return Math.max(0, problemRows - withAmount);
}

/** Where a problem is: `Line 12, column BilledCost`. */
export function problemPlace({ line, column, role }: RowProblem): string {
  const what = column !== '' ? `column ${column}` : role === null ? null : ROLE_NAMES[role].toLowerCase();
  return [`Line ${number(line)}`, what].filter(Boolean).join(', ');
}

/** The very same file was loaded before. */
export function sameFile({ source, loadedAt, rows, sameRows }: EarlierImport): string {
  if (sameRows) {
    return `Loaded on ${loadedAt} as ${source}: the same ${count(rows, 'row')}. Loading it again changes nothing.`;
  }
  return `Loaded on ${loadedAt} as ${source}; its ${count(rows, 'row')} will be replaced.`;
}

/** An earlier import that this one may correct: what would go, what would come in its place, and what would stay. */
export function overlap(
  { source, loadedAt, rows, otherRows, before, after }: EarlierImport,
  of: BillOf = 'file',
): string {
  return [
    `${source}, loaded on ${loadedAt}, has ${count(rows, 'row')} for the same clients, vendors and months: ${sumsText(before)}.`,
    `This ${of} has ${sumsText(after)} for them.`,
    ...(otherRows > 0
      ? [`The ${count(otherRows, 'other row')} of ${source} ${otherRows === 1 ? 'stays' : 'stay'}.`]
      : []),
  ].join(' ');
}

/** A file that was to correct an earlier import has nothing in common with it. */
export function nothingCorrected(source: string): string {
  return `No row of ${source} is replaced: this file has none of its clients, vendors and months. Its rows are added beside them. To get rid of ${source}, remove it in the Data tab.`;
}

function sumsText(sums: EarlierImport['before']): string {
  return sums.length === 0
    ? 'nothing'
    : sums.map(({ currency, amount }) => `${groupThousands(amount)} ${currency}`).join(', ');
}

/** What a load did: `412 rows added as bill.csv.` What did not happen is not mentioned. */
export function loadedText({ source, added, removed, kept, splitBefore, rows }: ImportReport, noun = 'row'): string {
  const all = rows === undefined ? `All ${noun}s` : `The same ${count(rows, noun)}`;
  const parts = [
    added > 0 && `${count(added, noun)} added${source === '' ? '' : ` as ${source}`}`,
    added + removed === 0 &&
      `${all}${source === '' ? '' : ` of ${source}`} ${rows === 1 ? 'was' : 'were'} there already`,
    removed > 0 && `${count(removed, noun)} of an earlier load removed`,
    kept > 0 && `${count(kept, `other ${noun}`)} kept`,
  ].filter(Boolean);
  const whole =
    splitBefore === undefined
      ? ''
      : ` Shared cost that was split ${SPLIT_WORDS[splitBefore]} stands as "shared" again.`;
  return `${parts.join(', ')}.${whole}`;
}

/** How many of the invoices agree with what is loaded. */
export function invoicesSummary(checked: readonly CheckedInvoices[]): string {
  const of = (test: (one: CheckedInvoices) => boolean): number => checked.filter(test).length;
  const missing = of(({ loaded }) => loaded === null);
  const differing = of(({ difference }) => difference !== null && difference !== '0');
  const invoices = checked.reduce((sum, one) => sum + one.invoices.length, 0);
  const parts = [
    `${number(checked.length - missing - differing)} agree`,
    differing > 0 && `${number(differing)} ${differing === 1 ? 'differs' : 'differ'}`,
    missing > 0 && `${number(missing)} ${missing === 1 ? 'is' : 'are'} not loaded`,
  ].filter((part) => part !== false);
  return `${count(invoices, 'invoice')}, in ${count(checked.length, 'month of an issuer', 'months of issuers')}: ${parts.join(', ')}.`;
}

/** What is loaded beside an invoice: `Loaded: 450 USD in 3 rows of jan.csv, 1,128.63 USD less than the invoice.` */
export function invoiceFinding(one: CheckedInvoices): string {
  const { issuer, month, currency, loaded, difference, rows, sources, otherCurrencies, otherVendors } = one;
  const invoice = one.invoices.length === 1 ? 'the invoice' : 'the invoices';
  if (loaded === null || difference === null) {
    const instead =
      otherCurrencies.length > 0
        ? ` Loaded in another currency: ${amounts(otherCurrencies)}.`
        : otherVendors.length > 0
          ? ` Vendors with rows of that month: ${otherVendors.slice(0, 5).join(', ')}.`
          : '';
    return `Not loaded: AIClients has no bill of ${issuer} for ${month} in ${currency}.${instead}`;
  }
  const beside = `Loaded: ${groupThousands(loaded)} ${currency} in ${count(rows, 'row')} of ${sources.slice(0, 3).join(', ')}${sources.length > 3 ? ' and more' : ''}`;
  if (difference === '0') {
    return `${beside}, the same as ${invoice}.`;
  }
  const isLess = difference.startsWith('-');
  return `${beside}, ${groupThousands(difference.replace('-', ''))} ${currency} ${isLess ? 'less' : 'more'} than ${invoice}.`;
}

/** What a file of rates would change. */
export function ratesFacts({ added, replaced, kept }: OpenRates): string {
  return [
    `${count(added, 'rate')} new`,
    replaced > 0 && `${count(replaced, 'rate')} replaced`,
    kept > 0 && `${count(kept, 'rate')} of your own kept`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a screen reader hears when a preview is there. */
export function previewReady({ summary }: ImportPreview, of: BillOf = 'file'): string {
  const problems = summary.problemRows > 0 ? `, ${count(summary.problemRows, 'row')} with problems` : '';
  return `Preview ready: ${count(summary.groups.length, 'row')} to load from ${count(summary.rows, 'row')} of the ${of}${problems}.`;
}

/** The name under which a report is kept: `bill.csv import report.txt`. */
export function reportName(fileName: string, type: string): string {
  const extension = type.includes('json') ? 'json' : type.includes('csv') ? 'csv' : 'txt';
  return `${fileName} import report.${extension}`;
}

/** What files that were chosen together are called: `costs_1.csv and 2 more`. */
export function filesName(files: readonly File[]): string {
  const names = files.map(({ name }) => name).sort(compareNaturally);
  return names.length > 1 ? `${names[0] ?? ''} and ${names.length - 1} more` : (names[0] ?? '');
}
