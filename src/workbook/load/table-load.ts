import type { RawTable } from '../../domain/ledger/table';
import type { AnyTableName } from '../../domain/ledger/import-tables';
import { isOverRequest } from '../host/byte-blocks';
import { cleanUp } from '../host/clean-up';
import { runWhenNotEditing, untilNotEditing } from '../host/excel-run';
import { inTurns } from '../host/turns';
import { machineMark, oneLoadAtATime } from './one-load';
import { deleteSheet, deleteSheets, isLeftOver, stagingName, stagingSteps, type StagingStep } from './staging-sheet';
import { areAsPlanned, readyWorks, type ReadyWork } from './ready-work';
import { takeBack } from './take-back';
import { fillFromStaging, fillWithValues, queueCommit } from './table-commit';
import { LoadRefused, refusals } from '../plans/load-refused';
import {
  standsAsPlanned,
  type SteppedPlanner,
  type TablePlanner,
  type TablePlan,
  type Tables,
} from '../plans/table-plan';
import { readTable } from '../book/read-parts';
import { workOf, type TableWork } from './table-work';
import { mendWatchCells } from '../watch/watch-cells';

/** What a load did, in rows. */
export interface LoadOutcome {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly kept: number;
  /** The tables that were created or changed. */
  readonly tables: readonly AnyTableName[];
}

/** Hears how far a load is, in rows. */
export interface LoadProgress {
  /** The user is editing a cell, and Excel takes no request until that ends. */
  readonly waiting: () => void;
  readonly reading: () => void;
  readonly writing: (done: number, total: number) => void;
}

export interface LoadOptions {
  readonly progress: LoadProgress;
  readonly cancel?: AbortSignal;
}

type AnyPlanner = TablePlanner | SteppedPlanner;

/** So often the tables are planned anew if others change them meanwhile. */
const MOST_ROUNDS = 4;

/**
 * Fills tables as the planners say. All is read and planned before anything is written, and all that changes the tables is
 * one request: the workbook is as before or complete, even if the runtime dies, and it is one step to undo. Rows that are
 * too large for one request stand ready on a hidden sheet before; Excel cannot undo the deletion of that sheet, and what
 * was done before it.
 *
 * If Excel refuses that request half-way, what it did is taken back. Afterwards the tables are read again; if another
 * author's load came between, the planners are asked again. So the last of several loads leaves what its planners want;
 * rows that two loads both added stay only if a planner does not know its own rows again.
 *
 * @throws LoadRefused if a table cannot be filled; the signal's reason if it is cancelled, which leaves all as it was; the
 *   host's error if it refuses to write
 */
export async function loadTables(planners: readonly AnyPlanner[], options: LoadOptions): Promise<LoadOutcome> {
  // Not as one undo group: Excel refuses to group the deletion of a sheet, and one request is one step anyway.
  return oneLoadAtATime(
    (alone) => Excel.run((context) => loadInRounds(context, planners, options, alone)),
    options.cancel,
  );
}

/** A table as planned in one round. */
interface Planned {
  readonly planner: AnyPlanner;
  readonly existing: RawTable | null;
  readonly plan: TablePlan;
  /** Null if there is nothing to do. */
  readonly work: TableWork | null;
}

async function loadInRounds(
  context: Excel.RequestContext,
  planners: readonly AnyPlanner[],
  options: LoadOptions,
  alone: boolean,
): Promise<LoadOutcome> {
  const { progress, cancel } = options;
  const mark = machineMark();
  const isDead = (name: string): boolean => isLeftOver(name, alone ? mark : null, Date.now());
  await untilNotEditing(() => deleteSheets(context, isDead), progress.waiting, cancel);

  const written: Planned[] = [];
  try {
    return await rounds(context, planners, options, mark, written);
  } catch (failure) {
    const tables = written.flatMap(({ work }) => work?.name ?? []);
    if (tables.length === 0 || (failure instanceof LoadRefused && failure.mayHaveWritten)) {
      throw failure;
    }
    console.error(failure);
    throw refusals.notChecked([...new Set(tables)].join(', '), reasonOf(failure));
  }
}

/** @param written is told of what was written, also where it fails in the end */
async function rounds(
  context: Excel.RequestContext,
  planners: readonly AnyPlanner[],
  options: LoadOptions,
  mark: string,
  written: Planned[],
): Promise<LoadOutcome> {
  const { progress } = options;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    // What is written cannot be cancelled any more; it is put right.
    const still = written.length === 0 ? options : { progress };
    const planned = await untilNotEditing(() => planAll(context, planners, progress), progress.waiting, still.cancel);
    if (planned.every(({ work }) => work === null)) {
      // A table with which there is nothing to do may have lost its watch cell.
      const standing = planned.map(({ existing }) => existing);
      await untilNotEditing(() => mendWatchCells(context, standing), progress.waiting);
      return outcomeOf([...written, ...planned]);
    }
    if (!(await carryOut(context, planned, still, mark))) {
      continue;
    }
    written.push(...planned);
    if (await untilNotEditing(() => allStand(context, planned), progress.waiting)) {
      return outcomeOf(written);
    }
  }
  throw refusals.keptChanging(planners.map(({ name }) => name).join(', '));
}

