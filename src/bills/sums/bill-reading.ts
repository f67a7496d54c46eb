import type { BatchListener } from '../../formats/file/row-batch';
import type { Cell, RowAtHand, RowListener, RowProblemListener, TextTable } from '../../formats/file/text-table';
import { unitInLine } from '../mapping/amount-unit';
import type { Mapping, Recognition, SaidUnit } from '../mapping/mapping';
import { billMessages } from '../messages';
import type { AmountReading } from '../values/amount-text';
import { readMonth, type MonthReading } from '../values/bill-date';
import { nameText } from '../values/cell-text';
import { readCurrency, type CurrencyReading } from '../values/currency-text';
import { nameKind, type NameKind } from '../values/name-kind';
import { remembered } from '../values/remembered';
import type { ShownMark } from '../values/shown-mark';
import { batchReader, type KnownRow, type KnownRows, type RowReading } from './batch-reader';
import { billColumns, type BillColumns } from './bill-columns';
import { AmountWords } from './amount-words';
import { addAmount } from './exact-sum';
import type { LeftOutReason } from './bill-summary';
import { distinctValues, textIds, type TextIds } from './ids';
import { LastDays } from './last-days';
import { problemList } from './problem-list';
import { Repeats } from './repeats';
import { readRowAmounts, type RowAmount, type RowAmounts } from './row-amounts';
import { RowUsage } from './row-usage';
import { addQuantities } from './quantity-sum';
import { rowGroups, TRAITS, type AmountKind, type GroupOf, type RowGroup } from './row-groups';
import { ReportBlocks } from './report-blocks';
import { Subtotals } from './subtotals';
import { addToGroup, TotalRows, type Posting, type TotalCandidate } from './total-rows';
import type { BillRows } from './bill-rows';
import { BLANK_MONTH, NO_MONTH, RowChecks, type NameKindOf } from './row-checks';

/**
 * Prepares a bill to be read in one pass: columns to ask for, and what to do with each row.
 *
 * A row is left out for the first of these reasons: a filter, not AI, not money, a problem. A blank client, vendor, month or
 * currency is a problem, and so is a blank amount; a row in which all mapped columns are blank is no row of the bill.
 *
 * @throws FileProblem if a role is open, a column is not in the table, or only AI is wanted and nothing tells it
 */
export function billReading(
  table: Pick<TextTable, 'header' | 'dates' | 'atHand' | 'delimiter'>,
  recognition: Recognition,
  mapping: Mapping,
): {
  positions: readonly number[];
  each: RowListener;
  eachBatch: BatchListener;
  misfit: RowProblemListener;
  bill: BillRows;
} {
  const { header, dates, atHand } = table;
  const columns = billColumns(header, recognition, mapping, table);
  const reading = new BillReading(columns, mapping, dates !== undefined, atHand);
  reading.noteDates(dates ?? []);
  return {
    positions: columns.positions,
    each: (cells, line, rows) => {
      reading.read(cells, line, rows);
    },
    eachBatch: batchReader(columns.kind, reading),
    misfit: (line, problem) => reading.misfit(line, problem),
    bill: reading.bill,
  };
}

/** Puts row after row into the bill. */
class BillReading implements RowReading {
  readonly bill: BillRows;
  private readonly months = distinctValues<MonthReading>(
    ({ months, order, otherwise, fiscal, croatian, tells }) =>
      `${Object.values(months).join(' ')} ${order} ${otherwise} ${fiscal === null ? '' : Object.values(fiscal).join(' ')} ${croatian} ${tells}`,
  );
  private readonly currencies = distinctValues<CurrencyReading>(({ kind, text }) => `${kind} ${text}`);
  private readonly monthRows: number[] = [];
  private readonly estimated = new Set<number>();
  private readonly monthOf: (cell: Cell) => number;
  private readonly currencyOf = remembered((cell) => this.currencies.idOf(readCurrency(cell)));
  private readonly groupOf: GroupOf;
  /** Of the row at hand. */
  private readonly ids = { client: 0, vendor: 0, service: 0, month: 0, currency: 0, usage: 0 };
  /** The client of the row before, and the last that was named; 0: none. */
  private readonly above = { own: 0, named: 0 };
  private readonly totals: TotalRows;
  private readonly repeats: Repeats;
  /** Null if no rows can be subtotals of services. */
  private readonly subtotals: Subtotals | null;
  private readonly usage: RowUsage | null;
  private readonly checks: RowChecks;
  /** Where the header of another table is that began below this one; null while the rows are of this one. */
  private otherFrom: number | null = null;
  /** Of clients, vendors and services. */
  private readonly nameKinds: readonly [NameKindOf, NameKindOf, NameKindOf];

