import type { ReportChoices } from './report-choices';
import { cellOf, type SheetDraft } from './sheet-draft';

/** The first of the two columns beside what is printed in which stands what the report was asked, and what its titles work out. */
export const ASKED = 6;
/** The first of the columns, right of them, in which stands what the charts show. */
export const ASIDE = 9;

export const PLAIN_AMOUNT = '#,##0.00';
export const PERCENT = '0.0%';
/** A difference of shares, times a hundred. */
export const POINTS = '+0.0" points";-0.0" points";0.0" points"';
export const MONTH = 'yyyy-mm';

/** Where what was asked stands, for the formulas. All of it are addresses of cells. */
export interface Asked {
  readonly client: string;
  readonly vendor: string;
  readonly period: string;
  readonly compared: string;
  readonly currency: string;
  readonly by: string;
  readonly bridgeBy: string;
  readonly unit: string;
  /** The last month of the period. */
  readonly lastMonth: string;
  /** From the start of the fiscal year to that month, as the functions take it; and the same a year before. */
  readonly yearToDate: string;
  readonly yearToDateBefore: string;
  /** `October 2025`, or `2025-Q4`. */
  readonly periodWords: string;
  readonly comparedWords: string;
  /** Whether the last month is over, as far as the tables tell. */
  readonly isOver: string;
  /** Whether every row of the period has an amount. */
  readonly isDisclosed: string;
  /** What of the ranking is the largest, and its share. */
  readonly first: string;
  readonly firstShare: string;
  /** The change of the spend, as a fraction of that compared with; empty if it cannot be told. */
  readonly change: string;
  /** How much of that change is price, as such a fraction. */
  readonly price: string;
  /** Who is reported on, in words: `All clients`, `ByteDance, Microsoft only`. */
  readonly subject: string;
}

/** What stands beside the cells that tell what a report was asked; the pane finds them by it. */
export const LABELS = {
  client: 'Client',
  vendor: 'Vendor',
  currency: 'Currency',
  by: 'By',
  bridgeBy: 'Change by',
  unit: 'Unit',
  period: 'Period',
  compared: 'Compared with',
  sections: 'Sections',
  yearStart: 'Year begins in',
} as const;

/** How the formula of the latest month begins. */
export const LATEST_MONTH = '=IFERROR(EDATE(INDEX(AIFORECAST(';

const MONTH_NAMES =
  '"January","February","March","April","May","June","July","August","September","October","November","December"';

/** Writes what was asked, and what follows from it, beside the report; the rows are those of its top. */
export function putAsked(draft: SheetDraft, choices: ReportChoices): Asked {
  const { client, vendor, currency, by, bridgeBy, unit } = choices;
  let row = 0;
  const put = (label: string, content: string | number, format?: string, isText = false): string => {
    draft.put(row, ASKED, label, { look: 'quiet' });
    const options = { isText, ...(format !== undefined && { format }) };
    // What is blank is left out of the question; a cell with an empty text would be a name.
    const address = content === '' ? cellOf(row, ASKED + 1) : draft.put(row, ASKED + 1, content, options);
    row += 1;
    return address;
  };
  draft.put(row, ASKED, 'What the report is asked', { look: 'header', columns: 2 });
  row += 1;
  const given = {
    client: put(LABELS.client, client, undefined, true),
    vendor: put(LABELS.vendor, vendor, undefined, true),
    currency: put(LABELS.currency, currency, undefined, true),
    by: put(LABELS.by, by, undefined, true),
    bridgeBy: put(LABELS.bridgeBy, bridgeBy, undefined, true),
    unit: put(LABELS.unit, unit, undefined, true),
  };
  draft.look({ row: 1, column: ASKED + 1, rowCount: 8, columnCount: 1 }, 'input');
  const period = put(LABELS.period, ...periodContent(choices, given));
  const compared = put(LABELS.compared, ...comparedContent(choices, period));
  put(LABELS.sections, choices.sections.join(' '), undefined, true);
  const lastMonth = put('Last month', lastMonthOf(choices, period), MONTH);
  const yearStart = 'IFERROR(AIFiscalYearStart,1)';
  const start = put(
    LABELS.yearStart,
    `=DATE(YEAR(${lastMonth})-(MONTH(${lastMonth})<${yearStart}),${yearStart},1)`,
    MONTH,
  );
  const question = { ...given, period, compared, lastMonth };
  return {
    ...question,
    yearToDate: put('Year to date', `=${stretch(start, lastMonth, 0)}`),
    yearToDateBefore: put('A year before', `=${stretch(start, lastMonth, -12)}`),
    periodWords: put('Period in words', `=${inWords(period)}`),
    comparedWords: put('Compared, in words', `=${inWords(compared)}`),
    subject: put(
      'Subject in words',
      `=IF(${given.client}="*","All clients",${given.client})&IF(${given.vendor}="","",", "&${given.vendor}&" only")`,
    ),
    ...putFindings(put, question),
  };
}

