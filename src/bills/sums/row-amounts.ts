import type { Cell } from '../../formats/file/text-table';
import { readCredits } from '../values/credit-list';
import { readAmount, type AmountReading } from '../values/amount-text';
import type { BillColumns } from './bill-columns';
import type { RoleReader } from './role-reader';
import { amountKind, type AmountKind } from './row-groups';

/** An amount of a row, to be added or, if it is a credit, taken away. */
export interface RowAmount {
  readonly amount: AmountReading;
  readonly isCredit: boolean;
  /** A credit with its sign beside the amount: whether it counts is asked for the whole file. */
  readonly isOffered?: boolean;
  /** How it is read if that is its own matter; else as the amounts of the row are. */
  readonly reads?: AmountKind;
}

/** What a row is worth: mostly one amount, or a debit and a credit; or the column that has no amount, or nothing at all. */
export type RowAmounts =
  | { readonly kind: 'amounts'; readonly amounts: readonly RowAmount[]; readonly reads: AmountKind }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' | 'beyond'; readonly column: RoleReader };

/** What no cell of a workbook can hold, and no sum of twenty million such amounts, is no amount: 1 with so many zeros. */
const LARGEST_POWER = 300;

const BLANK: RowAmounts = { kind: 'blank' };

/** Reads the amount of a row and, if there are such columns, its credits. Nothing beside a credit, such as 0.00, says nothing. */
export function readRowAmounts(columns: BillColumns, cells: readonly Cell[]): RowAmounts {
  const { roles, credits, offered } = columns;
  const debit = readAmount(roles.amount.read(cells));
  if (debit === null) {
    return { kind: 'unreadable', column: roles.amount };
  }
  if (debit !== 'blank' && isBeyond(debit)) {
    return { kind: 'beyond', column: roles.amount };
  }
  if (credits.length + offered.length === 0) {
    return debit === 'blank'
      ? BLANK
      : { kind: 'amounts', amounts: [{ amount: debit, isCredit: false }], reads: amountKind(debit) };
  }
  const amounts: RowAmount[] = debit === 'blank' ? [] : [{ amount: debit, isCredit: false }];
  const taken = creditsIn(credits, cells);
  if (!Array.isArray(taken)) {
    return taken;
  }
  amounts.push(...taken.map((amount) => ({ amount, isCredit: true })));
  const telling = amounts.length > 1 ? amounts.filter(({ amount }) => isTelling(amount)) : amounts;
  const counted = telling.length > 0 ? [...telling] : amounts.slice(0, 1);
  if (counted.length === 0) {
    return BLANK;
  }
  const reads = commonKind(counted.map(({ amount }) => amountKind(amount)));
  return reads === null
    ? { kind: 'unreadable', column: credits[0] ?? roles.amount }
    : withOffered({ kind: 'amounts', amounts: counted, reads }, columns, cells);
}

/**
 * Adds the credits of which it is asked whether they count: they have their sign, and stand behind the amount itself, which alone counts
 * the row. Only if they are netted does a row need them.
 */
function withOffered(
  row: Extract<RowAmounts, { kind: 'amounts' }>,
  { offered, netting }: BillColumns,
  cells: readonly Cell[],
): RowAmounts {
  const [first] = offered;
  if (first === undefined) {
    return row;
  }
  const found = creditsIn(offered, cells);
  if (!Array.isArray(found)) {
    return netting === 'net' ? found : row;
  }
  const beside = found.filter(isTelling);
  const kinds = beside.map(amountKind);
  const reads = netting === 'leave-out' ? row.reads : commonKind([row.reads, ...kinds]);
  if (reads === null) {
    return netting === 'net' ? { kind: 'unreadable', column: first } : row;
  }
  const amounts = beside.map((amount, at): RowAmount => {
    const own = netting === 'leave-out' ? kinds[at] : undefined;
    return { amount, isCredit: false, isOffered: true, ...(own === undefined ? {} : { reads: own }) };
  });
  return { kind: 'amounts', amounts: [...row.amounts, ...amounts], reads };
}

function isTelling({ unscaled }: AmountReading): boolean {
  return Number(unscaled) !== 0;
}

/** The credits in these columns of a row, or what stands in the way. */
function creditsIn(
  columns: readonly RoleReader[],
  cells: readonly Cell[],
): AmountReading[] | Extract<RowAmounts, { column: RoleReader }> {
  const found: AmountReading[] = [];
  for (const column of columns) {
    const credits = readCredits(column.read(cells));
    if (credits === null) {
      return { kind: 'unreadable', column };
    }
    if (credits.some(isBeyond)) {
      return { kind: 'beyond', column };
    }
    found.push(...credits);
  }
  return found;
}

/** With which separators all amounts of a row can be read; null if one needs the point and another the comma. */
function commonKind(kinds: readonly AmountKind[]): AmountKind | null {
  const needed = new Set(kinds);
  const needsPoint = needed.has('point') || needed.has('own-point');
  const needsComma = needed.has('comma') || needed.has('own-comma');
  if (needsPoint && needsComma) {
    return null;
  }
  return (['point', 'comma', 'own-point', 'own-comma', 'both'] as const).find((kind) => needed.has(kind)) ?? 'same';
}

/** Whether no cell of a workbook can hold an amount. */
export function isBeyond({ unscaled, point, comma }: AmountReading): boolean {
  const scale = Math.min(point ?? comma ?? 0, comma ?? point ?? 0);
  return (scale < 0 || typeof unscaled === 'bigint') && String(unscaled).length - scale > LARGEST_POWER;
}
