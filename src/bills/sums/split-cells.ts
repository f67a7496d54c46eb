import type { Cell } from '../../formats/file/text-table';
import { columnKey } from '../mapping/column-names';
import { NAMES } from '../mapping/known-names';
import type { CellsChoice } from '../mapping/mapping';
import { isNoAmountName } from '../mapping/number-names';
import { readAmount } from '../values/amount-text';
import { detached, isBlankCell, nameText } from '../values/cell-text';
import type { BillDecisions } from './decisions';
import { addSum, type ExactSum } from './exact-sum';
import type { RowGroup } from './row-groups';
import { addToSigned, decidedSum, negated, signedSum, type SignedSum } from './signed-sum';

/** An amount in two cells, `1` and `50` for 1,50, as an example. */
export interface SplitExample {
  readonly columns: readonly [amount: string, next: string];
  readonly cells: readonly [amount: string, next: string];
}

/** What the amounts of a group come to as they stand in the file, and with the cells behind them. */
interface TwoSums {
  readonly apart: SignedSum;
  readonly joined: SignedSum;
}

/**
 * Whether the comma within amounts without quotes has divided them, in a file that sets its cells apart by commas: `1,50` is `1` and `50`
 * then, in two columns. How many cells a row has does not tell, for blank ones at its end may be there or not; what tells is that the column
 * behind the amounts holds nothing else, and by its name should not.
 */
export class SplitCells {
  private readonly sums = new Map<RowGroup, TwoSums>();
  private readonly name: ColumnName;
  /** Whether a cell behind a whole amount looks like its cents, and is no other number that the column may hold. */
  private areCents = false;
  /** Amounts with decimals of their own, or other cells behind the amounts: then none of them are cents. */
  private areOthers = false;
  private firstCents: SplitExample | null = null;
  private firstThousands: SplitExample | null = null;

  /** @param answer what was answered; not yet: undefined */
  constructor(
    private readonly columns: SplitExample['columns'],
    private readonly places: readonly [amount: number, next: number],
    private readonly answer: CellsChoice | undefined,
  ) {
    this.name = nameOf(columns[1]);
  }

  /** A row with an amount, which its group counts. */
  note(cells: readonly Cell[], group: RowGroup, isCredit: boolean, shift: number): void {
    if (this.areOthers && this.name !== 'text') {
      return;
    }
    const pair = this.pairIn(cells);
    if (pair === null) {
      this.areOthers ||=
        !isBlankCell(cells[this.places[1]] ?? '') || !WHOLE.test(nameText(cells[this.places[0]] ?? ''));
      return;
    }
    const { amount, next, kind } = pair;
    const apart = readAmount(amount);
    const joined = readAmount(`${amount},${next}`);
    if (apart === null || apart === 'blank' || joined === null || joined === 'blank') {
      return;
    }
    const example: SplitExample = { columns: this.columns, cells: [detached(amount), detached(next)] };
    if (kind === 'cents') {
      this.firstCents ??= example;
      this.areCents ||= this.name === 'text' || (this.name === 'number' ? next.startsWith('0') : next.startsWith('00'));
    } else {
      this.firstThousands ??= example;
    }
    const sums = this.sums.get(group) ?? { apart: signedSum(), joined: signedSum() };
    this.sums.set(group, sums);
    addToSigned(sums.apart, apart, isCredit, shift);
    addToSigned(sums.joined, joined, isCredit, shift);
  }

  /** The amount of a row with the cell behind it, if they may be one; null if not. */
  joined(cells: readonly Cell[]): string | null {
    const pair = this.pairIn(cells);
    return pair === null ? null : `${pair.amount},${pair.next}`;
  }

  /** An amount that a comma may have divided, if the file gives reason to ask. */
  get found(): SplitExample | null {
    const cents = this.areCents && !this.areOthers ? this.firstCents : null;
    return cents ?? (this.name === 'text' ? this.firstThousands : null);
  }

  /** What an answer adds to the sum of a group, which was read by the answer that was given, or as it stands in the file. */
  changeBy(answer: CellsChoice, group: RowGroup, decisions: BillDecisions): ExactSum {
    const held = this.answer ?? 'apart';
    const sums = this.sums.get(group);
    const sum: ExactSum = [];
    if (sums !== undefined && answer !== held) {
      const [before, after] = held === 'apart' ? [sums.apart, sums.joined] : [sums.joined, sums.apart];
      addSum(sum, negated(decidedSum(before, decisions)));
      addSum(sum, decidedSum(after, decisions));
    }
    return sum;
  }

  private pairIn(cells: readonly Cell[]): { amount: string; next: string; kind: 'cents' | 'thousands' } | null {
    const behind = cells[this.places[1]] ?? '';
    const first = typeof behind === 'string' ? behind.charCodeAt(0) : NaN;
    // Blanks and quotes may stand before the digit.
    if (!(first <= DIGIT_9)) {
      return null;
    }
    const amount = nameText(cells[this.places[0]] ?? '');
    const next = nameText(behind);
    const kind = CENTS.test(next) && WHOLE.test(amount) ? 'cents' : null;
    return kind === null && !(REST.test(next) && LEADING.test(amount))
      ? null
      : { amount, next, kind: kind ?? 'thousands' };
  }
}

const DIGIT_9 = 57;

/** `1`, `-1`, `€ 1.234`. */
const WHOLE = /^\D{0,4}(?:\d{1,3}(?:\.\d{3})+|\d+)$/;
/** `50`, `50-`, `50 €`. */
const CENTS = /^\d\d(?: ?[^\d\s%.,]{1,3})?$/;
/** Of `1,234.50`. */
const LEADING = /^\D{0,4}\d{1,3}$/;
const REST = /^\d{3}\.\d\d(?: ?[^\d\s%.,]{1,3})?$/;

/** Whether a column is by its name one of texts, none at all among them, or of numbers that are no amounts, or of anything. */
type ColumnName = 'text' | 'number' | 'any';

const TEXTS: ReadonlySet<string> = new Set(['', ...NAMES.note, ...NAMES.currency, ...NAMES.client, ...NAMES.vendor]);

function nameOf(column: string): ColumnName {
  return TEXTS.has(columnKey(column)) ? 'text' : isNoAmountName(column) ? 'number' : 'any';
}
