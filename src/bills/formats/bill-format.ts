import type { Month } from '../../domain/calendar/month';
import type { Cell } from '../../formats/file/text-table';
import type { Columns } from '../mapping/column-names';
import { nameText } from '../values/cell-text';
import {
  isColumnless,
  type ColumnChoice,
  type CreditStyle,
  type Mapping,
  type Recognition,
  type RoleSource,
  type SaidLevels,
  type UsageRole,
  type UsageSources,
} from '../mapping/mapping';
import { tagValue } from '../values/tag-value';

/** Some rows of the table, each in the order of its header. */
export type SampleRows = readonly (readonly Cell[])[];

/** A kind of bill. */
export interface BillFormat {
  /** With this the `format` of each of its recognitions begins; more may follow, such as the version. */
  readonly name: string;
  /** What a table of it is and how it is read, or null if the table is no such bill. */
  recognise(table: Columns, sample: SampleRows): Recognition | null;
}

/** The client of a bill that names none: whoever got it. The user can say it better. */
export const OWN_COMPANY = 'Our company';

/** The vendor of a log that names only models. The user can say it better. */
export const UNKNOWN_VENDOR = 'Unknown vendor';

/** What a format says; the rest follows from it. */
interface Draft {
  readonly format: string;
  readonly client: RoleSource;
  readonly vendor: RoleSource;
  readonly service: RoleSource;
  readonly currency: RoleSource;
  readonly amounts: readonly ColumnChoice[];
  readonly months: readonly ColumnChoice[];
  readonly tagColumns?: readonly string[];
  readonly aiColumns?: readonly string[];
  readonly hundredths?: boolean;
  readonly documentedDates?: 'month-first' | 'day-first';
  readonly unixTimeColumns?: readonly string[];
  readonly whollyAi?: boolean;
  readonly isGuessed?: boolean;
  readonly labelColumns?: readonly string[];
  readonly labelsAreSure?: boolean;
  readonly refundColumn?: Recognition['refundColumn'];
  readonly noSpendColumn?: Recognition['noSpendColumn'] | undefined;
  /** Columns that are the month together, if the first of `months` is not what is proposed. */
  readonly monthTogether?: readonly string[] | null;
  readonly estimatedColumn?: string | null;
  readonly unitAbove?: Recognition['unitAbove'] | null;
  readonly currencyAbove?: Recognition['currencyAbove'] | null;
  readonly taxed?: Recognition['taxed'] | null;
  readonly keptOff?: Recognition['keptOff'] | null;
  readonly otherDates?: Recognition['otherDates'];
  readonly levels?: SaidLevels | null | undefined;
  readonly identityColumns?: readonly string[];
  readonly documentedPoint?: boolean;
  readonly credits?: readonly string[];
  readonly sides?: CreditStyle;
  readonly offeredCredits?: readonly string[];
  readonly side?: string | null;
  readonly signColumns?: readonly string[];
  readonly yearBegins?: Month;
  readonly refusal?: string;
  readonly vendors?: Recognition['vendors'] | null;
  /** Roles that no column stands for are left out. */
  readonly usage?: Readonly<Partial<Record<UsageRole, RoleSource | null>>>;
}

/** The recognition in which the first amount and the first month are chosen. */
export function recognised(draft: Draft): Recognition {
  const {
    format,
    client,
    vendor,
    service,
    amounts,
    months,
    tagColumns = [],
    aiColumns = [],
    hundredths = false,
    credits = [],
    side = null,
  } = draft;
  const amount = columns(amounts.slice(0, 1).map(({ column }) => column));
  const month = columns(draft.monthTogether ?? months.slice(0, 1).map(({ column }) => column));
  const currency = amounts[0]?.currency ?? draft.currency;
  const isClientOpen = isColumnless(client);
  const mapping: Mapping = {
    roles: { client: isClientOpen ? fixed(OWN_COMPANY) : client, vendor, service, month, amount, currency },
    numbers: 'auto',
    dates: 'auto',
    ...(credits.length > 0 ? { credits } : {}),
    ...(side === null ? {} : { side }),
    ...(draft.sides === undefined ? {} : { sides: draft.sides }),
    ...usageOf(draft.usage ?? {}),
    hundredths,
    onlyAi: false,
    filters: [],
  };
  return {
    format,
    mapping,
    amounts,
    months,
    tagColumns,
    aiColumns,
    ...(draft.documentedDates ? { documentedDates: draft.documentedDates } : {}),
    ...(draft.unixTimeColumns ? { unixTimeColumns: draft.unixTimeColumns } : {}),
    ...(draft.labelColumns && draft.labelColumns.length > 0 ? { labelColumns: draft.labelColumns } : {}),
    ...(draft.offeredCredits && draft.offeredCredits.length > 0 ? { offeredCredits: draft.offeredCredits } : {}),
    ...(draft.signColumns && draft.signColumns.length > 0 ? { signColumns: draft.signColumns } : {}),
    ...(draft.noSpendColumn ? { noSpendColumn: draft.noSpendColumn } : {}),
    ...(draft.refundColumn ? { refundColumn: draft.refundColumn } : {}),
    ...(draft.labelsAreSure ? { labelsAreSure: true } : {}),
    ...(draft.yearBegins !== undefined ? { yearBegins: draft.yearBegins } : {}),
    ...(draft.vendors ? { vendors: draft.vendors } : {}),
    ...(draft.refusal !== undefined ? { refusal: draft.refusal } : {}),
    ...(draft.otherDates ? { otherDates: draft.otherDates } : {}),
    ...(draft.levels ? { levels: draft.levels } : {}),
    ...(draft.taxed ? { taxed: draft.taxed } : {}),
    ...(draft.keptOff ? { keptOff: draft.keptOff } : {}),
    ...(draft.unitAbove ? { unitAbove: draft.unitAbove } : {}),
    ...(draft.currencyAbove ? { currencyAbove: draft.currencyAbove } : {}),
    ...(draft.estimatedColumn ? { estimatedColumn: draft.estimatedColumn } : {}),
    ...(draft.identityColumns && draft.identityColumns.length > 0 ? { identityColumns: draft.identityColumns } : {}),
    ...(draft.documentedPoint ? { documentedPoint: true } : {}),
    ...(draft.isGuessed ? { isGuessed: true } : {}),
    ...(draft.whollyAi ? { whollyAi: true } : {}),
  };
}

