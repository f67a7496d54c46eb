import { addToSigned, signedSum, type SignedSum } from './signed-sum';
import type { Posting } from './total-rows';

/** Rows of one client and currency that follow each other, and what they add up to. */
interface Run {
  readonly client: number;
  readonly currency: number;
  readonly sum: SignedSum;
  rows: number;
  /** Whether one of them names a service. */
  hasService: boolean;
}

/** What tells a row from its neighbours here. */
export interface RowNames {
  readonly client: number;
  readonly currency: number;
  /** 0: it names none. */
  readonly service: number;
}

/** A row without a service above rows of its client that have one, and what these add up to. */
export interface HeadRow {
  readonly line: number;
  readonly postings: readonly Posting[];
  readonly below: SignedSum;
  rows: number;
}

/** Heads that are kept, at most: each has its sums. */
const MOST_HEADS = 10_000;

/** Adds up the rows of each client, to find those without a service that may state the sum of what stands above them, or below. */
export class Subtotals {
  /** Rows that stand above at least two others of their client. */
  readonly heads: HeadRow[] = [];
  private run: Run | null = null;
  /** The last row without a service, if none of another client came since; and as a head, once one with a service came. */
  private last: Pick<HeadRow, 'line' | 'postings'> | null = null;
  private head: HeadRow | null = null;

  constructor(private readonly shift: number) {}

  /** What the rows above add up to, if the row lacks a service as a subtotal of them does; null if it cannot be one. */
  above({ client, currency, service }: RowNames): Pick<Run, 'sum' | 'rows'> | null {
    const { run } = this;
    const mayBe =
      run !== null &&
      service === 0 &&
      run.rows > 1 &&
      run.hasService &&
      run.client === client &&
      run.currency === currency;
    return mayBe ? run : null;
  }

  /** A row that is no total. */
  note({ client, currency, service }: RowNames, line: number, postings: readonly Posting[]): void {
    const isNext = this.run?.client === client && this.run.currency === currency;
    if (!isNext || this.run === null) {
      this.run = { client, currency, sum: signedSum(), rows: 0, hasService: false };
    }
    if (service === 0) {
      this.last = { line, postings };
      this.head = null;
    } else if (isNext && this.last !== null && this.heads.length < MOST_HEADS) {
      this.head ??= { ...this.last, below: signedSum(), rows: 0 };
      this.noteBelow(this.head, postings);
    } else {
      this.last = null;
      this.head = null;
    }
    this.run.rows += 1;
    this.run.hasService ||= service > 0;
    this.addTo(this.run.sum, postings);
  }

  /** After a row of totals others begin. */
  end(): void {
    this.run = null;
    this.last = null;
    this.head = null;
  }

  private noteBelow(head: HeadRow, postings: readonly Posting[]): void {
    this.addTo(head.below, postings);
    head.rows += 1;
    // One row with the same amount is a price with its only part, or just the same.
    if (head.rows === 2) {
      this.heads.push(head);
    }
  }

  private addTo(sum: SignedSum, postings: readonly Posting[]): void {
    for (const { amount, isCredit, isOffered } of postings) {
      if (isOffered !== true) {
        addToSigned(sum, amount, isCredit, this.shift);
      }
    }
  }
}
