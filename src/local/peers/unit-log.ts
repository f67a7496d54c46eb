/**
 * The changes of a shared workbook in the order in which they were made, as each of its windows has them. From two logs it is seen what
 * either window has that the other has not.
 */

/** Changes that belong together. Its id stays the same when it is made again on a workbook that others have changed since. */
export interface Unit<Change> {
  readonly id: string;
  readonly changes: readonly Change[];
}

/** A log as it is kept with the workbook. */
export interface SavedLog<Change> {
  /** The id of the unit before the first; a log that begins with the workbook has an id of its own there. */
  readonly after: string;
  readonly units: readonly Unit<Change>[];
}

/** How two logs of one workbook go on after the units that both begin with. */
export interface Divergence<Change> {
  /** What they have, and this one has not. */
  readonly theirs: readonly Unit<Change>[];
  /** What this one has; some of it they may have too, after other units. */
  readonly own: readonly Unit<Change>[];
  /** Of `own`, what they have not. */
  readonly missing: readonly Unit<Change>[];
}

/** So many units are remembered; a window that was away for more of them cannot be merged any more. */
const MOST_UNITS = 2_000;
/** So many characters of units are remembered, beside the last one. */
const MOST_CHARACTERS = 8_000_000;

/** So many of the last units may have reached one window and not another when the server went away. */
const TAIL = 10;

/** The log of one window. */
export class UnitLog<Change> {
  private units: Unit<Change>[];
  private sizes: number[];
  private size: number;
  private after: string;

  constructor(saved: SavedLog<Change>) {
    this.after = saved.after;
    this.units = [...saved.units];
    this.sizes = this.units.map(sizeOf);
    this.size = this.sizes.reduce((sum, size) => sum + size, 0);
  }

  save(): SavedLog<Change> {
    return { after: this.after, units: [...this.units] };
  }

  /** The id of the last unit. */
  get last(): string {
    return this.units.at(-1)?.id ?? this.after;
  }

  /** The end of the log. */
  tail(): SavedLog<Change> {
    const units = this.units.slice(-TAIL);
    return { after: this.units[this.units.length - units.length - 1]?.id ?? this.after, units };
  }

  /** Adds a unit; the oldest ones go if there are too many. */
  add(unit: Unit<Change>): void {
    this.units.push(unit);
    this.sizes.push(sizeOf(unit));
    this.size += this.sizes.at(-1) ?? 0;
    while (this.units.length > 1 && (this.units.length > MOST_UNITS || this.size > MOST_CHARACTERS)) {
      this.after = this.units.shift()?.id ?? this.after;
      this.size -= this.sizes.shift() ?? 0;
    }
  }
}

function sizeOf(unit: Unit<unknown>): number {
  return JSON.stringify(unit.changes).length;
}

/** How the logs go on after the units that both begin with; null if they have none in common. */
export function divergence<Change>(own: SavedLog<Change>, theirs: SavedLog<Change>): Divergence<Change> | null {
  const ownIds = idsOf(own);
  const theirIds = idsOf(theirs);
  const start = ownIds.indexOf(theirs.after) >= 0 ? theirs.after : own.after;
  let ownAt = ownIds.indexOf(start) + 1;
  let theirsAt = theirIds.indexOf(start) + 1;
  if (ownAt === 0 || theirsAt === 0) {
    return null;
  }
  while (ownIds[ownAt] !== undefined && ownIds[ownAt] === theirIds[theirsAt]) {
    ownAt += 1;
    theirsAt += 1;
  }
  const [known, knownThere] = [new Set(ownIds), new Set(theirIds)];
  // The ids begin with the one before the first unit.
  const rest = own.units.slice(ownAt - 1);
  return {
    theirs: theirs.units.slice(theirsAt - 1).filter(({ id }) => !known.has(id)),
    own: rest,
    missing: rest.filter(({ id }) => !knownThere.has(id)),
  };
}

function idsOf({ after, units }: SavedLog<unknown>): string[] {
  return [after, ...units.map(({ id }) => id)];
}