/** Reads several tables, one after another. */
async function readTables(
  context: Excel.RequestContext,
  names: readonly AnyTableName[],
): Promise<Map<AnyTableName, RawTable | null>> {
  const tables = new Map<AnyTableName, RawTable | null>();
  for (const name of names) {
    tables.set(name, (await readTable(context, name))?.raw ?? null);
  }
  return tables;
}

/** Reads tables as they are now. */
export function readCurrentTables(names: readonly AnyTableName[]): Promise<Tables> {
  return runWhenNotEditing((context) => readTables(context, names));
}

async function planAll(
  context: Excel.RequestContext,
  planners: readonly AnyPlanner[],
  progress: LoadProgress,
): Promise<Planned[]> {
  progress.reading();
  const tables = await readTables(
    context,
    planners.map(({ name }) => name),
  );
  const planned: Planned[] = [];
  for (const planner of planners) {
    const existing = tables.get(planner.name) ?? null;
    const plan = 'steps' in planner ? await inTurns(planner.steps(existing, tables)) : planner.plan(existing, tables);
    planned.push({ planner, existing, plan, work: await inTurns(workOf(planner.name, existing, plan)) });
  }
  return planned;
}

/** False if the tables have changed since they were planned; then nothing was done. */
async function carryOut(
  context: Excel.RequestContext,
  planned: readonly Planned[],
  { progress, cancel }: LoadOptions,
  mark: string,
): Promise<boolean> {
  const works = planned.flatMap(({ work }) => work ?? []);
  const total = works.reduce((sum, { rows, plan }) => sum + rows.length + plan.removed.length, 0);
  const isStaged = isOverRequest(works.flatMap(({ rows }) => rows));
  const staging = isStaged ? stagingName(mark, Date.now()) : null;
  const send = <T>(run: () => Promise<T>): Promise<T> => untilNotEditing(run, progress.waiting, cancel);
  progress.writing(0, total);
  try {
    let done = 0;
    for (const step of staging === null ? [] : stagingSteps(staging, works)) {
      cancel?.throwIfAborted();
      await send(() => sendStep(context, step));
      done += step.rows;
      progress.writing(done, total);
    }
    const ready = await send(() => readyWorks(context, works));
    cancel?.throwIfAborted();
    if (ready === null || !(await commit(context, ready, staging, send))) {
      if (staging !== null) {
        await send(() => deleteSheets(context, (name) => name === staging));
      }
      return false;
    }
  } catch (failure) {
    if (staging !== null) {
      await cleanUp(() => untilNotEditing(() => deleteSheets(context, (name) => name === staging), progress.waiting));
    }
    throw failure;
  }
  progress.writing(total, total);
  return true;
}

async function sendStep(context: Excel.RequestContext, step: StagingStep): Promise<void> {
  step.queue(context);
  await context.sync();
}

/** The one request that changes the tables. False if a co-author has just made or deleted one of them; then nothing was done. */
async function commit(
  context: Excel.RequestContext,
  ready: readonly ReadyWork[],
  staging: string | null,
  send: <T>(run: () => Promise<T>) => Promise<T>,
): Promise<boolean> {
  const works = ready.map(({ work }) => work);
  try {
    await send(async () => {
      queueCommit(context, ready, staging === null ? fillWithValues : fillFromStaging(context, staging, works));
      if (staging !== null) {
        deleteSheet(context.workbook.worksheets.getItem(staging));
      }
      await context.sync();
    });
    return true;
  } catch (failure) {
    try {
      // A context of its own: in that of the load, ranges that a refused request named are no more.
      await Excel.run({ delayForCellEdit: true }, (own) => takeBack(own, failure, ready));
    } catch (second) {
      console.error(second);
      throw refusals.notTakenBack(works.map(({ name }) => name).join(', '), reasonOf(failure));
    }
    if (!(await untilNotEditing(() => areAsPlanned(context, works)))) {
      return false;
    }
    throw failure;
  }
}

async function allStand(context: Excel.RequestContext, planned: readonly Planned[]): Promise<boolean> {
  for (const { planner, existing, plan, work } of planned) {
    if (work === null) {
      continue;
    }
    const after = (await readTable(context, planner.name))?.raw ?? null;
    if (!(await inTurns(standsAsPlanned(existing, plan, after)))) {
      return false;
    }
  }
  return true;
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

function outcomeOf(planned: readonly Planned[]): LoadOutcome {
  const count = (of: (plan: TablePlan) => number): number => planned.reduce((sum, { plan }) => sum + of(plan), 0);
  const last = new Map(planned.map(({ planner, plan }) => [planner.name, plan]));
  return {
    added: count(({ added }) => added.length),
    replaced: count(({ replaced }) => replaced.length),
    removed: count(({ removed }) => removed.length),
    kept: [...last.values()].reduce((sum, { kept }) => sum + kept, 0),
    tables: [...new Set(planned.flatMap(({ work }) => work?.name ?? []))],
  };
}
