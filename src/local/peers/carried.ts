/**
 * What is carried between the windows of a shared workbook.
 */
import { writtenTexts, type Mutation } from '../grid/carried-steps';
import type { GridNotes } from '../grid/grid';
import type { SettingsList } from '../protocol/method-calls';
import type { UnitReplay } from './shared-writing';
import type { Unit } from './unit-log';

/** One change. Neither selections nor results of calculation are carried. */
export type Change = { readonly kind: 'mutation'; readonly mutation: Mutation } | BesideChange;

/** A change beside mutations: all there is after it, and all there was before it. */
type BesideChange =
  | { readonly kind: 'notes'; readonly notes: GridNotes; readonly before: GridNotes }
  | { readonly kind: 'settings'; readonly settings: SettingsList; readonly before: SettingsList };

/** Where changes of other windows go. */
export interface ChangeTarget {
  applyMutations(mutations: readonly Mutation[]): void;
  notes(): GridNotes;
  takeNotes(notes: GridNotes): void;
  settings(): SettingsList;
  takeSettings(settings: SettingsList): void;
  /** Begins to make mutations again that were made without these units of others. */
  replayMutations(others: readonly (readonly Mutation[])[]): MutationReplay;
}

/** Makes units of mutations again, or passes them over; gives what their authors are to be told. */
export interface MutationReplay {
  make(mutations: readonly Mutation[]): readonly string[];
  pass(mutations: readonly Mutation[]): void;
}

function mutationsOf(changes: readonly Change[]): readonly Mutation[] {
  return changes.flatMap((change) => (change.kind === 'mutation' ? [change.mutation] : []));
}

/** What changes wrote into cells. */
export function textsOf(changes: readonly Change[]): readonly string[] {
  return mutationsOf(changes).flatMap(writtenTexts);
}

/** Makes units of changes again that were made without those of others. */
export function replayChanges(target: ChangeTarget, others: readonly Unit<Change>[]): UnitReplay<Change> {
  const replay = target.replayMutations(others.map(({ changes }) => mutationsOf(changes)));
  return {
    make: (changes) => {
      const told = replay.make(mutationsOf(changes));
      changes.forEach((change) => change.kind !== 'mutation' && applyChanges(target, [onTopOf(change, target)]));
      return told;
    },
    pass: (changes) => replay.pass(mutationsOf(changes)),
  };
}

/** Makes the changes of one unit. */
export function applyChanges(target: ChangeTarget, changes: readonly Change[]): void {
  target.applyMutations(mutationsOf(changes));
  for (const change of changes) {
    if (change.kind === 'notes') {
      target.takeNotes(change.notes);
    } else if (change.kind === 'settings') {
      target.takeSettings(change.settings);
    }
  }
}

/** The same change of what has been changed by others since: what it made new or different, and no more. */
function onTopOf(change: BesideChange, target: ChangeTarget): BesideChange {
  if (change.kind === 'settings') {
    const before = target.settings();
    const settings = Object.entries(
      changedFields(Object.fromEntries(before), Object.fromEntries(change.before), Object.fromEntries(change.settings)),
    );
    return { kind: 'settings', settings, before };
  }
  const before = target.notes();
  const { notes, before: had } = change;
  return {
    kind: 'notes',
    before,
    notes: {
      tableStyles: changedFields(before.tableStyles, had.tableStyles, notes.tableStyles),
      veryHiddenSheets: changedList(before.veryHiddenSheets, had.veryHiddenSheets, notes.veryHiddenSheets),
      protectedSheets: changedList(before.protectedSheets, had.protectedSheets, notes.protectedSheets),
    },
  };
}

type Fields = Readonly<Record<string, string>>;

function changedFields(now: Fields, before: Fields, after: Fields): Fields {
  const gone = Object.keys(before).filter((name) => !(name in after));
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return {
    ...Object.fromEntries(Object.entries(now).filter(([name]) => !gone.includes(name))),
    ...Object.fromEntries(changed),
  };
}

function changedList(now: readonly string[], before: readonly string[], after: readonly string[]): readonly string[] {
  const left = now.filter((item) => after.includes(item) || !before.includes(item));
  return [...left, ...after.filter((item) => !before.includes(item) && !left.includes(item))];
}

/** Finds out what has changed beside mutations, which alone are noted when they happen. */
export class BesideMutations {
  private notes: GridNotes;
  private settings: SettingsList;

  constructor(private readonly target: ChangeTarget) {
    this.notes = target.notes();
    this.settings = target.settings();
  }

  /** What differs from what was asked for last. */
  news(): readonly Change[] {
    const changes: readonly BesideChange[] = [
      { kind: 'notes', notes: this.target.notes(), before: this.notes },
      { kind: 'settings', settings: this.target.settings(), before: this.settings },
    ];
    this.notes = this.target.notes();
    this.settings = this.target.settings();
    return changes.filter((change) =>
      change.kind === 'notes' ? isOther(change.notes, change.before) : isOther(change.settings, change.before),
    );
  }
}

function isOther(value: unknown, before: unknown): boolean {
  return JSON.stringify(value) !== JSON.stringify(before);
}
