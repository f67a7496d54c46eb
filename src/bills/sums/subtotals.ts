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

/** Adds up the rows of each client, to find those without a service that may state the sum of what stands above them. */
export class Subtotals {
  private run: Run | null = null;

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
  note({ client, currency, service }: RowNames, postings: readonly Posting[]): void {
    if (this.run?.client !== client || this.run.currency !== currency) {
      this.run = { client, currency, sum: signedSum(), rows: 0, hasService: false };
    }
    this.run.rows += 1;
    this.run.hasService ||= service > 0;
    for (const { amount, isCredit, isOffered } of postings) {
      if (isOffered !== true) {
        addToSigned(this.run.sum, amount, isCredit, this.shift);
      }
    }
  }

  /** After a row of totals others begin. */
  end(): void {
    this.run = null;
  }
}
