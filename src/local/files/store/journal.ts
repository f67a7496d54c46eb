/**
 * Writes down each change when it is made, so that a browser that is killed loses no more than what was made a moment before.
 */

/** A change with more values than this is not written down: the whole workbook is saved soon, and costs not much more. */
const MOST_VALUES = 5_000;

/** Where entries go. */
export interface JournalStore<Change> {
  note(number: number, changes: readonly Change[]): Promise<void>;
}

/**
 * The journal of one workbook. Entries have numbers without a gap; a change that is not written down leaves one, behind which
 * nothing is made again.
 */
export class Journal<Change> {
  private batch: Change[] = [];
  private isDue = false;
  private passedOver = false;

  /**
   * @param number of the last entry there is
   * @param beside gives what has changed beside the changes that were noted
   */
  constructor(
    private readonly store: JournalStore<Change>,
    private number: number,
    private readonly beside: () => readonly Change[],
  ) {}

  /** Whether all that was changed since the last save is written down. */
  get isWhole(): boolean {
    return !this.passedOver;
  }

  /** Whether a change is small enough to be written down; else it is passed over. */
  takes(change: object): boolean {
    const isSmall = valuesIn(change, MOST_VALUES) <= MOST_VALUES;
    if (!isSmall) {
      this.close();
      this.number += 1;
      this.passedOver = true;
    }
    return isSmall;
  }

  /** Writes a change down, together with what else changes in this task. */
  note(change: Change): void {
    this.batch.push(change);
    this.look();
  }

  /** Something may have changed beside the changes that are noted. */
  look(): void {
    if (!this.isDue) {
      this.isDue = true;
      queueMicrotask(() => this.close());
    }
  }

  /** The whole workbook is being saved, and what was passed over with it. */
  wholeSaved(): void {
    this.passedOver = false;
  }

  /** Writes down what there is. Gives the number of the last entry: what is saved now contains all up to it. */
  close(): number {
    this.isDue = false;
    const changes = [...this.batch.splice(0), ...this.beside()];
    if (changes.length > 0) {
      this.number += 1;
      void this.store.note(this.number, changes);
    }
    return this.number;
  }
}

/** How many values an object contains at any depth; if there are more than a limit, some number above it. */
function valuesIn(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) {
    return 1;
  }
  let count = 1;
  for (const part of Object.values(value)) {
    count += valuesIn(part, limit - count);
    if (count > limit) {
      break;
    }
  }
  return count;
}
