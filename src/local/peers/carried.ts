/**
 * What is carried between the windows of a shared workbook.
 */
import type { Mutation } from '../grid/replication';
import type { GridNotes } from '../grid/grid';
import type { SettingsList } from '../protocol/method-calls';

/** One change. Neither selections nor results of calculation are carried. */
export type Change =
  | { readonly kind: 'mutation'; readonly mutation: Mutation }
  | { readonly kind: 'notes'; readonly notes: GridNotes }
  | { readonly kind: 'settings'; readonly settings: SettingsList };

/** Where changes of other windows go. */
export interface ChangeTarget {
  applyMutations(mutations: readonly Mutation[]): void;
  notes(): GridNotes;
  takeNotes(notes: GridNotes): void;
  settings(): SettingsList;
  takeSettings(settings: SettingsList): void;
}

/** Makes the changes of one unit. */
export function applyChanges(target: ChangeTarget, changes: readonly Change[]): void {
  target.applyMutations(changes.flatMap((change) => (change.kind === 'mutation' ? [change.mutation] : [])));
  for (const change of changes) {
    if (change.kind === 'notes') {
      target.takeNotes(change.notes);
    } else if (change.kind === 'settings') {
      target.takeSettings(change.settings);
    }
  }
}

/** Finds out what has changed beside mutations, which alone are noted when they happen. */
export class BesideMutations {
  private known: ReadonlyMap<Change['kind'], string>;

  constructor(private readonly target: ChangeTarget) {
    this.known = this.texts(this.read());
  }

  /** What differs from what was asked for last. */
  news(): readonly Change[] {
    const changes = this.read();
    const before = this.known;
    this.known = this.texts(changes);
    return changes.filter(({ kind }) => before.get(kind) !== this.known.get(kind));
  }

  private read(): readonly Change[] {
    return [
      { kind: 'notes', notes: this.target.notes() },
      { kind: 'settings', settings: this.target.settings() },
    ];
  }

  private texts(changes: readonly Change[]): ReadonlyMap<Change['kind'], string> {
    return new Map(changes.map((change) => [change.kind, JSON.stringify(change)]));
  }
}
