import type { Cell } from '../../formats/file/text-table';
import { billMessages } from '../messages';
import { addAmount, exactText, type ExactSum } from '../sums/exact-sum';
import { readAmount, type AmountReading } from '../values/amount-text';

/** Cells that were rounded by themselves add up to something beside their total, by less than half a cent. */
const ROUNDING = 0.005;

/** Rows whose total is not what stands beside it. */
interface Faults {
  rows: number;
  line: number;
  says: string;
  addsUpTo: string;
}

/** Holds a column that adds up the amounts beside it against them, row by row, with a decimal point and with a comma. */
export class TotalsBeside {
  private readonly faults: Record<'point' | 'comma', Faults> = { point: noFaults(), comma: noFaults() };

  /**
   * @param column the name of the column of totals
   * @param place where it stands among the columns of totals
   */
  constructor(
    private readonly column: string,
    readonly place: number,
  ) {}

  /**
   * @param amounts the cells that the total should add up, of which blank ones are nothing
   * @param total a row without one, or with one that is no amount, says nothing
   */
  note(amounts: readonly Cell[], total: Cell, line: number): void {
    const stated = readAmount(total);
    if (stated === null || stated === 'blank') {
      return;
    }
    const parts: AmountReading[] = [];
    for (const cell of amounts) {
      const amount = readAmount(cell);
      if (amount === null) {
        return;
      }
      if (amount !== 'blank') {
        parts.push(amount);
      }
    }
    for (const numbers of ['point', 'comma'] as const) {
      this.compare(numbers, parts, stated, line);
    }
  }

  /** What to know of the rows in which they differ; none if none does. */
  notices(numbers: 'point' | 'comma'): string[] {
    const { rows, line, says, addsUpTo } = this.faults[numbers];
    return rows === 0 ? [] : [billMessages.totalsBeside({ column: this.column, rows, line, says, addsUpTo })];
  }

  private compare(numbers: 'point' | 'comma', parts: readonly AmountReading[], stated: AmountReading, line: number) {
    const own: ExactSum = [];
    const difference: ExactSum = [];
    for (const { unscaled, [numbers]: scale } of parts) {
      if (scale === null) {
        return;
      }
      addAmount(own, unscaled, scale);
      addAmount(difference, unscaled, scale);
    }
    const { unscaled, [numbers]: scale } = stated;
    if (scale === null) {
      return;
    }
    addAmount(difference, -unscaled, scale);
    if (Math.abs(Number(exactText(difference))) < ROUNDING) {
      return;
    }
    const faults = this.faults[numbers];
    faults.rows += 1;
    if (faults.rows === 1) {
      const says: ExactSum = [];
      addAmount(says, unscaled, scale);
      Object.assign(faults, { line, says: exactText(says), addsUpTo: exactText(own) });
    }
  }
}

function noFaults(): Faults {
  return { rows: 0, line: 0, says: '', addsUpTo: '' };
}
