import { FileProblem } from '../../formats/file/file-problem';
import type { Cell, RowAtHand, TextTable } from '../../formats/file/text-table';
import type { Mapping, Recognition, Role, RoleSource } from '../mapping/mapping';
import { endColumnOf } from '../mapping/period-ends';
import { billMessages } from '../messages';
import type { DateWays } from '../values/bill-date';
import { isBlankCell, nameText } from '../values/cell-text';
import { nameKind } from '../values/name-kind';
import { remembered } from '../values/remembered';
import { isFiscalName, isYearAlone, yearAndMonth } from '../values/year-and-month';
import { isYes } from '../values/yes';
import { shownMark, type ShownMark } from '../values/shown-mark';
import { readSide, type Side } from '../values/side-text';
import { notedColumns, roleReader, wantedColumns, type RoleReader, type WantedColumns } from './role-reader';
import { usageColumns, type UsageColumns } from './usage-columns';
import { vendorEvidence, vendorReader, type VendorEvidence } from './vendor-evidence';
import { LongRows } from './long-rows';
import { SplitCells } from './split-cells';
import { HeaderRows } from './header-rows';
import { TagKeys } from './tag-keys';
import { aiTest, filterTest, type RowTest } from './row-tests';

/** Which columns of a bill a mapping needs, and what their cells say of a row. */
export interface BillColumns {
  /** The columns to ask for; the tests and readers below take the cells of a row in this order. */
  readonly positions: readonly number[];
  readonly roles: Readonly<Record<Role, RoleReader>>;
  /** The columns of amounts that are taken away. */
  readonly credits: readonly RoleReader[];
  /** The columns of credits beside the amounts, of which it is asked whether they count. */
  readonly offered: readonly RoleReader[];
  /** What was answered; not yet: undefined. */
  readonly netting: Mapping['netting'];
  /** What the numbers that are amounts of a row are shown with; null if the file shows none. */
  readonly shown: ((cells: readonly Cell[]) => readonly ShownMark[]) | null;
  /** Null if no column says debit or credit. */
  readonly side: SideReader | null;
  /** What the row is called if it is called a total in a column that is no name of it; '' if not. */
  readonly totalLabel: (cells: readonly Cell[]) => string;
  /** Whether the format itself says which rows are totals. */
  readonly labelsAreSure: boolean;
  /** Whether blank clients may stand for the one above them: in columns they may, if nothing else is said for blanks. */
  readonly mayFill: boolean;
  /** Whether a row without a service may state the sum of those above it: in tables of no known kind. */
  readonly mayHaveSubtotals: boolean;
  /** Whether any row may state the sum of those around it: in tables of no known kind whose rows have an order. */
  readonly mayBeReport: boolean;
  /** Whether a row may say something of those around it. */
  readonly isOrdered: boolean;
  /** Finds headers among the rows of a table of no known kind. */
  readonly headerRows: HeaderRows | null;
  /** Whether all columns that stand for a role are blank. */
  readonly isBlank: RowTest;
  readonly passesFilters: RowTest;
  /** Null if nothing in the table tells AI from the rest. */
  readonly isAi: RowTest | null;
  /** Notes by which tags the rows are grouped; null if no column says it. */
  readonly tagKeys: TagKeys | null;
  /** Whether a row says that it is estimated; null if none does. */
  readonly isEstimated: RowTest | null;
  /** Whether a row names itself, by an invoice or the like, and all its cells are there; null if the table has no such column. */
  readonly isIdentified: RowTest | null;
  /** What is known of the dates beforehand. */
  readonly dateWays: DateWays;
  /** Null if the mapping knows of no quantities, models or teams. */
  readonly usage: UsageColumns | null;
  /** Null if nobody else than the mapping says could be the vendor. */
  readonly vendors: VendorEvidence | null;
  /** Null if no column says when the time of a row ends. */
  readonly long: LongRows | null;
  /** Null if no comma can have divided an amount into two cells. */
  readonly split: SplitCells | null;
  /** How many of the cells, the first, tell one row from another: those that are kept by choice do not. */
  readonly telling: number;
  /** Which cells say all of a row but its amount; null if a row is more than these and one amount. */
  readonly kind: KindColumns | null;
}

/** Rows with the same cells in these columns differ in their amounts alone. */
export interface KindColumns {
  /** The places of the cells, without those that are only kept by choice or only tell a row from another. */
  readonly places: readonly number[];
  /** Of these, the one that is nothing but the month; null if none is. */
  readonly month: number | null;
  readonly amount: number;
}

