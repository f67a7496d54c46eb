import { nearestName } from '../../domain/ledger/nearest-name';
import { FileProblem } from '../../formats/file/file-problem';
import { billMessages } from '../messages';
import { columnKey, currencyInName } from './column-names';
import {
  ROLES,
  type DateOrder,
  type Filter,
  type Mapping,
  type NumberStyle,
  type Role,
  type RoleSource,
} from './mapping';
import { mappingPieces, quotedColumn, quotedText, type Piece } from './mapping-pieces';

const NUMBERS: readonly NumberStyle[] = ['auto', 'point', 'comma'];
const DATES: readonly DateOrder[] = ['auto', 'month-first', 'day-first'];
const SWITCH: readonly ('yes' | 'no')[] = ['yes', 'no'];

/**
 * A mapping as one line of text, pieces with commas between them:
 *
 * - `Kunde=client` a column; more than one for a role in the order in which they are tried; `=client` leaves the role open
 * - `Tags[team]=client` the value of a tag
 * - `"Contoso"=client` the same text for every row; after a column or a tag, for the rows in which that is blank
 * - `MeterCategory~"openai"` a filter, `filters:none` no filter
 * - `numbers:comma`, `dates:day-first`, `hundredths:yes`, `only-ai:no`
 *
 * A column or tag whose name has other signs than letters, digits and a few harmless ones stands in single quotes, doubled within.
 */
export function formatMapping(mapping: Mapping): string {
  const filters = mapping.filters.map(({ column, contains }) => `${quotedColumn(column)}~${quotedText(contains)}`);
  return [
    ...ROLES.flatMap((role) => formatSource(mapping.roles[role]).map((source) => `${source}=${role}`)),
    `numbers:${mapping.numbers}`,
    `dates:${mapping.dates}`,
    `hundredths:${mapping.hundredths ? 'yes' : 'no'}`,
    `only-ai:${mapping.onlyAi ? 'yes' : 'no'}`,
    ...(filters.length > 0 ? filters : ['filters:none']),
  ].join(',');
}

function formatSource(source: RoleSource): string[] {
  switch (source.kind) {
    case 'columns':
      return source.columns.length > 0 ? [...source.columns.map(quotedColumn), ...otherwiseOf(source)] : [''];
    case 'tag':
      return [`${quotedColumn(source.column)}[${quotedColumn(source.tag)}]`, ...otherwiseOf(source)];
    case 'fixed':
      return [quotedText(source.text)];
  }
}

function otherwiseOf({ otherwise }: { readonly otherwise?: string }): string[] {
  return otherwise === undefined || otherwise === '' ? [] : [quotedText(otherwise)];
}

/**
 * The mapping that a text in the form of `formatMapping` gives; what it does not mention is as in `base`. Case and spaces in the
 * name of a column need not be exact. An amount whose column names its currency (`costInUsd`) brings it along.
 *
 * @throws FileProblem that says which piece is wrong
 */
export function parseMapping(text: string, base: Mapping, header: readonly string[]): Mapping {
  const roles = new Map<Role, RoleSource>();
  const filters: Filter[] = [];
  let saysFilters = false;
  let { numbers, dates, hundredths, onlyAi } = base;

  for (const piece of mappingPieces(text)) {
    if (piece.kind === 'option') {
      if (piece.name === 'numbers') {
        numbers = oneOf(NUMBERS, piece);
      } else if (piece.name === 'dates') {
        dates = oneOf(DATES, piece);
      } else if (piece.name === 'hundredths') {
        hundredths = oneOf(SWITCH, piece) === 'yes';
      } else if (piece.name === 'only-ai') {
        onlyAi = oneOf(SWITCH, piece) === 'yes';
      } else if (piece.name === 'filters' && piece.value === 'none') {
        saysFilters = true;
      } else {
        throw new FileProblem(billMessages.mappingPiece(piece.text));
      }
    } else if (piece.kind === 'filter') {
      saysFilters = true;
      filters.push({ column: columnNamed(piece.column, header), contains: piece.contains });
    } else {
      const role = ROLES.find((one) => one === piece.role);
      if (role === undefined) {
        throw new FileProblem(billMessages.mappingRole(piece.text, piece.role, ROLES));
      }
      roles.set(role, together(roles.get(role), sourceOf(piece, header), piece));
    }
  }

  const amount = roles.get('amount');
  const inName =
    amount?.kind === 'columns' && amount.columns.length === 1 ? currencyInName(amount.columns[0] ?? '') : null;
  if (inName !== null && !roles.has('currency')) {
    roles.set('currency', { kind: 'fixed', text: inName });
  }
  return {
    roles: { ...base.roles, ...Object.fromEntries(roles) },
    numbers,
    dates,
    hundredths,
    onlyAi,
    filters: saysFilters ? filters : base.filters,
  };
}

type SourcePiece = Extract<Piece, { kind: 'source' }>;

function sourceOf(piece: SourcePiece, header: readonly string[]): RoleSource {
  const { source } = piece;
  switch (source.kind) {
    case 'open':
      return { kind: 'columns', columns: [] };
    case 'column':
      return { kind: 'columns', columns: [columnNamed(source.column, header)] };
    case 'tag':
      return { kind: 'tag', column: columnNamed(source.column, header), tag: source.tag };
    case 'fixed':
      return { kind: 'fixed', text: source.text };
  }
}

/** Several columns for a role are tried one after the other, and a text at last; nothing else can be said twice. */
function together(before: RoleSource | undefined, source: RoleSource, piece: SourcePiece): RoleSource {
  if (before === undefined) {
    return source;
  }
  const isOpen =
    before.kind === 'fixed' ||
    before.otherwise !== undefined ||
    (before.kind === 'columns' && before.columns.length === 0);
  if (source.kind === 'fixed' && !isOpen) {
    return { ...before, otherwise: source.text };
  }
  if (isOpen || before.kind !== 'columns' || source.kind !== 'columns') {
    throw new FileProblem(billMessages.mappingTwice(piece.text, piece.role));
  }
  return { kind: 'columns', columns: [...before.columns, ...source.columns] };
}

function columnNamed(name: string, header: readonly string[]): string {
  if (header.includes(name)) {
    return name;
  }
  const alike = header.filter((column) => columnKey(column) === columnKey(name));
  if (alike.length === 1 && alike[0] !== undefined) {
    return alike[0];
  }
  throw new FileProblem(billMessages.mappingColumn(name, nearestName(name, header)));
}

function oneOf<Value extends string>(values: readonly Value[], piece: Extract<Piece, { kind: 'option' }>): Value {
  const value = values.find((one) => one === piece.value);
  if (value === undefined) {
    throw new FileProblem(billMessages.mappingOption(piece.text, values));
  }
  return value;
}