  constructor(
    private readonly columns: BillColumns,
    private readonly mapping: Mapping,
    areDatesKnown: boolean,
    private readonly atHand: RowAtHand | undefined,
  ) {
    this.usage = columns.usage === null ? null : new RowUsage(columns.usage, mapping.keepsUsage === true);
    const { groups, groupOf } = rowGroups(this.usage?.isKept);
    this.groupOf = groupOf;
    const shift = mapping.hundredths ? 2 : 0;
    this.totals = new TotalRows(groups, shift);
    this.repeats = new Repeats(shift, columns.telling);
    this.subtotals = columns.mayHaveSubtotals ? new Subtotals(shift) : null;
    // Id 0 is no month, for rows that have none or are left out.
    this.months.idOf(NO_MONTH);
    this.monthOf = remembered((cell) => {
      const reading = readMonth(cell, columns.dateWays);
      if (reading === 'blank') {
        return BLANK_MONTH;
      }
      if (!areDatesKnown) {
        this.bill.lastDays.note(cell, reading);
      }
      return this.months.idOf(reading);
    });
    this.bill = {
      rows: 0,
      lastLine: 0,
      unreadable: 0,
      groups,
      clients: textIds(),
      vendors: textIds(),
      services: textIds(),
      months: this.months.values,
      monthRows: this.monthRows,
      currencies: this.currencies.values,
      ...problemLists(),
      repeatsClients: false,
      offeredColumns: columns.offered.map(({ column }) => column),
      tellsAi: columns.isAi !== null,
      grouped: { points: 0, commas: 0 },
      words: new AmountWords(),
      signs: { positiveCredits: 0, negativeCredits: 0, negativeDebits: 0, positive: 0, negative: 0, shownCredits: 0 },
      totalCandidates: this.totals.candidates,
      edges: { first: null, last: null },
      heads: this.subtotals?.heads ?? [],
      blocks: columns.mayBeReport ? new ReportBlocks(shift) : null,
      repeats: this.repeats,
      totalTwin: (group) => totalTwinOf(group, groupOf),
      usage: this.usage,
      estimated: this.estimated,
      tagKeys: columns.tagKeys,
      lastDays: new LastDays(),
      vendorEvidence: columns.vendors,
      split: columns.split,
      long: columns.long,
      shift,
    };
    this.nameKinds = [nameKinds(this.bill.clients), nameKinds(this.bill.vendors), nameKinds(this.bill.services)];
    this.checks = new RowChecks(columns, this.bill, this.nameKinds);
  }

  /** The dates of the rows, if their cells tell no more than the month. */
  noteDates(dates: readonly string[]): void {
    for (const date of dates) {
      const reading = readMonth(date, this.columns.dateWays);
      if (reading !== 'blank') {
        this.bill.lastDays.note(date, reading);
      }
    }
  }

  /** A row that does not fit the header: whose it is, is not known, and blank clients below it stand for nobody. */
  misfit(line: number, problem: string): void {
    this.above.own = 0;
    this.above.named = 0;
    this.bill.rows++;
    this.bill.lastLine = line;
    this.bill.unreadable++;
    this.bill.problems.addRow(line, problem);
  }

  /** Whether rows are not or no more held against each other, nor looked into for what is kept by choice. */
  get isSettled(): boolean {
    const { usage } = this;
    const isAlone = this.subtotals === null && (!this.columns.isOrdered || this.repeats.isFull);
    return (
      isAlone &&
      this.bill.blocks?.isOver !== false &&
      this.otherFrom === null &&
      (usage === null || (usage.areMore && !usage.isKept))
    );
  }

