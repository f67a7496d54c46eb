import type { Mapping, Role, RoleSource } from '../../bills/mapping/mapping';
import { ROLES } from '../../bills/mapping/mapping';
import type { ImportTable } from '../contract/import-services';

/** One entry of a role's list: the columns that it stands for, under a value that the list can hold. */
export interface ColumnOption {
  readonly value: string;
  readonly label: string;
  readonly columns: readonly string[];
}

/** What a role can be taken from. */
export interface RoleOptions {
  /** What the recognition proposes and what was used before. */
  readonly suggested: readonly ColumnOption[];
  /** All columns, each alone. */
  readonly columns: readonly ColumnOption[];
  readonly takesTag: boolean;
  readonly takesText: boolean;
}

/** Values of a role's list that stand for no column. */
export const OPEN = '';
export const TAG = 'tag';
export const TEXT = 'text';

const TAKES_TAG: ReadonlySet<Role> = new Set(['client', 'vendor', 'service']);

/** The list of one role of a table. */
export function roleOptions(role: Role, { columns, recognition, remembered }: ImportTable): RoleOptions {
  const choices = role === 'amount' ? recognition.amounts : role === 'month' ? recognition.months : [];
  const suggested = [
    ...choices.map(({ column }) => [column]),
    ...[recognition.mapping, remembered].flatMap((mapping) => {
      const source = mapping?.roles[role];
      return source?.kind === 'columns' && source.columns.length > 0 ? [source.columns] : [];
    }),
  ];
  return {
    // A year and a month in two columns are one month together.
    suggested: distinct(suggested.map((named) => columnOption(named, role === 'month' ? ' with ' : ', else '))),
    columns: distinct(columns.map((column) => columnOption([column]))),
    takesTag: TAKES_TAG.has(role),
    takesText: role !== 'amount',
  };
}

/** The value in a role's list that stands for a source. */
export function optionValue(source: RoleSource): string {
  if (source.kind === 'tag') {
    return TAG;
  }
  if (source.kind === 'fixed') {
    return TEXT;
  }
  return source.columns.length === 0 ? OPEN : columnOption(source.columns).value;
}

/** The source that a value of the list stands for; of tags and texts the user says more afterwards. */
export function sourceOf(value: string, options: RoleOptions, { columns, recognition }: ImportTable): RoleSource {
  if (value === TAG) {
    return { kind: 'tag', column: recognition.tagColumns[0] ?? columns[0] ?? '', tag: '', otherwise: '' };
  }
  if (value === TEXT) {
    return { kind: 'fixed', text: '' };
  }
  const option = [...options.suggested, ...options.columns].find((candidate) => candidate.value === value);
  return { kind: 'columns', columns: option?.columns ?? [] };
}

/** Whether the user has yet to say where a role comes from. A bill without services is one; without anything else, not. */
export function isOpen(role: Role, source: RoleSource): boolean {
  switch (source.kind) {
    case 'columns':
      return source.columns.length === 0;
    case 'tag':
      return source.column === '' || source.tag.trim() === '';
    case 'fixed':
      return role !== 'service' && source.text.trim() === '';
  }
}

/** The roles that are open, in the order in which the pane shows them. */
export function openRoles({ roles }: Mapping): Role[] {
  return ROLES.filter((role) => isOpen(role, roles[role]));
}

/** What distinguishes the chosen column from its rivals, in a line; null if nothing is to be said. */
export function explanationOf(role: Role, source: RoleSource, { recognition }: ImportTable): string | null {
  const { currencyAbove } = recognition;
  if (role === 'currency' && source.kind === 'fixed' && source.text === currencyAbove?.currency) {
    return `Above the table stands “${currencyAbove.text}”.`;
  }
  if (source.kind !== 'columns' || source.columns.length !== 1) {
    return null;
  }
  const choices = role === 'amount' ? recognition.amounts : role === 'month' ? recognition.months : [];
  return choices.find(({ column }) => column === source.columns[0])?.explanation ?? null;
}

/** The first text that stands in these columns among the first rows, so that the user sees what she chooses; null for none. */
export function exampleOf(source: RoleSource, { columns, sample }: ImportTable): string | null {
  const wanted = source.kind === 'columns' ? source.columns : source.kind === 'tag' ? [source.column] : [];
  const positions = wanted.map((column) => columns.indexOf(column));
  for (const row of sample) {
    for (const position of positions) {
      const text = (row[position] ?? '').trim();
      if (text !== '') {
        return text;
      }
    }
  }
  return null;
}

function columnOption(columns: readonly string[], between = ', else '): ColumnOption {
  const named = columns.map((column) => column || '(no name)');
  return { value: JSON.stringify(columns), label: named.join(between), columns };
}

function distinct(options: readonly ColumnOption[]): ColumnOption[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
