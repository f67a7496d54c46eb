import type { Cell } from '../../formats/file/text-table';
import { detached } from '../values/cell-text';
import { isIndian } from '../values/number-words';
import type { RowAmount } from './row-amounts';

/** Longer cells are no example. */
const LONGEST = 40;

/** An amount with a word that says what it is counted in. */
interface WordExample {
  readonly cell: string;
  readonly amount: RowAmount['amount'];
}

/** What stands beside the amounts of a bill: words that say what they are counted in, and sides of the ledger. */
export class AmountWords {
  /** Rows with `Cr` and with `Dr` behind an amount, and with lakhs or crores in words. */
  cr = 0;
  dr = 0;
  indian = 0;
  /** Rows with any word that says what they are counted in, and the first of them. */
  counted = 0;
  first: WordExample | null = null;

  /** @param cell where the amount stands, as an example */
  note(amounts: readonly RowAmount[], cell: Cell, rows: number): void {
    for (const { amount } of amounts) {
      const { word } = amount;
      if (word === 'cr' || word === 'dr') {
        this[word] += rows;
      } else if (word !== undefined) {
        this.counted += rows;
        this.indian += isIndian(word) ? rows : 0;
        this.first ??= { cell: detached(String(cell).slice(0, LONGEST)), amount };
      }
    }
  }
}
