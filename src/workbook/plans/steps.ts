import type { Steps } from '../../domain/ledger/steps';

/** What becomes of each item, a step for each. */
export function* mapped<T, R>(items: Iterable<T>, of: (item: T) => R): Steps<R[]> {
  const made: R[] = [];
  for (const item of items) {
    yield;
    made.push(of(item));
  }
  return made;
}
