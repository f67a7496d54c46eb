import type { JSX } from 'preact';
import type { BudgetUse } from '../contract/snapshot';
import { Icon } from './icon';

/** How much of a budget is used: a bar with the figure, or why it cannot be told. */
export function UsedBudget({ budget: { used, text } }: { budget: BudgetUse }): JSX.Element {
  return (
    <span class="client-budget">
      {used === null ? (
        <Icon name="warning" />
      ) : (
        // A bar has no more than its length, and no less than nothing.
        <progress class="progress" aria-hidden="true" value={Math.min(Math.max(used, 0), 1)} max={1} />
      )}
      <span>{used === null ? text : `Used: ${text}`}</span>
    </span>
  );
}
