import { addMonths, formatMonth, parseMonth, type Month } from '../../domain/calendar/month';
import { FileProblem } from '../../formats/file/file-problem';
import { LIMITS } from '../../formats/file/limits';
import { isColumnless, ROLES, USAGE_ROLES, type Mapping, type Recognition, type RoleSource } from '../mapping/mapping';
import { without } from '../mapping/mapping-text';
import { DATES_NOTED } from '../sums/last-days';
import type { LedgerColumn } from './column-type';
import { ledgerMessages } from './ledger-messages';
import type { MonthSpan } from './month-span';
import { tableIdentifier, identifier, textLiteral, type TableName } from './sql-text';

/** What the engine is asked, and how its answer is read. */
export interface SumsStatement {
  /** One row for each sum: its texts and sums in the order of `columns`, and then how many rows are in it. */
  readonly sums: string;
  /**
   * Before: how many sums there are, of how many rows; then for each of `measured` the sum of its absolute values, by which it is known
   * that no sum runs over.
   */
  readonly measure: string;
  readonly measured: readonly LedgerColumn[];
  /**
   * The days that have rows, by which it is known whether the last month is over: sums by month do not tell. Null if the month does not
   * stand in one column.
   */
  readonly days: string | null;
  readonly columns: readonly StatementColumn[];
  /** As a bill of `columns` is to be read. */
  readonly mapping: Mapping;
  readonly recognition: Recognition;
  /** The columns that are added up, but not exactly. */
  readonly floats: readonly string[];
}

export interface StatementColumn {
  readonly name: string;
  readonly as: 'text' | 'sum' | 'float-sum';
}

/** Rows that a table is recognised by. */
const SAMPLE_ROWS = 200;

/** Asks for the first rows of a table, as texts. */
export function sampleStatement(table: TableName, columns: readonly LedgerColumn[]): string {
  return `SELECT\n${lines(columns.map((column) => textOf(column)))}\nFROM ${tableIdentifier(table)}\nLIMIT ${SAMPLE_ROWS}\nFORMAT JSONCompact`;
}

export function columnsStatement(table: TableName): string {
  return `DESCRIBE TABLE ${tableIdentifier(table)} FORMAT JSONCompact`;
}

/** Asks for the tables and views that the user may read. */
export const TABLES_STATEMENT =
  "SELECT database, name FROM system.tables WHERE lower(database) NOT IN ('system', 'information_schema') ORDER BY database, name LIMIT 1000 FORMAT JSONCompact";

/** Asks which of these settings the engine knows, and how they are set for this user. */
export function settingsStatement(names: readonly string[]): string {
  return `SELECT name, toString(value) FROM system.settings WHERE name IN (${names.map(textLiteral).join(', ')}) FORMAT JSONCompact`;
}

/**
 * The statement that has the engine add up what the mapping needs: rows that say the same in all columns that are read become one. Every
 * expression is written out where it stands, for ClickHouse would take an alias for a column of the same name.
 *
 * @throws FileProblem if the columns cannot be asked for so
 */
export function sumsStatement(
  table: TableName,
  columns: readonly LedgerColumn[],
  recognition: Recognition,
  mapping: Mapping,
  months: MonthSpan,
): SumsStatement {
  const needed = neededMapping(mapping);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const sums = amountColumns(recognition, needed).map((name) => summable(byName, name));
  const texts = textColumns(recognition, needed);
  const both = sums.find(({ name }) => texts.has(name));
  if (both !== undefined) {
    throw new FileProblem(ledgerMessages.amountAsText(both.name));
  }
  const tags = tagsOf(recognition, needed);
  const ofMonth = columnsOf(needed.roles.month);
  const keys = columns
    .filter(({ name }) => texts.has(name))
    .map((column) => ({
      column,
      expression: ofMonth.includes(column.name) ? monthOf(column) : textOf(column, tags.get(column.name)),
    }));
  const groups = [
    ...keys.map(({ expression }) => expression),
    ...sums.flatMap((sum) => apart(sum, recognition, needed)),
  ];
  const added = sums.map((column) => `toString(sum(${addend(column)}))`);
  const from = `FROM ${tableIdentifier(table)}${monthFilter(months, ofMonth, byName)}`;
  const grouped = groups.length === 0 ? '' : `\nGROUP BY\n${lines(groups)}`;
  const measured = sums.filter(({ digits }) => digits > 0);
  return {
    sums: [
      `SELECT\n${lines([...keys.map(({ expression }) => expression), ...added, 'toString(count())'])}`,
      `${from}${grouped}${groups.length === 0 ? '' : `\nORDER BY\n${lines(groups)}`}`,
      `LIMIT ${LIMITS.groups + 1}`,
      'FORMAT JSONCompact',
    ].join('\n'),
    measure: measureStatement(measured, from, grouped),
    measured,
    days: daysStatement(
      columns.filter(({ name }) => ofMonth.includes(name)),
      from,
    ),
    columns: [
      ...keys.map(({ column: { name } }) => ({ name, as: 'text' as const })),
      ...sums.map(({ name, kind }) => ({ name, as: kind === 'float' ? ('float-sum' as const) : ('sum' as const) })),
    ],
    mapping: needed,
    recognition: { ...recognition, unordered: true },
    floats: sums.filter(({ kind }) => kind === 'float').map(({ name }) => name),
  };
}

