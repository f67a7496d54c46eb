import { nearestName } from '../../domain/ledger/nearest-name';
import { FileProblem } from '../../formats/file/file-problem';
import { billMessages } from '../messages';
import { AMOUNT_UNITS, type AmountUnit } from './amount-unit';
import { columnKey, currencyInName } from './column-names';
import {
  isColumnless,
  ROLES,
  USAGE_ROLES,
  type BlanksChoice,
  type CellsChoice,
  type CrChoice,
  type CreditStyle,
  type DateOrder,
  type Filter,
  type Mapping,
  type NegativesChoice,
  type NettingChoice,
  type NumberStyle,
  type Role,
  type RoleSource,
  type RowChoice,
  type UsageRole,
  type UsageSources,
  type VendorChoice,
} from './mapping';
import { mappingPieces, quotedColumn, quotedText, type Piece } from './mapping-pieces';

const NUMBERS: readonly NumberStyle[] = ['auto', 'point', 'comma'];
const DATES: readonly DateOrder[] = ['auto', 'month-first', 'day-first', 'year-first', 'serial'];
const FISCAL = ['auto', ...Array.from({ length: 12 }, (_, month) => String(month + 1))];
const CREDITS: readonly ('auto' | CreditStyle)[] = ['auto', 'subtract', 'as-written'];
const ROWS: readonly ('auto' | RowChoice)[] = ['auto', 'leave-out', 'count'];
const NETTING: readonly ('auto' | NettingChoice)[] = ['auto', 'net', 'leave-out'];
const BLANKS: readonly ('auto' | BlanksChoice)[] = ['auto', 'fill-down', 'leave-out'];
const COMPLETE = ['auto', 'no', 'yes'] as const;
const VENDORS: readonly ('auto' | VendorChoice)[] = ['auto', 'provider', 'issuer', 'developer'];
const NEGATIVES: readonly ('auto' | NegativesChoice)[] = ['auto', 'spend', 'credits'];
const CR: readonly ('auto' | CrChoice)[] = ['auto', 'credit', 'crore'];
const CELLS: readonly ('auto' | CellsChoice)[] = ['auto', 'join', 'apart'];
const UNITS: readonly ('auto' | AmountUnit)[] = ['auto', ...(Object.keys(AMOUNT_UNITS) as AmountUnit[])];
/** The answers to questions that are words, by the names of their options. */
const ANSWERS = {
  sides: CREDITS,
  totals: ROWS,
  months: ROWS,
  netting: NETTING,
  blanks: BLANKS,
  complete: COMPLETE,
  vendor: VENDORS,
  negatives: NEGATIVES,
  units: UNITS,
  cr: CR,
  cells: CELLS,
  names: ['auto', 'croatian', 'polish'],
} as const;
const QUANTITIES: readonly ('keep' | 'leave-out')[] = ['keep', 'leave-out'];
const SWITCH: readonly ('yes' | 'no')[] = ['yes', 'no'];

/**
 * A mapping as one line of text, pieces with commas between them:
 *
 * - `Kunde=client` a column; more than one for a role in the order in which they are tried; `=client` leaves the role open
 * - `Tags[team]=client` the value of a tag
 * - `"Contoso"=client` the same text for every row; after a column or a tag, for the rows in which that is blank
 * - `Haben=credit` a column of amounts that are taken away; `'S/H'=side` the column that says debit or credit; `=credit`, `=side` none
 * - `quantities:keep` keeps these: `ConsumedQuantity=quantity`, `ConsumedUnit=unit`, `SkuPriceDetails[ModelId]=model`, `Tags[team]=team`,
 *   `SkuPriceDetails[TokenDirection]=direction`, `SkuPriceDetails[TokenCacheAction]=cache`; `=team` none
 * - `MeterCategory~"openai"` a filter, `filters:none` no filter
 * - `numbers:comma`, `dates:day-first`, `hundredths:yes`, `only-ai:no`
 * - `sides:as-written`, `totals:count`, `months:leave-out`, `fiscal:4`, `netting:net`, `blanks:fill-down`, `complete:no`, `vendor:issuer`, `negatives:spend`, `units:thousands`, `cr:crore`, `cells:join`, `names:croatian` what was answered to the questions of the preview
 *
 * A column or tag whose name has other signs than letters, digits and a few harmless ones stands in single quotes, doubled within.
 */