  /**
   * Reads a row with all that it says.
   *
   * @param rows how many rows the one at hand stands for
   * @returns where rows with the same cells, but for the amount, differ from it in their amounts alone, once the reading is settled; else null
   */
  read(cells: readonly Cell[], line: number, rows = 1): KnownRow | null {
    this.bill.lastLine = line;
    this.checks.isListed = false;
    const row = readRowAmounts(this.columns, cells);
    if (this.isOfOther(cells, line, row)) {
      return null;
    }
    const isDeclared = this.atHand?.isTotals === true;
    if (row.kind !== 'amounts') {
      if (isDeclared) {
        // A row of totals that adds up other columns says nothing of the amounts.
        return null;
      }
      this.countWithoutAmount(cells, line, row, rows);
      return null;
    }
    this.bill.rows += rows;
    this.noteAmountKind(cells, line, row.reads, row.amounts);
    this.bill.words.note(row.amounts, this.columns.roles.amount.read(cells), rows);
    this.identify(cells, rows);
    this.ids.usage = this.usage?.read(cells, line) ?? 0;
    const mayBeTotal = isDeclared || this.mayBeTotal(cells);
    const total = mayBeTotal ? this.totalOf(cells, line, row.amounts) : this.subtotalOf(line, row.amounts);
    const postings = this.postingsOf(cells, line, row, total !== null);
    const first = postings[0];
    if (first === undefined) {
      return null;
    }
    first.group.rows += rows;
    for (const { group, amount, quantities = [] } of postings) {
      addToGroup(group, amount, this.bill.shift);
      addQuantities(group.quantity, quantities);
    }
    this.usage?.count(first.group, line);
    if (first.group.reason === 'kept') {
      this.noteKept(cells, line, first, total === null ? postings : null);
    }
    if (total !== null) {
      this.totals.keep({ ...total, postings }, first.group.currency);
      this.subtotals?.end();
    } else {
      this.noteClient(this.ids.client);
      this.noteCredits(postings, rows);
      this.subtotals?.note(this.ids, line, postings);
      this.bill.blocks?.note(line, postings);
    }
    if (this.columns.isOrdered) {
      if (total === null) {
        this.noteEdge(line, postings);
      }
      this.repeats.add(line, first.group, postings, cells, this.columns.isIdentified?.(cells) === true);
    }
    const { client, month } = this.ids;
    // A blank client may stand for the one above it.
    const isAlone = !mayBeTotal && !this.checks.isListed && (client > 0 || !this.columns.mayFill);
    return isAlone ? { group: first.group, client, month } : null;
  }

  /** Whether a row belongs to another table that began below this one; it is listed. */
  private isOfOther(cells: readonly Cell[], line: number, { kind }: RowAmounts): boolean {
    const found = kind === 'unreadable' ? (this.columns.headerRows?.find(cells) ?? null) : null;
    if (found !== null) {
      this.otherFrom = found === 'other' ? line : null;
    } else if (this.otherFrom !== null && kind !== 'blank') {
      this.misfit(line, billMessages.otherTable(this.otherFrom));
      return true;
    }
    return false;
  }

  readKnown({ known, rows, negative, positive, unscaled, scale }: KnownRows): void {
    this.countKnown(known, rows);
    this.noteSign(known.group, -1, negative);
    this.noteSign(known.group, 1, positive);
    addAmount(known.group.sum, unscaled, scale + this.bill.shift);
  }

  readKnownAmount(known: KnownRow, amount: AmountReading): void {
    this.countKnown(known, 1);
    this.noteSign(known.group, amount.unscaled, 1);
    addToGroup(known.group, amount, this.bill.shift);
    if (known.group.reads === 'both') {
      this.noteGrouped(amount);
    }
  }

  private countKnown({ group, month }: KnownRow, rows: number): void {
    this.bill.rows += rows;
    group.rows += rows;
    if (month > 0) {
      this.monthRows[month] = (this.monthRows[month] ?? 0) + rows;
    }
  }

  endBatch(lastLine: number, lastKnown: { readonly line: number; readonly posting: Posting } | null): void {
    this.bill.lastLine = lastLine;
    const { isOrdered } = this.columns;
    if (isOrdered && lastKnown !== null && lastKnown.line > (this.bill.edges.last?.line ?? 0)) {
      this.noteEdge(lastKnown.line, [lastKnown.posting]);
    }
  }