function measureStatement(measured: readonly LedgerColumn[], from: string, grouped: string): string {
  const sizes = measured.map((_, at) => `ai_spend_size_${at}`);
  const inner = [
    'count() AS ai_spend_rows',
    ...measured.map(({ name }, at) => `sum(abs(toFloat64(${identifier(name)}))) AS ${sizes[at]}`),
  ];
  const outer = ['count()', 'sum(ai_spend_rows)', ...sizes.map((size) => `sum(${size})`)];
  return [
    `SELECT\n${lines(outer.map((one) => `ifNull(toString(${one}), '0')`))}`,
    `FROM\n(\nSELECT\n${lines(inner)}\n${from}${grouped}\n)`,
    'FORMAT JSONCompact',
  ].join('\n');
}

function daysStatement(ofMonth: readonly LedgerColumn[], from: string): string | null {
  const [column, ...others] = ofMonth;
  return column === undefined || others.length > 0 || column.kind === 'tags'
    ? null
    : `SELECT DISTINCT\n${lines([dayOf(column)])}\n${from}\nLIMIT ${DATES_NOTED + 1}\nFORMAT JSONCompact`;
}

/** Without what is kept by choice, if it is not kept: each of its texts would be a sum of its own. */
function neededMapping(mapping: Mapping): Mapping {
  return mapping.keepsUsage === true ? mapping : without(mapping, 'usage', 'keepsUsage');
}

function amountColumns(recognition: Recognition, { roles: { amount }, credits = [], usage = {} }: Mapping): string[] {
  if (amount.kind !== 'columns' || isColumnless(amount) || amount.otherwise !== undefined) {
    throw new FileProblem(ledgerMessages.amountFixed());
  }
  const offered = credits.length > 0 ? [] : (recognition.offeredCredits ?? []);
  const { quantity } = usage;
  return [...new Set([...amount.columns, ...credits, ...offered, ...(quantity ? columnsOf(quantity) : [])])];
}

function summable(columns: ReadonlyMap<string, LedgerColumn>, name: string): LedgerColumn {
  const column = columns.get(name);
  if (column === undefined || (column.kind !== 'exact' && column.kind !== 'float')) {
    throw new FileProblem(ledgerMessages.amountType(name, column?.type ?? 'not in the table'));
  }
  return column;
}

/** The columns whose texts tell one sum from another. */
function textColumns(recognition: Recognition, mapping: Mapping): ReadonlySet<string> {
  const { roles, usage = {}, side, filters, onlyAi } = mapping;
  return new Set([
    ...ROLES.filter((role) => role !== 'amount').flatMap((role) => columnsOf(roles[role])),
    ...USAGE_ROLES.filter((role) => role !== 'quantity').flatMap((role) => columnsOf(usage[role])),
    ...Object.values(recognition.vendors ?? {}).flatMap(columnsOf),
    ...(side === undefined ? [] : [side]),
    ...filters.map(({ column }) => column),
    ...(onlyAi ? recognition.aiColumns : []),
  ]);
}

function columnsOf(source: RoleSource | undefined): readonly string[] {
  switch (source?.kind) {
    case 'columns':
      return source.columns;
    case 'tag':
      return [source.column];
    default:
      return [];
  }
}

/** The tags that are looked at in each column of tags. */
function tagsOf(recognition: Recognition, { roles, usage = {} }: Mapping): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const source of [
    ...Object.values(roles),
    ...Object.values(usage),
    ...Object.values(recognition.vendors ?? {}),
  ]) {
    if (source.kind === 'tag') {
      tags.set(source.column, [...(tags.get(source.column) ?? []), source.tag]);
    }
  }
  return tags;
}

