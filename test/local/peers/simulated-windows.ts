import {
  advance,
  announcementFor,
  EMPTY_ROOM,
  type Announcement,
  type Room,
  type RoomEvent,
  type RoomMessage,
} from '../../../src/local/peers/room';
import { SharedWriting } from '../../../src/local/peers/shared-writing';

/** A change of the simulated workbook, a column of texts. */
export type Op = { readonly set: number; readonly text: string } | { readonly insert: number };

type Sheet = string[];

function make(sheet: Sheet, op: Op): void {
  if ('insert' in op) {
    sheet.splice(op.insert, 0, '');
  } else {
    while (sheet.length < op.set) {
      sheet.push('');
    }
    sheet[op.set] = op.text;
  }
}

/** A window with a workbook and messages on their way. Nothing moves before the test says so. */
export class SimulatedWindow {
  sheet: Sheet = [];
  lostBecause: string | null = null;
  hidden = false;
  /** What this window saw after each unit of another. */
  readonly seen: Sheet[] = [];
  readonly outbox: RoomMessage[] = [];
  readonly inbox: Announcement[] = [];
  readonly tasks: (() => void)[] = [];
  readonly writing: SharedWriting<Op, Sheet>;
  private hasWorkbook = false;
  private turnstile: Promise<unknown> = Promise.resolve();

  constructor(readonly id: string) {
    this.writing = new SharedWriting<Op, Sheet>(
      id,
      { post: (message) => this.outbox.push(structuredClone(message)), lose: (reason) => (this.lostBecause = reason) },
      {
        apply: (changes) =>
          this.between(async () => {
            changes.forEach((op) => make(this.sheet, op));
            this.seen.push([...this.sheet]);
          }),
        unnoted: () => [],
        quietly: (task) => this.between(async () => task()),
        save: () => [...this.sheet],
        membersChanged: () => undefined,
        isHidden: () => this.hidden,
      },
      (task) => this.tasks.push(task),
    );
  }

  /** The user changes something. */
  edit(...ops: Op[]): Promise<void> {
    return this.writing.write(() => ops.forEach((op) => this.change(op)));
  }

  /** A request of the add-in, which takes its time between its changes. */
  request(...ops: Op[]): Promise<void> {
    return this.writing.write(() =>
      this.between(async () => {
        for (const op of ops) {
          this.change(op);
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
    );
  }

  /** Changes the workbook as the grid does: whoever calls this has the turn. */
  change(op: Op): void {
    make(this.sheet, op);
    this.writing.note(op);
  }

  deliver(): void {
    const announcement = this.inbox.shift()!;
    const { event, room } = announcement;
    if (!this.hasWorkbook) {
      if (!room.members.some((member) => member.id === this.id && member.hasWorkbook)) {
        return;
      }
      this.hasWorkbook = true;
      this.sheet = event.kind === 'workbook' ? [...(event.workbook as Sheet)] : ['', ''];
    }
    this.writing.receive(announcement);
  }

  private between<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.turnstile.then(task);
    this.turnstile = turn;
    return turn;
  }
}

/** Windows and the relay between them; messages and timers move one at a time, in an order that the test picks. */
export class Simulation {
  readonly windows: SimulatedWindow[] = [];
  room: Room = EMPTY_ROOM;

  join(id: string): SimulatedWindow {
    const window = new SimulatedWindow(id);
    this.windows.push(window);
    this.announce({ kind: 'join', from: id });
    return window;
  }

  leave(window: SimulatedWindow): void {
    this.windows.splice(this.windows.indexOf(window), 1);
    this.announce({ kind: 'leave', from: window.id });
  }

  /** Moves one thing; false where nothing is left to move. */
  async step(pick: number): Promise<boolean> {
    const moves = this.windows.flatMap((window) => [
      ...(window.outbox.length > 0 ? [() => this.relay(window)] : []),
      ...(window.inbox.length > 0 ? [() => window.deliver()] : []),
      ...(window.tasks.length > 0 ? [() => window.tasks.shift()!()] : []),
    ]);
    moves[pick % Math.max(1, moves.length)]?.();
    await new Promise((resolve) => setImmediate(resolve));
    return moves.length > 0 || !this.windows.every((window) => window.writing.isSettled);
  }

  /** Moves everything that is left. */
  async settle(): Promise<void> {
    while (await this.step(0)) {
      // Until nothing moves.
    }
  }

  private relay(window: SimulatedWindow): void {
    this.announce({ ...window.outbox.shift()!, from: window.id });
  }

  private announce(event: RoomEvent): void {
    const room = advance(this.room, event);
    if (room === null) {
      throw new Error(`The relay refused ${event.kind} of ${event.from}.`);
    }
    this.room = room;
    this.windows.forEach((each) => each.inbox.push(announcementFor(each.id, structuredClone({ event, room }))));
  }
}
