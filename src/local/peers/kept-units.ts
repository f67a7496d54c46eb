/**
 * What a window made while it was away, kept in the browser until it is shared: the window may be closed before.
 */
import type { SavedLog, Unit } from './unit-log';

/** Where units are kept, by window and number. */
export interface KeptUnitStore {
  keepUnshared(windowId: string, number: number, entry: unknown): Promise<void>;
  forgetUnshared(windowId: string, number: number): Promise<void>;
  unshared(): Promise<readonly { windowId: string; number: number; entry: unknown }[]>;
}

/** A unit, and the one before it. */
interface Entry<Change> {
  readonly unit: Unit<Change>;
  readonly after: string;
}

/** The units that are kept of one shared workbook: those of this window, and those of windows that are gone. */
export class KeptUnits<Change> {
  private readonly windowId = crypto.randomUUID();
  /** Where each unit is kept. */
  private readonly places = new Map<string, { windowId: string; number: number }[]>();
  private number = 0;
  private freeLock: () => void = () => undefined;

  /** @param name of the shared workbook, where its windows are known by */
  constructor(
    private readonly store: KeptUnitStore,
    private readonly name: string,
  ) {
    this.hold(this.windowId);
  }

  /** Keeps a unit, in the place of an earlier one of its id. Resolves when it is kept, or could not be, as the store tells. */
  async keep(unit: Unit<Change>, after: string): Promise<void> {
    this.forget(unit.id);
    this.number += 1;
    this.places.set(unit.id, [{ windowId: this.windowId, number: this.number }]);
    await this.store.keepUnshared(this.windowId, this.number, { unit, after } satisfies Entry<Change>);
  }

  /** Forgets a unit: it is shared. */
  forget(id: string): void {
    this.places.get(id)?.forEach(({ windowId, number }) => void this.store.forgetUnshared(windowId, number));
    this.places.delete(id);
  }

  /** What windows left behind that are gone; from now on it is this window's to share. */
  async leftBehind(): Promise<SavedLog<Change>[]> {
    const entries = await this.store.unshared();
    const windows = [...new Set(entries.map(({ windowId }) => windowId))];
    const gone = await Promise.all(
      windows.map(async (windowId) => ({ windowId, isGone: await this.takeOver(windowId) })),
    );
    return gone
      .filter(({ isGone }) => isGone)
      .map(({ windowId }) => {
        const own = entries.filter((kept) => kept.windowId === windowId);
        const made = own.map(({ entry }) => entry as Entry<Change>);
        own.forEach(({ number }, at) => {
          const id = made[at]?.unit.id ?? '';
          this.places.set(id, [...(this.places.get(id) ?? []), { windowId, number }]);
        });
        return { after: made[0]?.after ?? '', units: made.map(({ unit }) => unit) };
      });
  }

  /** This window is about to be gone, and its successor to take over. */
  handOver(): void {
    this.freeLock();
  }

  private lockOf(windowId: string): string {
    return `unshared ${this.name} ${windowId}`;
  }

  /** The browser frees a lock when its window is gone, however it went. */
  private hold(windowId: string): void {
    navigator.locks
      .request(this.lockOf(windowId), () => new Promise<void>((resolve) => (this.freeLock = resolve)))
      // A browser that refuses a lock keeps nothing either, which the store tells.
      .catch(() => undefined);
  }

  private takeOver(windowId: string): Promise<boolean> {
    return new Promise((resolve) => {
      navigator.locks
        .request(this.lockOf(windowId), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock === null ? null : new Promise(() => undefined);
        })
        .catch(() => resolve(false));
    });
  }
}