/** In a table of so few columns all cells are read, for whether a row repeats another depends on each. */
const NARROW = 12;

const NARROW_WITH_IDENTITY = 40;

/** What a row says of its side. */
export interface SideReader extends RoleReader {
  side(cells: readonly Cell[]): Side | 'blank' | null;
}

/** @throws FileProblem if a role is open, a column is not in the table, or only AI is wanted and nothing tells it */
export function billColumns(
  header: readonly string[],
  recognition: Recognition,
  mapping: Mapping,
  { atHand, delimiter }: Pick<TextTable, 'atHand' | 'delimiter'> = {},
): BillColumns {
  const wanted = wantedColumns(header);
  const noted = (): NotedColumns => notedColumns(wanted);
  const [named, dated, labelled, counted] = [noted(), noted(), noted(), noted()];
  const reader = (role: Role, from: WantedColumns) => roleReader(role, mapping.roles[role], from);
  const roles = {
    client: reader('client', named),
    vendor: vendorReader(recognition, mapping, named),
    service: reader('service', named),
    month: withYear(reader('month', dated), mapping.roles.month, dated),
    amount: reader('amount', counted),
    currency: withShown(reader('currency', named), mapping.roles.currency, wanted, atHand),
  };
  const credits = (mapping.credits ?? []).map((column) => columnReader(column, wanted));
  const offered = offeredColumns(recognition, mapping).map((column) => columnReader(column, wanted));
  const side = mapping.side === undefined ? null : sideReader(mapping.side, recognition, wanted);
  const ofRoles = wanted.positions.length;
  const totalLabel = labelReader(header, recognition, mapping, labelled);
  allOfNarrow(header, recognition, wanted);
  const passesFilters = filterTest(mapping.filters, named);
  const isAi = aiTest(header, recognition, mapping, named);
  if (mapping.onlyAi && isAi === null) {
    throw new FileProblem(billMessages.nothingTellsAi());
  }
  const rowSays = rowSources(header, recognition, named, wanted);
  const telling = wanted.positions.length;
  const usage = usageColumns(mapping.usage, wanted);
  const vendors = vendorEvidence(recognition, mapping, named);
  const { amount } = mapping.roles;
  const pairs = pairedCells(header, recognition, mapping, wanted, delimiter);
  const isOneAmount =
    credits.length + offered.length === 0 && side === null && pairs.long === null && isPlainColumn(amount);
  return {
    positions: wanted.positions,
    roles: { ...roles, amount: withJoined(roles.amount, mapping, pairs.split) },
    credits,
    offered,
    netting: mapping.netting,
    shown: atHand === undefined ? null : shownReader(mapping, wanted, atHand),
    side,
    totalLabel,
    labelsAreSure: recognition.labelsAreSure === true,
    ...neighbours(header, recognition, mapping, wanted),
    isBlank: (cells) => firstAreBlank(cells, ofRoles),
    passesFilters,
    isAi,
    ...rowSays,
    dateWays: dateWaysOf(recognition, mapping),
    usage,
    vendors,
    ...pairs,
    telling,
    kind: isOneAmount ? kindColumns({ named, dated, labelled, counted }) : null,
  };
}

/** What may be looked for in the rows around a row. */
function neighbours(
  header: readonly string[],
  { isGuessed, unordered }: Recognition,
  { roles: { client, service } }: Mapping,
  { positions }: WantedColumns,
): Pick<BillColumns, 'mayFill' | 'mayHaveSubtotals' | 'mayBeReport' | 'isOrdered' | 'headerRows'> {
  const isOrdered = unordered !== true;
  const isWritten = isOrdered && isGuessed === true;
  return {
    isOrdered,
    mayFill: isOrdered && client.kind === 'columns',
    mayBeReport: isWritten,
    mayHaveSubtotals: isWritten && service.kind === 'columns',
    headerRows: isWritten ? new HeaderRows(positions.map((position) => header[position] ?? '')) : null,
  };
}

/** All cells of a narrow table are read, and of one whose rows name themselves if it is not very wide. */
function allOfNarrow(header: readonly string[], { identityColumns }: Recognition, wanted: WantedColumns): void {
  if (header.length <= (identityColumns === undefined ? NARROW : NARROW_WITH_IDENTITY)) {
    header.forEach((column) => wanted.place(column));
  }
}

