import { crossed, movedCell, type LineShift, type Step } from '../../../src/local/values/line-shift';
import {
  advance,
  announcementFor,
  EMPTY_ROOM,
  type Announcement,
  type Room,
  type RoomEvent,
  type RoomMessage,
} from '../../../src/local/peers/room';
import { SharedWriting, type SharedDocument, type UnitReplay } from '../../../src/local/peers/shared-writing';
import type { SavedLog, Unit } from '../../../src/local/peers/unit-log';

/** A change of the simulated workbook, a column of texts. */
export type Op = { readonly set: number; readonly text: string } | { readonly insert: number };

type Sheet = string[];

interface SimulatedWorkbook {
  readonly sheet: Sheet;
  readonly log: SavedLog<Op>;
}

const NEW: SavedLog<Op> = { after: 'the beginning', units: [] };
/** What has not come to rest by then never will. */
const MOST_STEPS = 20_000;
const COLUMN = { sheetId: 'only', column: 0 };

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

function shiftOf(insert: number): LineShift {
  return { sheetId: COLUMN.sheetId, how: 'inserted', what: 'rows', at: insert, count: 1, across: null };
}

function shiftsOf(ops: readonly Op[]): LineShift[] {
  return ops.flatMap((op) => ('insert' in op ? [shiftOf(op.insert)] : []));
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
  /** What it has not shared yet, and what was left to it by another that is gone. */
  readonly kept = new Map<string, { readonly unit: Unit<Op>; readonly after: string }>();
  readonly told: string[] = [];
  /** What it says of its sharing. */
  status = '';
  wantsToBeginAnew = false;
  writing: SharedWriting<Op, SimulatedWorkbook>;
  private hasWorkbook = false;
  private isBack = false;
  private isConnected = true;
  private turnstile: Promise<unknown> = Promise.resolve();

  constructor(
    public id: string,
    private readonly saved: SimulatedWorkbook | null,
    private readonly leftBehind: readonly SavedLog<Op>[] = [],
  ) {
    this.writing = this.newWriting(NEW);
  }

  /** The user changes something; nothing, if there is no workbook yet. */
  async edit(...ops: Op[]): Promise<void> {
    return !this.hasWorkbook ? undefined : this.writing.write(() => ops.forEach((op) => this.change(op)));
  }

  /** A request of the add-in, which takes its time between its changes. */
  async request(...ops: Op[]): Promise<void> {
    return !this.hasWorkbook
      ? undefined
      : this.writing.write(() =>
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
    const isIn = room.members.some((member) => member.id === this.id && member.hasWorkbook);
    const handed = event.kind === 'workbook' ? (event.workbook as SimulatedWorkbook) : null;
    if (!isIn) {
      return;
    }
    if (!this.hasWorkbook) {
      this.hasWorkbook = true;
      this.isBack = true;
      const workbook = handed ?? this.saved ?? { sheet: ['', ''], log: NEW };
      this.sheet = [...workbook.sheet];
      this.writing = this.newWriting(workbook.log);
      this.writing.receive(announcement);
      this.leftBehind.forEach((left) => void this.writing.adopt(left));
      return;
    }
    if (!this.isBack) {
      this.isBack = true;
      this.writing.comeBack(this.id, handed?.log ?? null);
    }
    this.writing.receive(announcement);
  }

  /** The line breaks: nothing that was on its way arrives. */
  cut(): void {
    this.inbox.splice(0);
    this.outbox.splice(0);
    this.isConnected = false;
    this.writing.leave();
  }

  /** It will join the room under another name. */
  renamed(id: string): this {
    this.id = id;
    this.isConnected = true;
    this.isBack = !this.hasWorkbook;
    return this;
  }

  /** What it leaves behind when it is closed. */
  leave(): SavedLog<Op> {
    const kept = [...this.kept.values()];
    return { after: kept[0]?.after ?? '', units: kept.map(({ unit }) => unit) };
  }

  save(): SimulatedWorkbook {
    return { sheet: [...this.sheet], log: this.writing.saveLog() };
  }

  private newWriting(log: SavedLog<Op>): SharedWriting<Op, SimulatedWorkbook> {
    const line = {
      post: (message: RoomMessage) => void (this.isConnected && this.outbox.push(structuredClone(message))),
      lose: (reason: string) => void (this.lostBecause = reason),
    };
    return new SharedWriting(this.id, line, this.document, (task) => this.tasks.push(task), log);
  }

  private readonly document: SharedDocument<Op, SimulatedWorkbook> = {
    apply: (changes) =>
      this.between(async () => {
        changes.forEach((op) => make(this.sheet, op));
        this.seen.push([...this.sheet]);
      }),
    replay: (theirs) => this.replay(theirs),
    unnoted: () => [],
    quietly: (task) => this.between(async () => task()),
    save: () => this.save(),
    savedLog: async () => null,
    membersChanged: () => undefined,
    isHidden: () => this.hidden,
    keep: (unit, after) => void (this.kept.delete(unit.id), this.kept.set(unit.id, { unit, after })),
    forget: (id) => void this.kept.delete(id),
    away: (unshared) => void (this.status = `away ${unshared}`),
    back: (shared) => void (this.status = `back ${shared}`),
    tell: (sentences) => void this.told.push(...sentences),
    textsOf: (changes) => changes.flatMap((op) => ('text' in op ? [op.text] : [])),
    beginAnew: () => void (this.wantsToBeginAnew = true),
  };

  private replay(theirs: readonly Unit<Op>[]): UnitReplay<Op> {
    let others = theirs.flatMap(({ changes }) => shiftsOf(changes)).map((shift): Step => ({ kind: 'shift', shift }));
    const cross = (op: Op): Op | null => {
      if ('insert' in op) {
        const [steps, [moved]] = crossed(others, [shiftOf(op.insert)]);
        others = steps as typeof others;
        return moved ? { insert: moved.at } : null;
      }
      let row = op.set;
      for (const step of others) {
        row = step.kind === 'shift' ? (movedCell({ ...COLUMN, row }, step.shift)?.row ?? row) : row;
      }
      return { ...op, set: row };
    };
    return {
      make: (changes) => {
        changes.forEach((op) => {
          const moved = cross(op);
          if (moved) {
            this.change(moved);
          }
        });
        return [];
      },
      pass: (changes) => void changes.forEach(cross),
    };
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
  isServerAway = false;
  private count = 0;

  join(id: string, saved: SimulatedWorkbook | null = null, leftBehind: readonly SavedLog<Op>[] = []): SimulatedWindow {
    const window = new SimulatedWindow(id, saved, leftBehind);
    this.windows.push(window);
    this.announce({ kind: 'join', from: id });
    return window;
  }

  leave(window: SimulatedWindow): void {
    this.windows.splice(this.windows.indexOf(window), 1);
    if (!this.isServerAway) {
      this.announce({ kind: 'leave', from: window.id });
    }
  }

  /** The server stops, and forgets all. */
  stopServer(): void {
    this.isServerAway = true;
    this.room = EMPTY_ROOM;
    this.windows.forEach((window) => window.cut());
  }

  /** It is back, and the windows find it in their order, or in this one. */
  startServer(order: readonly SimulatedWindow[] = this.windows): void {
    this.isServerAway = false;
    order.forEach((window) => this.reconnect(window));
  }

  /** The line of one window breaks. */
  cut(window: SimulatedWindow): void {
    window.cut();
    this.announce({ kind: 'leave', from: window.id });
  }

  reconnect(window: SimulatedWindow): void {
    this.count += 1;
    this.announce({ kind: 'join', from: window.renamed(`${window.id.split('.')[0]}.${this.count}`).id });
  }

  /** Moves one thing; false if nothing is left to move. */
  async step(pick: number): Promise<boolean> {
    const moves = this.windows.flatMap((window) => [
      ...(window.outbox.length > 0 ? [() => this.relay(window)] : []),
      ...(window.inbox.length > 0 ? [() => window.deliver()] : []),
      ...(window.tasks.length > 0 ? [() => window.tasks.shift()!()] : []),
      ...(window.wantsToBeginAnew ? [() => this.beginAnew(window)] : []),
    ]);
    moves[pick % Math.max(1, moves.length)]?.();
    await new Promise((resolve) => setImmediate(resolve));
    return moves.length > 0 || !this.windows.every((window) => window.writing.isSettled);
  }

  /** Moves everything that is left. */
  async settle(): Promise<void> {
    for (let steps = 0; await this.step(0); steps += 1) {
      if (steps > MOST_STEPS) {
        throw new Error(`The windows do not come to rest: ${JSON.stringify(this.room)}`);
      }
    }
  }

  private beginAnew(window: SimulatedWindow): void {
    window.wantsToBeginAnew = false;
    this.leave(window);
    this.count += 1;
    this.join(`${window.id.split('.')[0]}.${this.count}`, null, [window.leave()]);
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
    this.windows.forEach((each) => {
      if (room.members.some(({ id }) => id === each.id)) {
        each.inbox.push(announcementFor(each.id, structuredClone({ event, room })));
      }
    });
  }
}