type Put = (label: string, content: string | number, format?: string) => string;
type Question = Pick<Asked, 'client' | 'vendor' | 'currency' | 'by' | 'bridgeBy' | 'period' | 'compared' | 'lastMonth'>;

/** What the titles say, worked out once. */
function putFindings(
  put: Put,
  { client, vendor, currency, by, bridgeBy, period, compared, lastMonth }: Question,
): Pick<Asked, 'isOver' | 'isDisclosed' | 'first' | 'firstShare' | 'change' | 'price'> {
  // AITREND tells no change on a month before if one of the two is not over.
  const two = `AITREND(${client},EDATE(${lastMonth},-1),${lastMonth},${currency},${vendor})`;
  const isOver = put('Is over', `=IFERROR(NOT(AND(N(INDEX(${two},2,2))>0,NOT(ISNUMBER(INDEX(${two},3,3))))),TRUE)`);
  const ranking = `AICLIENTS(${vendor},${period},${currency},1,${by},${client})`;
  const rows = `AISOURCE(${client},${period},${vendor})`;
  const [now, before] = [period, compared].map((when) => `AISPEND(${client},${when},${currency},${vendor})`);
  const alike = areAlike({ client, vendor, currency }, period, compared);
  const bridge = `AIBRIDGE(${client},${compared},${period},${currency},${vendor},${bridgeBy})`;
  return {
    isOver,
    // The last row of AISOURCE says in words how many months are on record, and has no amount.
    isDisclosed: put('All disclosed', `=IFERROR(SUMPRODUCT((INDEX(${rows},0,1)<>"")*(INDEX(${rows},0,2)=""))<2,TRUE)`),
    first: put('Largest', `=IFERROR(INDEX(${ranking},2,1),"")`),
    firstShare: put('Its share', `=IFERROR(INDEX(${ranking},2,3),"")`, PERCENT),
    change: put('Change', `=IFERROR(IF(AND(${isOver},${alike},${before}>0),${now}/${before}-1,""),"")`, PERCENT),
    price: put('Of it price', `=IFERROR(INDEX(${bridge},5,2)/INDEX(${bridge},2,2),0)`, PERCENT),
  };
}

/** Whether two periods have as many months with an amount: else a change from one to the other would mislead. */
export function areAlike(
  { client, vendor, currency }: Pick<Asked, 'client' | 'vendor' | 'currency'>,
  period: string,
  other: string,
): string {
  const months = (when: string): string => `COUNT(INDEX(AITREND(${client},${when},${when},${currency},${vendor}),0,2))`;
  return `${months(period)}=${months(other)}`;
}

type Content = [content: string | number, format: string | undefined, isText: boolean];

/** The latest complete month is that before the first that AIFORECAST would tell; if it cannot, the latest on record. */
function periodContent(
  { period }: ReportChoices,
  { client, currency, vendor }: Pick<Asked, 'client' | 'currency' | 'vendor'>,
): Content {
  if (period.kind === 'stated') {
    return statedContent(period.text);
  }
  const trend = `AITREND(${client},,,${currency},${vendor})`;
  return [
    `${LATEST_MONTH}${client},1,"last",${currency},${vendor}),2,1),-1),INDEX(${trend},ROWS(${trend}),1))`,
    MONTH,
    false,
  ];
}

function comparedContent({ period, comparison }: ReportChoices, address: string): Content {
  const months = comparison === 'before' ? -1 : -12;
  if (period.kind === 'latest' || isMonth(period.text)) {
    return [`=EDATE(${address},${months})`, MONTH, false];
  }
  return statedContent(comparison === 'before' ? period.before : period.yearBefore);
}

/** A month as a date, with which formulas can count on; other periods as they are written. */
function statedContent(text: string): Content {
  return isMonth(text) ? [`=${dateOf(text)}`, MONTH, false] : [text, undefined, true];
}

function lastMonthOf({ period }: ReportChoices, address: string): string {
  return period.kind === 'latest' || isMonth(period.text) ? `=${address}` : `=${dateOf(period.lastMonth)}`;
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d\d$/.test(text);
}

function dateOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `DATE(${year},${number},1)`;
}

/** From one month to another as the functions take it, moved by months. In no words of a language: TEXT has those of the user's. */
function stretch(from: string, to: string, moved: number): string {
  return `${monthText(`EDATE(${from},${moved})`)}&":"&${monthText(`EDATE(${to},${moved})`)}`;
}

/** A month as a text: `2025-09`. */
export function monthText(date: string): string {
  return `YEAR(${date})&"-"&RIGHT("0"&MONTH(${date}),2)`;
}

/** `October 2025` of a month; a quarter or a year as it is written. */
function inWords(address: string): string {
  return `IF(ISNUMBER(${address}),CHOOSE(MONTH(${address}),${MONTH_NAMES})&" "&YEAR(${address}),${address})`;
}
