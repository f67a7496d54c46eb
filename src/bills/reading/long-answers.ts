import type { BilledSum } from '../../domain/ledger/rows-to-load';

/*
 * A message is read by whoever gets it in one go: 100,000 sums hold the pane for longer than anyone should notice. So the sums of an answer
 * come in several messages, and the answer itself without them.
 */

/** So many sums at a time. */
const SUMS = 5_000;

/** A summary, or an answer with one in it. */
type Summed =
  { readonly groups: readonly BilledSum[] } | { readonly summary: { readonly groups: readonly BilledSum[] } };

function isSummed(answer: unknown): answer is Summed {
  return typeof answer === 'object' && answer !== null && ('groups' in answer || 'summary' in answer);
}

function withSums(answer: Summed, groups: readonly BilledSum[]): Summed {
  return 'groups' in answer ? { ...answer, groups } : { ...answer, summary: { ...answer.summary, groups } };
}

/** An answer without its sums, and these, some at a time; an answer without sums as it is. */
export function takenApart(answer: unknown): { readonly answer: unknown; readonly sums: readonly BilledSum[][] } {
  if (!isSummed(answer)) {
    return { answer, sums: [] };
  }
  const { groups } = 'groups' in answer ? answer : answer.summary;
  const sums: BilledSum[][] = [];
  for (let first = 0; first < groups.length; first += SUMS) {
    sums.push(groups.slice(first, first + SUMS));
  }
  return { answer: withSums(answer, []), sums };
}

/** The answer that was taken apart. */
export function putTogether(answer: unknown, sums: readonly (readonly BilledSum[])[]): unknown {
  return isSummed(answer) ? withSums(answer, sums.flat()) : answer;
}