  noteClient(client: number): void {
    const { above, bill } = this;
    bill.repeatsClients ||= client > 0 && client === above.own;
    above.own = client;
    if (client > 0) {
      above.named = this.nameKinds[0](client) === 'none' ? 0 : client;
    }
  }

  /** @param own the amounts of a row that is none of totals; null of any other */
  private noteKept(cells: readonly Cell[], line: number, first: Posting, own: readonly Posting[] | null): void {
    const { columns, bill, ids } = this;
    columns.vendors?.note(cells);
    columns.split?.note(cells, first.group, first.isCredit, bill.shift);
    columns.tagKeys?.note(cells);
    if (own === null) {
      return;
    }
    columns.long?.note(cells, line, bill.months[ids.month] ?? NO_MONTH, own, bill.shift);
    if (columns.isEstimated?.(cells) === true) {
      this.estimated.add(ids.month);
    }
  }

  private noteEdge(line: number, postings: readonly Posting[]): void {
    const { edges } = this.bill;
    edges.first ??= { line, postings };
    edges.last ??= { line, postings };
    edges.last.line = line;
    edges.last.postings = postings;
  }

  private countWithoutAmount(
    cells: readonly Cell[],
    line: number,
    row: Exclude<RowAmounts, { kind: 'amounts' }>,
    rows: number,
  ): void {
    if (row.kind === 'blank' && this.columns.isBlank(cells)) {
      return;
    }
    this.bill.rows += rows;
    this.bill.unreadable += rows;
    const client = this.bill.clients.idOf(this.columns.roles.client.read(cells));
    if (this.nameKinds[0](client) !== 'total' && this.columns.totalLabel(cells) === '') {
      this.noteClient(client);
    }
    if (row.kind === 'blank') {
      const note = this.bill.unitNote ?? unitNoteIn(cells);
      if (note !== null) {
        this.bill.unitNote = note;
      }
    }
    const column = row.kind === 'blank' ? this.columns.roles.amount : row.column;
    this.checks.list(this.bill.problems, cells, line, 'amount', WITHOUT_AMOUNT[row.kind], column);
  }

  private noteAmountKind(cells: readonly Cell[], line: number, kind: AmountKind, amounts: readonly RowAmount[]): void {
    if (kind === 'point') {
      this.checks.list(this.bill.ifComma, cells, line, 'amount', billMessages.notWithComma);
    }
    if (kind === 'comma') {
      this.checks.list(this.bill.ifPoint, cells, line, 'amount', billMessages.notWithPoint);
    }
    if (kind === 'both') {
      for (const { amount } of amounts) {
        this.noteGrouped(amount);
      }
    }
  }

  private noteGrouped({ point, comma }: AmountReading): void {
    this.bill.grouped.points += (point ?? 0) > (comma ?? 0) ? 1 : 0;
    this.bill.grouped.commas += (comma ?? 0) > (point ?? 0) ? 1 : 0;
  }

  private noteSign({ reason }: RowGroup, unscaled: number | bigint, rows: number): void {
    if (reason === 'kept' && unscaled !== 0) {
      this.bill.signs[unscaled < 0 ? 'negative' : 'positive'] += rows;
    }
  }

  /** Which signs the amounts of credits and debits have: it tells whether credits are written with their sign. */
  private noteCredits(postings: readonly Posting[], rows: number): void {
    const { signs } = this.bill;
    const isPlain = this.columns.side === null && this.columns.credits.length === 0;
    if (isPlain && postings.every(({ isCredit }) => !isCredit)) {
      const [first] = postings;
      if (first !== undefined) {
        this.noteSign(first.group, first.amount.unscaled, rows);
      }
      return;
    }
    for (const { amount, isCredit, isOffered } of postings) {
      if (isOffered === true) {
        continue;
      }
      if (amount.unscaled < 0) {
        signs[isCredit ? 'negativeCredits' : 'negativeDebits'] += rows;
      } else if (amount.unscaled > 0 && isCredit) {
        signs.positiveCredits += rows;
      }
    }
  }