/** @param tags those of a column of tags that are looked at; none: all */
function textOf({ name, kind, nullable }: LedgerColumn, tags: readonly string[] = []): string {
  const column = identifier(name);
  switch (kind) {
    case 'tags':
      return tags.length === 0
        ? `toJSONString(${column})`
        : `toJSONString(mapFilter((k, v) -> (k IN (${tags.map(textLiteral).join(', ')})), ${column}))`;
    case 'fixed-text':
      return blankForNull(`toStringCutToZero(${column})`, nullable);
    default:
      return blankForNull(`toString(${column})`, nullable);
  }
}

function blankForNull(expression: string, nullable: boolean): string {
  return nullable ? `ifNull(${expression}, '')` : expression;
}

/** A date that is written year first and lies, by any clock on earth, within its month. */
const WITHIN_MONTH = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[2-9]|1[0-9]|2[0-7])([T ]|$)';

/** A date that is written year first, with a time. */
const WITH_TIME = '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]';

/** The first day of the month, in UTC, as the FinOps specification counts; of texts, if they show it beyond doubt. */
function monthOf(column: LedgerColumn): string {
  const name = identifier(column.name);
  switch (column.kind) {
    case 'date':
      return blankForNull(`toString(toStartOfMonth(${name}))`, column.nullable);
    case 'moment':
      return blankForNull(`toString(toStartOfMonth(${name}, 'UTC'))`, column.nullable);
    case 'text': {
      const text = textOf(column);
      return `if(match(${text}, ${textLiteral(WITHIN_MONTH)}), concat(substring(${text}, 1, 8), '01'), ${text})`;
    }
    default:
      return textOf(column);
  }
}

/** The day, in UTC; of texts that have a time as well, without it. */
function dayOf(column: LedgerColumn): string {
  const text = textOf(column);
  switch (column.kind) {
    case 'moment':
      return blankForNull(`toString(toStartOfDay(${identifier(column.name)}, 'UTC'))`, column.nullable);
    case 'text':
      return `if(match(${text}, ${textLiteral(WITH_TIME)}), substring(${text}, 1, 10), ${text})`;
    default:
      return text;
  }
}

/**
 * By what else the rows of a sum are told apart, though it is not read: whether the amount is blank, which is told, and its sign if
 * the sign says something.
 */
function apart({ name, nullable }: LedgerColumn, recognition: Recognition, mapping: Mapping): string[] {
  const column = identifier(name);
  const signsTell = mapping.side !== undefined || (mapping.credits ?? recognition.offeredCredits ?? []).length > 0;
  return [...(nullable ? [`isNull(${column})`] : []), ...(signsTell ? [`${column} < 0`] : [])];
}

/** Whole numbers are added as decimals, whose sums cannot run over. */
function addend({ name, type, kind, digits }: LedgerColumn): string {
  const isNarrow = /Int(?:8|16|32|64)\b/.test(type) && kind === 'exact' && digits === 38;
  return isNarrow ? `toDecimal128(${identifier(name)}, 0)` : identifier(name);
}

/** Rows without a month stay: they are told as problems. */
function monthFilter(
  months: MonthSpan,
  ofMonth: readonly string[],
  columns: ReadonlyMap<string, LedgerColumn>,
): string {
  const from = monthIn(months.from);
  const to = monthIn(months.to);
  if (from === null && to === null) {
    return '';
  }
  if (from !== null && to !== null && from > to) {
    throw new FileProblem(ledgerMessages.monthsTurned(months.from, months.to));
  }
  const dated = ofMonth.map((name) => columns.get(name)).filter((column) => column !== undefined);
  const [column] = dated;
  if (column === undefined || dated.length > 1 || (column.kind !== 'date' && column.kind !== 'moment')) {
    throw new FileProblem(ledgerMessages.monthsOfText(ofMonth.join(', ')));
  }
  const name = identifier(column.name);
  const start = (month: Month): string =>
    column.kind === 'date'
      ? `toDate('${formatMonth(month)}-01')`
      : `toDateTime('${formatMonth(month)}-01 00:00:00', 'UTC')`;
  const bounds = [
    ...(from === null ? [] : [`${name} >= ${start(from)}`]),
    ...(to === null ? [] : [`${name} < ${start(addMonths(to, 1))}`]),
  ].join(' AND ');
  return `\nWHERE ${column.nullable ? `(${bounds}) OR isNull(${name})` : bounds}`;
}

function monthIn(text: string): Month | null {
  const month = text === '' ? null : parseMonth(text);
  if (text !== '' && (month === null || formatMonth(month) !== text)) {
    throw new FileProblem(ledgerMessages.noMonth(text));
  }
  return month;
}

function lines(parts: readonly string[]): string {
  return parts.map((part) => `  ${part}`).join(',\n');
}