/** What a row says of itself beside its roles. */
function rowSources(
  header: readonly string[],
  recognition: Recognition,
  named: WantedColumns,
  wanted: WantedColumns,
): Pick<BillColumns, 'tagKeys' | 'isEstimated' | 'isIdentified'> {
  const { tagKeyColumn, estimatedColumn } = recognition;
  return {
    tagKeys: tagKeyColumn === undefined ? null : new TagKeys(tagKeyColumn, named),
    isEstimated: yesTest(estimatedColumn, named),
    isIdentified: identityTest(header, recognition, wanted),
  };
}

function yesTest(column: string | undefined, wanted: WantedColumns): RowTest | null {
  if (column === undefined) {
    return null;
  }
  const place = wanted.place(column);
  const says = remembered(isYes);
  return (cells) => says(cells[place] ?? '');
}

/** In a wider table two rows may differ in cells that are not read. */
function identityTest(
  header: readonly string[],
  { identityColumns = [] }: Recognition,
  wanted: WantedColumns,
): RowTest | null {
  if (identityColumns.length === 0 || header.length > NARROW_WITH_IDENTITY) {
    return null;
  }
  const places = identityColumns.map((column) => wanted.place(column));
  return (cells) => places.some((place) => !isBlankCell(cells[place] ?? ''));
}

function dateWaysOf({ unixTimeColumns, yearBegins }: Recognition, { roles: { month } }: Mapping): DateWays {
  const unixTime = month.kind === 'columns' && month.columns.some((column) => unixTimeColumns?.includes(column));
  return { unixTime, ...(yearBegins === undefined ? {} : { yearBegins }) };
}

/** A year alone goes with the month in another of the columns that stand for the month. */
function withYear(reader: RoleReader, source: RoleSource, wanted: WantedColumns): RoleReader {
  const columns = source.kind === 'columns' ? source.columns : [];
  if (columns.length < 2) {
    return reader;
  }
  const places = columns.map((column) => wanted.place(column));
  const isFiscal = columns.some(isFiscalName);
  const isYear = remembered(isYearAlone);
  return {
    ...reader,
    read: (cells) => {
      const year = places.find((place) => isYear(cells[place] ?? ''));
      for (const place of year === undefined ? [] : places) {
        const joined = place === year ? null : yearAndMonth(cells[year ?? 0] ?? '', cells[place] ?? '', isFiscal);
        if (joined !== null) {
          return joined;
        }
      }
      return reader.read(cells);
    },
  };
}

/** A number in a column of currencies names the one that the workbook shows beside it. */
function withShown(
  reader: RoleReader,
  source: RoleSource,
  wanted: WantedColumns,
  atHand: RowAtHand | undefined,
): RoleReader {
  if (atHand === undefined || source.kind !== 'columns') {
    return reader;
  }
  const places = source.columns.map((column) => wanted.place(column));
  return {
    ...reader,
    read: (cells) => {
      const cell = reader.read(cells);
      const place = typeof cell === 'number' ? places.find((one) => cells[one] === cell) : undefined;
      return place === undefined ? cell : shownMark(atHand.shownWith(wanted.positions[place] ?? -1)).mark;
    },
  };
}

/** What the numbers are shown with in the columns of amounts and credits. */
function shownReader(
  { roles: { amount }, credits = [] }: Mapping,
  wanted: WantedColumns,
  atHand: RowAtHand,
): (cells: readonly Cell[]) => readonly ShownMark[] {
  const columns = [...(amount.kind === 'columns' ? amount.columns : []), ...credits];
  const places = columns.map((column) => wanted.place(column));
  return (cells) =>
    places.flatMap((place) =>
      typeof cells[place] === 'number' ? [shownMark(atHand.shownWith(wanted.positions[place] ?? -1))] : [],
    );
}

/** What two cells of a row together may say. */
function pairedCells(
  header: readonly string[],
  { isGuessed }: Recognition,
  mapping: Mapping,
  wanted: WantedColumns,
  delimiter: string | undefined,
): Pick<BillColumns, 'split' | 'long'> {
  return {
    split: delimiter === ',' ? splitCells(header, mapping, wanted) : null,
    long: isGuessed === true ? longRows(header, mapping, wanted) : null,
  };
}