  /** What the names, the month and the currency of a row are, into `ids`: one object for all rows, for there are many. */
  private identify(cells: readonly Cell[], rows: number): void {
    const { columns, bill, ids } = this;
    ids.currency = this.currencyOf(columns.roles.currency.read(cells));
    ids.client = bill.clients.idOf(columns.roles.client.read(cells));
    ids.vendor = bill.vendors.idOf(columns.roles.vendor.read(cells));
    ids.service = bill.services.idOf(columns.roles.service.read(cells));
    // Every row's date counts as evidence of how dates are written, whether the row is kept or not.
    ids.month = this.monthOf(columns.roles.month.read(cells));
    if (ids.month > 0) {
      this.monthRows[ids.month] = (this.monthRows[ids.month] ?? 0) + rows;
    }
  }

  /** The groups that the amounts of a row belong to; its problem is listed, if that is why it is left out. */
  private postingsOf(
    cells: readonly Cell[],
    line: number,
    { amounts, reads }: Extract<RowAmounts, { kind: 'amounts' }>,
    isTotal: boolean,
  ): Posting[] {
    const { columns, bill } = this;
    const { vendor, service, month, currency: currencyId, usage } = this.ids;
    const isFilled = this.columns.mayFill && this.ids.client === 0 && this.above.named > 0 && !isTotal;
    const client = isFilled ? this.above.named : this.ids.client;
    const currency = bill.currencies[currencyId];
    const isAi = columns.isAi !== null && columns.isAi(cells);
    const side = columns.side === null || isTotal ? 'debit' : columns.side.side(cells);
    const leftOut = this.reasonToLeaveOut(cells, isAi, currency);
    const shown = columns.shown?.(cells) ?? [];
    const isSound =
      leftOut === null && this.checks.isSound(cells, line, { amounts, shown, currency, client, vendor, month, side });
    if (isSound && isFilled) {
      this.checks.list(bill.ifNotFilled, cells, line, 'client', billMessages.blankClient);
    }
    const isShown = side !== 'credit' && this.isShownAsCredit(amounts, shown);
    bill.signs.shownCredits += isShown && isSound && !isTotal ? 1 : 0;
    const postings: Posting[] = [];
    for (const { amount, isCredit, isOffered = false, reads: own = reads } of amounts) {
      const isTakenAway = isCredit || side === 'credit' || isShown;
      const traits =
        (isAi ? TRAITS.ai : 0) +
        (isTakenAway ? TRAITS.credit : 0) +
        (isTotal ? TRAITS.total : 0) +
        (isOffered ? TRAITS.offered : 0) +
        (isFilled ? TRAITS.filled : 0) +
        (amount.word === 'cr' ? TRAITS.cr : 0);
      const group = isSound
        ? this.groupOf(client, vendor, service, month, currencyId, 'kept', traits, own, usage)
        : this.groupOf(0, 0, service, 0, currencyId, leftOut ?? 'problem', traits, own);
      const quantities = isSound && postings.length === 0 ? this.usage?.kept : undefined;
      postings.push({ amount, isCredit: isTakenAway, isOffered, group, quantities });
    }
    return postings;
  }

  /** Whether the workbook shows an amount as a credit that is positive by what its cell holds. */
  private isShownAsCredit(amounts: readonly RowAmount[], shown: readonly ShownMark[]): boolean {
    const [only, another] = amounts;
    return (
      this.columns.credits.length === 0 &&
      only !== undefined &&
      another === undefined &&
      only.amount.unscaled > 0 &&
      shown.some(({ isCredit }) => isCredit)
    );
  }

  /** Nearly every row is told to be no row of totals by this, which makes nothing. */
  private mayBeTotal(cells: readonly Cell[]): boolean {
    const { client, vendor, service } = this.ids;
    const [clientKind, vendorKind, serviceKind] = this.nameKinds;
    return (
      this.columns.totalLabel(cells) !== '' ||
      isTotalKind(clientKind(client)) ||
      isTotalKind(vendorKind(vendor)) ||
      isTotalKind(serviceKind(service))
    );
  }

