import type { Cell } from '../../../formats/file/text-table';
import { readAmount } from '../../values/amount-text';
import { readCredits } from '../../values/credit-list';
import { nameText } from '../../values/cell-text';
import type { Columns } from '../../mapping/column-names';
import { NAMES } from '../../mapping/known-names';
import { numberIn } from '../../mapping/unit-prices';
import { areFlows, arePostingKeys, isOfPartner, isSign, readSide, saysCredit } from '../../values/side-text';
import { isNoSpend, isPaymentText } from '../../values/no-spend';
import { isYes } from '../../values/yes';
import type { Recognition } from '../../mapping/mapping';
import { cellsOf, noSpendColumn, type SampleRows } from '../bill-format';
import { isAmount, isYesOrNo } from './column-tests';
import { pricesWithout } from './amounts';

/**
 * Columns of credits or discounts beside the amounts that are never positive: those that count what was used are. What the amounts are
 * without already is none.
 */
export function negativeCredits(table: Columns, sample: SampleRows, amounts: readonly string[]): string[] {
  const isTakenOff = (column: string) =>
    [...pricesWithout(table, sample, [column]).values()].includes(amounts[0] ?? '');
  return table.all(...NAMES.credit, ...NAMES.discount).filter((column) => {
    if (isTakenOff(column)) {
      return false;
    }
    const credits = cellsOf(table, sample, column).map(readCredits);
    const readings = credits.flatMap((found) => found ?? []);
    const areRead = credits.every((found) => found !== null) && readings.length > 0;
    return areRead && !amounts.includes(column) && readings.every(({ unscaled }) => unscaled <= 0);
  });
}

/**
 * Columns of credits, discounts or refunds of which some are positive: whether they are taken away from the amounts, or were already, the
 * file does not say. One that has more than the amount in its row counts something else.
 */
export function keptOff(
  table: Columns,
  sample: SampleRows,
  [amount]: readonly string[],
): Recognition['keptOff'] | null {
  const amounts = cellsOf(table, sample, amount ?? null).map(numberIn);
  const isBeside = (column: string): boolean => {
    const cells = cellsOf(table, sample, column);
    const isWithin = (cell: Cell, row: number): boolean => {
      const off = numberIn(cell) ?? 0;
      return isAmount(cell) && off >= 0 && off <= (amounts[row] ?? 0);
    };
    const isNetted = () => [...pricesWithout(table, sample, [column]).values()].includes(amount ?? '');
    return cells.every(isWithin) && cells.some((cell) => (numberIn(cell) ?? 0) > 0) && !isNetted();
  };
  const column = table
    .all(...NAMES.credit, ...NAMES.discount, ...NAMES.takenOff)
    .find((one) => one !== amount && isBeside(one));
  const value = cellsOf(table, sample, column ?? null).find((cell) => (numberIn(cell) ?? 0) > 0);
  return amount === undefined || column === undefined || value === undefined
    ? null
    : { column, amount, value: nameText(value) };
}

/** A kind of row that is called a refund, or the like, or a column that says yes to it, and has a positive amount. */
export function refunds(
  table: Columns,
  sample: SampleRows,
  [amount]: readonly string[],
): Pick<Recognition, 'refundColumn'> {
  const amounts = cellsOf(table, sample, amount ?? null).map(readAmount);
  const kinds = table
    .all(...NAMES.kind, ...NAMES.flow)
    .filter((column) => !areFlowsOfTokens(table, sample, column))
    .map((column) => ({ column, says: (cell: Cell) => saysCredit(cell, column) }));
  const flags = table.all(...NAMES.isCredit).filter((column) => cellsOf(table, sample, column).every(isFlag));
  for (const { column, says } of [...kinds, ...flags.map((column) => ({ column, says: isYes }))]) {
    const cell = cellsOf(table, sample, column).find((each, at) => {
      const reading = amounts[at] ?? null;
      return says(each) && reading !== null && reading !== 'blank' && reading.unscaled > 0;
    });
    if (cell !== undefined) {
      return { refundColumn: { column, word: nameText(cell) } };
    }
  }
  return {};
}

