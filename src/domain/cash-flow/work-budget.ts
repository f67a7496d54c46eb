import type { Problem } from '../messages/problem';

/** What an operation on big integers costs before their length counts, in multiplications of 64-bit words. */
export const BIG_INTEGER_OPERATION = 40;

/**
 * Bounds the work of a computation whose length cannot be foreseen. Work is counted in multiplications of 64-bit words, not
 * measured by a clock, so that the same question gets the same answer on every machine.
 *
 * @example new WorkBudget(4e8, () => new Problem('#NUM!', 'Too long.')): a second or two
 * @example budget.spend(100 * coefficients.length) before a pass over the coefficients
 */
export class WorkBudget {
  private spent = 0;

  /** `exceeded` makes the problem that the limit is reached. */
  constructor(
    private readonly limit: number,
    private readonly exceeded: () => Problem,
  ) {}

  /** Counts work that is about to be done; throws if it would exceed the limit. */
  spend(work: number): void {
    this.spent += work;
    if (this.spent > this.limit) {
      throw this.exceeded();
    }
  }
}
