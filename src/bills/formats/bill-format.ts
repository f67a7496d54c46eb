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

/** What a recognition need not say. Nothing, no and an empty list are as if they were not said. */
type Said = {
  readonly [Field in OptionalField]?: Recognition[Field] | null | undefined;
};
type OptionalField = Exclude<
  keyof Recognition,
  'format' | 'mapping' | 'amounts' | 'months' | 'tagColumns' | 'aiColumns'
>;

/** What a format says; the rest follows from it. */
interface Draft extends Said {
  readonly format: string;
  readonly client: RoleSource;
  readonly vendor: RoleSource;
  readonly service: RoleSource;
  readonly currency: RoleSource;
  readonly amounts: readonly ColumnChoice[];
  readonly months: readonly ColumnChoice[];
  /** Columns that are the month together, if the first of `months` is not what is proposed. */
  readonly monthTogether?: readonly string[] | null;
  readonly tagColumns?: readonly string[];
  readonly aiColumns?: readonly string[];
  readonly hundredths?: boolean;
  readonly credits?: readonly string[];
  readonly sides?: CreditStyle;
  readonly side?: string | null;
  /** Roles that no column stands for are left out. */
  readonly usage?: Readonly<Partial<Record<UsageRole, RoleSource | null>>>;
}

/** The recognition in which the first amount and the first month are chosen. */
export function recognised({
  format,
  client,
  vendor,
  service,
  currency,
  amounts,
  months,
  monthTogether,
  tagColumns = [],
  aiColumns = [],
  hundredths = false,
  credits = [],
  sides,
  side = null,
  usage = {},
  ...others
}: Draft): Recognition {
  const mapping: Mapping = {
    roles: {
      client: isColumnless(client) ? fixed(OWN_COMPANY) : client,
      vendor,
      service,
      month: columns(monthTogether ?? months.slice(0, 1).map(({ column }) => column)),
      amount: columns(amounts.slice(0, 1).map(({ column }) => column)),
      currency: amounts[0]?.currency ?? currency,
    },
    numbers: 'auto',
    dates: 'auto',
    ...(credits.length > 0 ? { credits } : {}),
    ...(side === null ? {} : { side }),
    ...(sides === undefined ? {} : { sides }),
    ...usageOf(usage),
    hundredths,
    onlyAi: false,
    filters: [],
  };
  return { format, mapping, amounts, months, tagColumns, aiColumns, ...saidIn(others) };
}

function saidIn(others: Said): Partial<Pick<Recognition, OptionalField>> {
  const isSaid = (value: unknown): boolean =>
    value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(others).filter(([, value]) => isSaid(value)));
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