/** The amount and the cell behind it. */
function splitCells(
  header: readonly string[],
  { roles: { amount }, credits = [], cells }: Mapping,
  wanted: WantedColumns,
): SplitCells | null {
  const [column = ''] = amount.kind === 'columns' ? amount.columns : [];
  const next = header[header.indexOf(column) + 1];
  return !isPlainColumn(amount) || credits.length > 0 || next === undefined
    ? null
    : new SplitCells([column, next], [wanted.place(column), wanted.placeAt(header.indexOf(column) + 1)], cells);
}

/** The beginning and the end of the time that a row is for. */
function longRows(header: readonly string[], { roles: { month } }: Mapping, wanted: WantedColumns): LongRows | null {
  const [start = ''] = isPlainColumn(month) && month.kind === 'columns' ? month.columns : [];
  const end = start === '' ? null : endColumnOf(start, header);
  return end === null ? null : new LongRows([wanted.place(start), wanted.place(end)]);
}

function withJoined(reader: RoleReader, { cells: answer }: Mapping, split: SplitCells | null): RoleReader {
  return split === null || answer !== 'join'
    ? reader
    : { ...reader, read: (cells) => split.joined(cells) ?? reader.read(cells) };
}

type NotedColumns = ReturnType<typeof notedColumns>;

/** What a row says by its names and tests, its date, its label and its amount. */
interface KindSources {
  readonly named: NotedColumns;
  readonly dated: NotedColumns;
  readonly labelled: NotedColumns;
  readonly counted: NotedColumns;
}

function isPlainColumn(source: RoleSource): boolean {
  return source.kind === 'columns' && source.columns.length === 1 && (source.otherwise ?? '') === '';
}

/** Null if the amount says something else of the row, too. */
function kindColumns({ named, dated, labelled, counted }: KindSources): KindColumns | null {
  const places = new Set([...named.places, ...dated.places, ...labelled.places]);
  const [amount = 0] = counted.places;
  const [month = null, another] = dated.places;
  return places.has(amount)
    ? null
    : {
        places: [...places],
        month: month !== null && another === undefined && !named.places.has(month) ? month : null,
        amount,
      };
}

/** None if the user says which columns are taken away. */
function offeredColumns({ offeredCredits = [] }: Recognition, { roles: { amount }, credits = [] }: Mapping): string[] {
  const amounts = amount.kind === 'columns' ? amount.columns : [];
  return credits.length > 0 ? [] : offeredCredits.filter((column) => !amounts.includes(column));
}

function columnReader(column: string, wanted: WantedColumns): RoleReader {
  const place = wanted.place(column);
  return { read: (cells) => cells[place] ?? '', column };
}

function sideReader(column: string, { signColumns = [] }: Recognition, wanted: WantedColumns): SideReader {
  const reader = columnReader(column, wanted);
  const areSigns = signColumns.includes(column);
  const sideOf = remembered((cell) => readSide(cell, column, areSigns));
  return { ...reader, side: (cells) => sideOf(reader.read(cells)) };
}

/**
 * A row of totals may say so in its month, in the first column of the table, or in one that the format keeps for it; what it
 * says as its client, vendor or service is looked at if these are learnt.
 */
function labelReader(
  header: readonly string[],
  { labelColumns = [] }: Recognition,
  { roles }: Mapping,
  wanted: WantedColumns,
): BillColumns['totalLabel'] {
  const ofMonth = roles.month.kind === 'columns' ? roles.month.columns : [];
  const { amount } = roles;
  const ofAmount = amount.kind === 'columns' ? amount.columns : [];
  const columns = new Set(
    [...header.slice(0, 1), ...ofMonth, ...labelColumns].filter((column) => !ofAmount.includes(column)),
  );
  const labelOf = remembered((cell) => (nameKind(String(cell)) === 'total' ? nameText(cell) : ''));
  const places = [...columns].filter((column) => header.includes(column)).map((column) => wanted.place(column));
  return (cells) => {
    for (const place of places) {
      const cell = cells[place] ?? '';
      const label = typeof cell === 'string' && mayBeWords(cell) ? labelOf(cell) : '';
      if (label !== '') {
        return label;
      }
    }
    return '';
  };
}

/** Dates and numbers begin or end with a digit; signs may stand around a word, as in `*** Total ***`. */
function mayBeWords(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 57 || last > 57 || (first < 48 && last < 48);
}

function firstAreBlank(cells: readonly Cell[], count: number): boolean {
  for (let place = 0; place < count; place++) {
    if (!isBlankCell(cells[place] ?? '')) {
      return false;
    }
  }
  return true;
}