export function formatMapping(mapping: Mapping): string {
  const {
    credits = [],
    side,
    sides,
    totals,
    months,
    fiscal,
    netting,
    blanks,
    complete,
    vendor,
    negatives,
    units,
    cr,
    cells,
    names,
  } = mapping;
  const filters = mapping.filters.map(({ column, contains }) => `${quotedColumn(column)}~${quotedText(contains)}`);
  return [
    ...ROLES.flatMap((role) => formatSource(mapping.roles[role]).map((source) => `${source}=${role}`)),
    ...credits.map((column) => `${quotedColumn(column)}=credit`),
    ...(side === undefined ? [] : [`${quotedColumn(side)}=side`]),
    ...formatUsage(mapping),
    `numbers:${mapping.numbers}`,
    `dates:${mapping.dates}`,
    ...(sides === undefined ? [] : [`sides:${sides}`]),
    ...(totals === undefined ? [] : [`totals:${totals}`]),
    ...(months === undefined ? [] : [`months:${months}`]),
    ...(fiscal === undefined ? [] : [`fiscal:${fiscal}`]),
    ...(netting === undefined ? [] : [`netting:${netting}`]),
    ...(blanks === undefined ? [] : [`blanks:${blanks}`]),
    ...(complete === undefined ? [] : [`complete:${complete}`]),
    ...(vendor === undefined ? [] : [`vendor:${vendor}`]),
    ...(negatives === undefined ? [] : [`negatives:${negatives}`]),
    ...(units === undefined ? [] : [`units:${units}`]),
    ...(cr === undefined ? [] : [`cr:${cr}`]),
    ...(cells === undefined ? [] : [`cells:${cells}`]),
    ...(names === undefined ? [] : [`names:${names}`]),
    `hundredths:${mapping.hundredths ? 'yes' : 'no'}`,
    `only-ai:${mapping.onlyAi ? 'yes' : 'no'}`,
    ...(filters.length > 0 ? filters : ['filters:none']),
  ].join(',');
}

/** Nothing if they are not kept: then what is recognised holds. */
function formatUsage({ usage = {}, keepsUsage }: Mapping): string[] {
  if (keepsUsage !== true) {
    return [];
  }
  const sources = USAGE_ROLES.flatMap((role) => {
    const source = usage[role];
    return (source === undefined ? [''] : formatSource(source)).map((text) => `${text}=${role}`);
  });
  return [...sources, 'quantities:keep'];
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
  const roles = new Map<Role | UsageRole, RoleSource>();
  const filters: Filter[] = [];
  const credits: string[] = [];
  let side: string | undefined;
  const said = { filters: false, credits: false, side: false };
  let options: Mapping = base;

  for (const piece of mappingPieces(text)) {
    if (piece.kind === 'option') {
      said.filters ||= piece.name === 'filters';
      options = withOption(options, piece);
    } else if (piece.kind === 'filter') {
      said.filters = true;
      filters.push({ column: columnNamed(piece.column, header), contains: piece.contains });
    } else if (piece.role === 'credit') {
      said.credits = true;
      credits.push(...ownColumn(piece, header));
    } else if (piece.role === 'side') {
      if (side !== undefined) {
        throw new FileProblem(billMessages.mappingTwice(piece.text, piece.role));
      }
      said.side = true;
      [side] = ownColumn(piece, header);
    } else {
      const role = [...ROLES, ...USAGE_ROLES].find((one) => one === piece.role);
      if (role === undefined) {
        const known = [...ROLES, ...USAGE_ROLES, 'credit', 'side'];
        throw new FileProblem(billMessages.mappingRole(piece.text, piece.role, known));
      }
      roles.set(role, together(roles.get(role), sourceOf(piece, header), piece));
    }
  }

  const inName = currencyOfAmount(roles.get('amount'));
  if (inName !== null && !roles.has('currency')) {
    roles.set('currency', { kind: 'fixed', text: inName });
  }
  return withLedgerColumns(
    {
      ...without(options, 'usage'),
      roles: { ...base.roles, ...Object.fromEntries(ROLES.flatMap((role) => sourceIn(roles, role))) },
      ...usageWith(base.usage, roles),
      filters: said.filters ? filters : base.filters,
    },
    said.credits ? credits : (base.credits ?? []),
    said.side ? side : base.side,
  );
}

/** Answers about rows of one file: they say nothing of the rows of the next. */
const OF_ROWS: readonly Optional[] = ['totals', 'months', 'blanks', 'complete', 'cells'];

/**
 * The mapping with which a file with this header was loaded before, for another one.
 *
 * @param proposed what the other file is recognised as; a column of a ledger is named in the text if it was used
 * @returns null if the text can no longer be read, because a user edited the cell
 */