function usageOf(found: NonNullable<Draft['usage']>): { usage?: UsageSources } {
  const told = Object.entries(found).filter(([, source]) => source !== null && !isColumnless(source));
  // A unit or a direction alone is of nothing.
  const isOfSomething = told.some(([role]) => role === 'team' || role === 'model' || role === 'quantity');
  return isOfSomething ? { usage: Object.fromEntries(told) as UsageSources } : {};
}

/** The value of a tag in the first of these columns, whose tags have it or not; null without a column. */
export function tagIn(columnNames: readonly string[], tag: string): RoleSource | null {
  const [column] = columnNames;
  return column === undefined ? null : { kind: 'tag', column, tag };
}

/**
 * The first of these sets that the table has as a whole: one column of all tokens, or those in and out, which add up. Of a set that is
 * there in part some tokens would be missing, and two sets would count them twice.
 */
export function columnsTogether(table: Columns, ...sets: readonly (readonly string[])[]): RoleSource {
  const whole = sets.find((set) => table.has(...set));
  return columns(whole === undefined ? [] : table.all(...whole));
}

const TEAM_TAGS =
  'team Team TEAM squad Squad department Department cost-center costcenter CostCenter cost_center'.split(' ');

/** The tag that names the team in the sample; null if none of the usual ones does. */
export function teamTag(table: Columns, sample: SampleRows, tagColumns: readonly string[]): RoleSource | null {
  for (const column of tagColumns) {
    const cells = cellsOf(table, sample, column).map(String);
    const tag = TEAM_TAGS.find((name) => cells.some((cell) => tagValue(cell, name) !== ''));
    if (tag !== undefined) {
      return { kind: 'tag', column, tag };
    }
  }
  return null;
}

/** The first of these columns that is not blank; without columns the role is open. */
export function columns(names: readonly string[]): RoleSource {
  return { kind: 'columns', columns: names };
}

/** As `columns`; if all of them are blank, or there is none, it is the company that got the bill. */
export function columnsOrOwn(names: readonly string[]): RoleSource {
  return names.length === 0 ? fixed(OWN_COMPANY) : { kind: 'columns', columns: names, otherwise: OWN_COMPANY };
}

export function fixed(text: string): RoleSource {
  return { kind: 'fixed', text };
}

/** The columns if there are any, else the same text for every row. */
export function columnsOrFixed(names: readonly string[], text: string): RoleSource {
  return names.length > 0 ? columns(names) : fixed(text);
}

/** A service may be missing; then it is blank, and the role is not open. */
export function columnsOrBlank(names: readonly string[]): RoleSource {
  return names.length > 0 ? columns(names) : fixed('');
}

/** Those of the explained columns that the table has, in this order. */
export function choices(
  table: Columns,
  explained: readonly (readonly [name: string, explanation: string, currency?: RoleSource])[],
): ColumnChoice[] {
  const found = new Map<string, ColumnChoice>();
  for (const [name, explanation, currency] of explained) {
    const column = table.find(name);
    if (column !== null && !found.has(column)) {
      found.set(column, { column, explanation, ...(currency ? { currency } : {}) });
    }
  }
  return [...found.values()];
}

/** Cells of one column in the sample. */
export function cellsOf(table: Columns, sample: SampleRows, column: string | null): Cell[] {
  const position = column === null ? -1 : table.header.indexOf(column);
  return position < 0 ? [] : sample.map((row) => row[position] ?? '');
}

const NO_SPEND_WORDS = 5;

/** The first of the columns in which some cells say that their rows are no spend, with some of what they say. */
export function noSpendColumn(
  table: Columns,
  sample: SampleRows,
  names: readonly string[],
  isNoSpend: (cell: Cell) => boolean,
): Recognition['noSpendColumn'] {
  for (const column of names) {
    const words = new Set(cellsOf(table, sample, column).filter(isNoSpend).map(nameText));
    if (words.size > 0) {
      return { column, words: [...words].slice(0, NO_SPEND_WORDS) };
    }
  }
  return undefined;
}

/**
 * Those of the columns that name something in the sample: a bill may leave the project blank if it is the default one.
 */
export function namedColumns(table: Columns, sample: SampleRows, names: readonly string[]): string[] {
  const found = table.all(...names);
  return sample.length === 0
    ? found
    : found.filter((column) => cellsOf(table, sample, column).some((cell) => nameText(cell) !== ''));
}
