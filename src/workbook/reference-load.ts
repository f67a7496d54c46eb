import type { TableName } from '../domain/ledger/tables';
import { runAsOneUndoStep, runWhenNotEditing } from './excel-run';
import { planRefresh, type ReferenceTable, type RefreshPlan } from './refresh-plan';
import { readTable, type ReadTable } from './table-reader';
import { createTable, refreshTable, type Restore } from './table-writer';

/** What a load did, in rows. */
export interface LoadOutcome {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly kept: number;
  /** The tables that were created or changed. */
  readonly tables: readonly TableName[];
}

/** Hears how far a load is, in rows. It starts anew where it had to wait for the user to finish editing a cell. */
export interface LoadProgress {
  readonly waiting: () => void;
  readonly reading: () => void;
  readonly writing: (done: number, total: number) => void;
}

/** One table's part of a load: to be created, or to be refreshed by a plan. */
type Step =
  | { readonly kind: 'create'; readonly reference: ReferenceTable }
  | { readonly kind: 'refresh'; readonly existing: ReadTable; readonly plan: RefreshPlan };

/**
 * Creates the tables, or refreshes those that are there: rows that came from the reference data are replaced, the
 * user's own are kept. All is read and planned before anything is written; if a write fails, what was written is
 * taken back and the failure is passed on.
 *
 * @throws Problem where a table that is there cannot be refreshed; the host's error where it refuses to write
 */
export async function loadReference(references: readonly ReferenceTable[], progress: LoadProgress): Promise<LoadOutcome> {
  return runAsOneUndoStep(async (context) => {
    progress.reading();
    const steps: Step[] = [];
    for (const reference of references) steps.push(await planStep(context, reference));
    const restores: Restore[] = [];
    const total = steps.reduce((rows, step) => rows + rowsOf(step), 0);
    let done = 0;
    progress.writing(done, total);
    try {
      for (const step of steps) {
        await carryOut(context, step, restores);
        done += rowsOf(step);
        progress.writing(done, total);
      }
    } catch (failure) {
      await takeBack(restores);
      throw failure;
    }
    return outcomeOf(steps);
  }, progress.waiting);
}

function rowsOf(step: Step): number {
  if (step.kind === 'create') return step.reference.rows.length;
  return step.plan.added.length + step.plan.replaced.length + step.plan.removed.length;
}

async function planStep(context: Excel.RequestContext, reference: ReferenceTable): Promise<Step> {
  const existing = await readTable(context, reference.name);
  if (existing === null) return { kind: 'create', reference };
  return { kind: 'refresh', existing, plan: planRefresh(existing.raw, reference) };
}

async function carryOut(context: Excel.RequestContext, step: Step, restores: Restore[]): Promise<void> {
  if (step.kind === 'create') return createTable(context, step.reference, restores);
  if (changes(step.plan)) return refreshTable(context, step.existing.raw, step.plan, restores);
}

/** Takes back what was written, the last first, in a batch of its own: the failed one can do no more. */
async function takeBack(restores: readonly Restore[]): Promise<void> {
  await runWhenNotEditing(async (context) => {
    for (const restore of [...restores].reverse()) await restore(context);
  });
}

function changes(plan: RefreshPlan): boolean {
  return plan.added.length + plan.replaced.length + plan.removed.length > 0;
}

function outcomeOf(steps: readonly Step[]): LoadOutcome {
  const count = (of: (step: Step) => number): number => steps.reduce((sum, step) => sum + of(step), 0);
  return {
    added: count((step) => (step.kind === 'create' ? step.reference.rows.length : step.plan.added.length)),
    replaced: count((step) => (step.kind === 'create' ? 0 : step.plan.replaced.length)),
    removed: count((step) => (step.kind === 'create' ? 0 : step.plan.removed.length)),
    kept: count((step) => (step.kind === 'create' ? 0 : step.plan.kept)),
    tables: steps.filter((step) => step.kind === 'create' || changes(step.plan)).map(nameOf),
  };
}

function nameOf(step: Step): TableName {
  return step.kind === 'create' ? step.reference.name : step.existing.raw.name;
}