  /** What the row is as a row of totals; null if it is none. */
  private totalOf(
    cells: readonly Cell[],
    line: number,
    amounts: readonly RowAmount[],
  ): Omit<TotalCandidate, 'postings'> | null {
    const { client, vendor, service } = this.ids;
    const labelled = this.columns.totalLabel(cells);
    const names = [client, vendor, service];
    const kinds = names.map((id, at) => this.nameKinds[at]?.(id) ?? 'name');
    const named = kinds.indexOf('total');
    const mayBe = kinds.indexOf('of-total');
    const { clients, vendors, services, currencies } = this.bill;
    const nameAt = (at: number): string => [clients, vendors, services][at]?.textOf(names[at] ?? 0) ?? '';
    const isDeclared = this.atHand?.isTotals === true;
    const said = labelled !== '' ? labelled : nameAt(named >= 0 ? named : mayBe);
    const label = said === '' && isDeclared ? firstName([nameAt(0), nameAt(1), nameAt(2)]) : said;
    const { currency } = this.ids;
    const kind = currencies[currency]?.kind;
    const isCalledTotal = isDeclared || labelled !== '' || named >= 0;
    const isFull =
      !isDeclared &&
      client > 0 &&
      vendor > 0 &&
      this.ids.month > 0 &&
      kind === 'money' &&
      !(labelled !== '' && this.columns.labelsAreSure);
    const row = { line, amounts, isFull, label, isCalledTotal };
    const candidate = this.totals.candidate(row, currency, kind === 'blank');
    return isCalledTotal || this.totals.fitsAnyhow(amounts, candidate) ? candidate : null;
  }

  /** A row without a service that has the sum of the rows of its client above it; null for any other. */
  private subtotalOf(line: number, amounts: readonly RowAmount[]): Omit<TotalCandidate, 'postings'> | null {
    const above = this.subtotals?.above(this.ids) ?? null;
    if (above === null) {
      return null;
    }
    const since = above.sum;
    const candidate = {
      line,
      label: '',
      isFull: true,
      isCalledTotal: false,
      above: null,
      since,
      rowsSince: above.rows,
    };
    return this.totals.fitsAnyhow(amounts, candidate) ? candidate : null;
  }

  private reasonToLeaveOut(
    cells: readonly Cell[],
    isAi: boolean,
    currency: CurrencyReading | undefined,
  ): LeftOutReason | null {
    if (!this.columns.passesFilters(cells)) {
      return 'filtered';
    }
    if (this.mapping.onlyAi && !isAi) {
      return 'not-ai';
    }
    return currency?.kind === 'unit' ? 'not-money' : null;
  }
}

function problemLists(): Pick<BillRows, 'problems' | 'ifPoint' | 'ifComma' | 'ifNotFilled' | 'ifDates'> {
  return {
    problems: problemList(),
    ifPoint: problemList(),
    ifComma: problemList(),
    ifNotFilled: problemList(),
    ifDates: {
      'month-first': problemList(),
      'day-first': problemList(),
      'year-first': problemList(),
      serial: problemList(),
    },
  };
}

/** What a declared row of totals is called if nothing in it says so. */
const DECLARED = 'Totals row of the table';

function firstName(names: readonly string[]): string {
  return names.find((name) => name !== '') ?? DECLARED;
}

function totalTwinOf(group: RowGroup, groupOf: GroupOf): RowGroup {
  const { client, vendor, service, month, currency, reason, isAi, isCredit, isOffered, isFilled, isCr, reads, usage } =
    group;
  const traits =
    (isAi ? TRAITS.ai : 0) +
    (isCredit ? TRAITS.credit : 0) +
    (isOffered ? TRAITS.offered : 0) +
    (isFilled ? TRAITS.filled : 0) +
    (isCr ? TRAITS.cr : 0) +
    TRAITS.total;
  return groupOf(client, vendor, service, month, currency, reason, traits, reads, usage);
}

function unitNoteIn(cells: readonly Cell[]): SaidUnit | null {
  for (const cell of cells) {
    const unit = typeof cell === 'string' ? unitInLine(cell) : null;
    if (unit !== null) {
      return { unit, text: nameText(cell) };
    }
  }
  return null;
}

const WITHOUT_AMOUNT = {
  blank: billMessages.blankAmount,
  unreadable: billMessages.noAmount,
  beyond: billMessages.beyondAmount,
} as const;

function isTotalKind(kind: NameKind): boolean {
  return kind === 'total' || kind === 'of-total';
}

/** What the name with an id is, found out once. */
function nameKinds(texts: TextIds): (id: number) => NameKind {
  const known: NameKind[] = [];
  return (id) => (known[id] ??= nameKind(texts.textOf(id)));
}
