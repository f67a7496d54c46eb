/**
 * What the add-in listens to, and the queue of events on their way to it.
 */

/** Event types of the protocol, by the register method that asks for them. */
export enum EventType {
  WorksheetChanged = 10,
  WorksheetActivated = 11,
  WorksheetDeactivated = 12,
  WorksheetAdded = 13,
  WorksheetSelectionChanged = 14,
  WorksheetDeleted = 15,
  WorksheetCalculated = 16,
  TableSelectionChanged = 100,
  TableChanged = 101,
  TableAdded = 102,
  TableDeleted = 103,
}

/** One event, for everyone who registered for one of its targets. */
export interface ExcelEvent {
  readonly type: EventType;
  readonly targets: readonly string[];
  readonly message: object;
}

/** One entry of a `richApiMessage`: category, type, target, message as JSON, id, is it from a co-author. */
export type RichApiEntry = readonly [
  category: number,
  type: number,
  target: string,
  message: string,
  id: number,
  isRemote: boolean,
];

const OBJECT_EVENTS = 65_536;

/** Registrations by type and target. */
export class EventRegistrations {
  private readonly registered = new Set<string>();
  private queue: RichApiEntry[] = [];
  private lastId = 0;

  constructor(
    private readonly send: (entries: readonly RichApiEntry[]) => void,
    private readonly defer: (task: () => void) => void,
  ) {}

  /** Whether events are waiting to be sent. */
  get isEmpty(): boolean {
    return this.queue.length === 0;
  }

  register(type: number, target: string): void {
    this.registered.add(`${type}/${target}`);
  }

  unregister(type: number, target: string): void {
    this.registered.delete(`${type}/${target}`);
  }

  /** Forgets who listens: the add-in is gone. */
  clear(): void {
    this.registered.clear();
  }

  /** Sends an event to those who registered, after the current batch has been answered. */
  emit({ type, targets, message }: ExcelEvent): void {
    for (const target of targets) {
      if (this.registered.has(`${type}/${target}`)) {
        this.enqueue([OBJECT_EVENTS, type, target, JSON.stringify(message), ++this.lastId, false]);
      }
    }
  }

  private enqueue(entry: RichApiEntry): void {
    if (this.queue.length === 0) {
      this.defer(() => this.send(this.queue.splice(0)));
    }
    this.queue.push(entry);
  }
}