/** A column whose kinds or states are no spend, one of texts that say what was paid, or of postings to the accounts of suppliers beside those to the ledger. */
export function noSpendIn(table: Columns, sample: SampleRows): Recognition['noSpendColumn'] {
  const bothSides = table.header.filter((column) => {
    const cells = cellsOf(table, sample, column);
    return arePostingKeys(column, cells) && !isOfOneAccount(column, cells);
  });
  return (
    noSpendColumn(table, sample, bothSides, isOfPartner) ??
    noSpendColumn(table, sample, table.all(...NAMES.kind, ...NAMES.state), isNoSpend) ??
    noSpendColumn(table, sample, table.all(...NAMES.service), isPaymentText)
  );
}

/** Whether a column says In and Out of tokens, for there is one of them. */
function areFlowsOfTokens(table: Columns, sample: SampleRows, column: string): boolean {
  return table.find(...NAMES.tokens) !== null && areFlows(cellsOf(table, sample, column));
}

function isFlag(cell: Cell): boolean {
  return nameText(cell) === '' || isYesOrNo(cell);
}

/** Posting keys of the ledger alone, or of suppliers alone: of both, each posting has its two sides. */
function isOfOneAccount(column: string, cells: readonly Cell[]): boolean {
  const keys = cells.filter((cell) => nameText(cell) !== '');
  return arePostingKeys(column, keys) && new Set(keys.map(isOfPartner)).size === 1;
}

/**
 * The column that says of each row whether it is a debit or a credit: one so called, or a type of which most words are of one side or
 * the other and one is a credit; else any with words of both and no others.
 */
export function sideColumn(
  table: Columns,
  sample: SampleRows,
  amounts: readonly string[],
  signColumns: readonly string[],
): string | null {
  const sides = (column: string) =>
    cellsOf(table, sample, column)
      .map((cell) => readSide(cell, column, signColumns.includes(column)))
      .filter((side) => side !== 'blank');
  const areAlike = (column: string) =>
    new Set(cellsOf(table, sample, column).map((cell) => /^[\p{L}.]/u.test(nameText(cell)))).size === 1;
  const mayBeTokens = (column: string) => areFlows(cellsOf(table, sample, column));
  const known = (column: string) => sides(column).filter((side) => side !== null);
  const mostSay = (column: string) =>
    !amounts.includes(column) && known(column).length > 0 && known(column).length * 2 >= sides(column).length;
  return (
    table.all(...NAMES.side).find((column) => mostSay(column) && !areFlowsOfTokens(table, sample, column)) ??
    table.header.find((column) => isOfOneAccount(column, cellsOf(table, sample, column))) ??
    table
      .all(...NAMES.kind)
      .find((column) => mostSay(column) && known(column).includes('credit') && !mayBeTokens(column)) ??
    table.header.find(
      (column) =>
        !arePostingKeys(column, cellsOf(table, sample, column)) &&
        !mayBeTokens(column) &&
        new Set(sides(column)).size === 2 &&
        new Set(known(column)).size === 2 &&
        areAlike(column),
    ) ??
    null
  );
}

/**
 * Whether a column has signs and nothing else: a minus alone is one only if the column is called so, for a dash mostly stands for nothing,
 * and so are 1 and -1, for they may be quantities.
 */
export function holdsSigns(table: Columns, sample: SampleRows, column: string): boolean {
  const cells = cellsOf(table, sample, column).map(nameText).filter(Boolean);
  const isCalledSo = table.all(...NAMES.side).includes(column);
  const areSigns = cells.length > 0 && cells.every((cell) => isSign(cell) && (isCalledSo || !/1$/.test(cell)));
  return areSigns && (cells.includes('+') || isCalledSo);
}