export function rememberedMapping(text: string, proposed: Mapping, header: readonly string[]): Mapping | null {
  try {
    return without(parseMapping(text, without(proposed, 'credits', 'side'), header), ...OF_ROWS);
  } catch (thrown) {
    if (thrown instanceof FileProblem) {
      return null;
    }
    throw thrown;
  }
}

function sourceIn<Name extends Role | UsageRole>(
  roles: ReadonlyMap<Role | UsageRole, RoleSource>,
  role: Name,
): [Name, RoleSource][] {
  const source = roles.get(role);
  return source === undefined ? [] : [[role, source]];
}

/** Where quantities and the like come from: as before, but for what is said of them; `=team` takes the team away. */
function usageWith(
  before: UsageSources = {},
  roles: ReadonlyMap<Role | UsageRole, RoleSource>,
): Pick<Mapping, 'usage'> | object {
  const sources = { ...before, ...Object.fromEntries(USAGE_ROLES.flatMap((role) => sourceIn(roles, role))) };
  const told = Object.entries(sources).filter(([, source]) => !isColumnless(source));
  return told.length === 0 ? {} : { usage: Object.fromEntries(told) };
}

/** The mapping with these columns of credits and of sides, and with no field for what there is not. */
export function withLedgerColumns(mapping: Mapping, credits: readonly string[], side: string | undefined): Mapping {
  return {
    ...without(mapping, 'credits', 'side'),
    ...(credits.length > 0 ? { credits } : {}),
    ...(side === undefined ? {} : { side }),
  };
}

type Optional =
  | 'credits'
  | 'side'
  | 'sides'
  | 'totals'
  | 'months'
  | 'fiscal'
  | 'netting'
  | 'blanks'
  | 'complete'
  | 'usage'
  | 'keepsUsage'
  | 'vendor'
  | 'negatives'
  | 'units'
  | 'cr'
  | 'cells'
  | 'names';

/** The mapping in which nothing is said of these. */
export function without(mapping: Mapping, ...names: readonly Optional[]): Mapping {
  const left: readonly string[] = names;
  // What is left out is optional, so that what remains is a mapping.
  return Object.fromEntries(Object.entries(mapping).filter(([name]) => !left.includes(name))) as unknown as Mapping;
}

type OptionPiece = Extract<Piece, { kind: 'option' }>;

/** @throws FileProblem if there is no such option, or no such value of it */
function withOption(mapping: Mapping, piece: OptionPiece): Mapping {
  const answered = Object.entries(ANSWERS).find(([name]) => name === piece.name);
  if (answered !== undefined) {
    const [name, values] = answered as [keyof typeof ANSWERS, readonly string[]];
    const answer = oneOf(values, piece);
    return answer === 'auto' ? without(mapping, name) : { ...mapping, [name]: answer };
  }
  switch (piece.name) {
    case 'numbers':
      return { ...mapping, numbers: oneOf(NUMBERS, piece) };
    case 'dates':
      return { ...mapping, dates: oneOf(DATES, piece) };
    case 'hundredths':
      return { ...mapping, hundredths: oneOf(SWITCH, piece) === 'yes' };
    case 'only-ai':
      return { ...mapping, onlyAi: oneOf(SWITCH, piece) === 'yes' };
    case 'fiscal': {
      const fiscal = oneOf(FISCAL, piece);
      return fiscal === 'auto' ? without(mapping, 'fiscal') : { ...mapping, fiscal: Number(fiscal) };
    }
    case 'quantities':
      return oneOf(QUANTITIES, piece) === 'keep' ? { ...mapping, keepsUsage: true } : without(mapping, 'keepsUsage');
    case 'filters':
      if (piece.value === 'none') {
        return mapping;
      }
      break;
  }
  throw new FileProblem(billMessages.mappingPiece(piece.text));
}

function currencyOfAmount(amount: RoleSource | undefined): string | null {
  return amount?.kind === 'columns' && amount.columns.length === 1 ? currencyInName(amount.columns[0] ?? '') : null;
}

/** A column, or none (`=side`): credits and sides come from nowhere else. */
function ownColumn(piece: SourcePiece, header: readonly string[]): string[] {
  const source = sourceOf(piece, header);
  if (source.kind !== 'columns') {
    throw new FileProblem(billMessages.mappingOnlyColumn(piece.text, piece.role));
  }
  return [...source.columns];
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
  const isOpen = before.kind === 'fixed' || before.otherwise !== undefined || isColumnless(before);
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

function oneOf<Value extends string>(values: readonly Value[], piece: OptionPiece): Value {
  const value = values.find((one) => one === piece.value);
  if (value === undefined) {
    throw new FileProblem(billMessages.mappingOption(piece.text, values));
  }
  return value;
}
