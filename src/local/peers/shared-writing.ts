/**
 * One window's part in a shared workbook: waits for its turn to write, sends what it wrote, takes in what others wrote.
 *
 * What is guaranteed: every window makes the same changes in the same order, and those that belong together (one request of an
 * add-in, one command of the user) at once. Where two write the same cell, the later turn wins everywhere. What is not: a change
 * that had to wait for its turn is made at the address that was meant before, also when rows moved there meanwhile.
 */
import { EMPTY_ROOM, isIn, type Announcement, type Room, type RoomMessage } from './room';

/** The workbook of this window. */
export interface SharedDocument<Change, Workbook> {
  /** Makes changes of another window, all at once. */
  apply(changes: readonly Change[]): Promise<void>;
  /** What has changed beside the changes that were noted. */
  unnoted(): readonly Change[];
  /** Runs a task while no request of the add-in is under way. */
  quietly(task: () => void): Promise<void>;
  save(): Workbook;
  /** So many windows have the workbook open now. */
  membersChanged(count: number): void;
  /** A hidden window may be frozen by the browser; it must not keep the others waiting. */
  isHidden(): boolean;
}

/** The way to the others. */
export interface Line {
  /** Sends a message; they arrive in the order in which they are sent. */
  post(message: RoomMessage): void;
  /** Ends the sharing: this window can no longer be sure to have what the others have. */
  lose(reason: string): void;
}

type Defer = (task: () => void) => void;

/** Counts on every announcement being given to `receive`, in order, from the one by which the window got its workbook. */
export class SharedWriting<Change, Workbook> {
  private room: Room = EMPTY_ROOM;
  private jobs: (() => void)[] = [];
  private unit: Change[] = [];
  private running = 0;
  private unanswered = 0;
  private hasAsked = false;
  private hasGiven = false;
  private isTidyingDeferred = false;
  private arriving = 0;
  private arrived: Promise<void> = Promise.resolve();
  private lastToken = 0;
  private readonly echoes = new Map<number, () => void>();
  private readonly served = new Set<string>();
  private isLost = false;
  private unitCount = 0;

  constructor(
    private readonly me: string,
    private readonly line: Line,
    private readonly document: SharedDocument<Change, Workbook>,
    private readonly defer: Defer,
  ) {}

  /** Whether this window may write now. One that lost the others writes for itself. */
  get mayWrite(): boolean {
    return this.isLost || (this.room.writer === this.me && !this.hasGiven);
  }

  /** Whether all that was written here is known to be in order, and all that has arrived is made. */
  get isSettled(): boolean {
    const isDone = this.jobs.length === 0 && this.running === 0 && !this.isTidyingDeferred;
    return this.isLost || (isDone && this.unanswered === 0 && this.arriving === 0);
  }

  /** How many windows have the workbook open. */
  get memberCount(): number {
    return this.isLost ? 1 : this.room.members.length;
  }

  /** How many units of changes were sent. */
  get sentCount(): number {
    return this.unitCount;
  }

  /** Runs a job that writes: at once if it may, else when this window's turn has come. What it changes is one unit. */
  write<T>(job: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.jobs.push(() => void this.run(job).then(resolve, reject));
      this.startJobs();
    });
  }

  /** Takes note of a change that was made here. */
  note(change: Change): void {
    if (this.isLost) {
      return;
    }
    if (this.mayWrite) {
      this.unit.push(change);
      this.deferTidying();
    } else {
      // The grid made it on its own account, without a command that could have been held back.
      void this.write(() => this.note(change));
    }
  }

  /** Takes in what the relay announces. */
  receive(announcement: Announcement): void {
    this.arriving += 1;
    this.arrived = this.arrived.then(async () => {
      try {
        await this.take(announcement);
      } catch (error) {
        this.lose(`A change made in another window could not be made here: ${String(error)}`);
      }
      this.arriving -= 1;
    });
  }

  /** Resolves when everything that any window said before now has been taken in. */
  async heardAll(): Promise<void> {
    if (this.isLost) {
      return;
    }
    const token = ++this.lastToken;
    const heard = new Promise<void>((resolve) => this.echoes.set(token, resolve));
    this.post({ kind: 'echo', token });
    await heard;
  }

  /** To be called when the window was hidden or shown. */
  visibilityChanged(): void {
    this.deferTidying();
  }

  /** From now on this window is alone with its workbook. */
  lose(reason: string): void {
    if (!this.isLost) {
      this.isLost = true;
      this.line.lose(reason);
      this.echoes.forEach((resolve) => resolve());
      this.startJobs();
    }
  }

  private get othersWait(): boolean {
    return this.room.waiting.some((id) => id !== this.me);
  }

  private async run<T>(job: () => T | Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await job();
    } finally {
      this.running -= 1;
      this.deferTidying();
    }
  }

  private startJobs(): void {
    if (!this.mayWrite) {
      this.ask();
      return;
    }
    const inThisTurn = !this.othersWait ? this.jobs.length : this.running === 0 ? 1 : 0;
    this.jobs.splice(0, inThisTurn).forEach((start) => start());
  }

  private ask(): void {
    const isKnown = this.hasAsked || this.room.waiting.includes(this.me);
    if (this.jobs.length > 0 && !isKnown && isIn(this.room, this.me)) {
      this.hasAsked = true;
      this.post({ kind: 'ask' });
    }
  }

  private deferTidying(): void {
    if (!this.isTidyingDeferred) {
      this.isTidyingDeferred = true;
      this.defer(() => {
        this.isTidyingDeferred = false;
        this.tidy();
      });
    }
  }

  /** A command of the grid goes on after its first step, so what it changed is sent a moment later. */
  private tidy(): void {
    if (this.running > 0) {
      return;
    }
    this.flush();
    if (this.mayWrite && !this.isLost && (this.othersWait || this.document.isHidden())) {
      this.hasGiven = true;
      this.post({ kind: 'give' });
    }
    this.startJobs();
  }

  private flush(): void {
    if (this.isLost) {
      this.unit = [];
      return;
    }
    if (!this.mayWrite) {
      return;
    }
    const changes = [...this.unit.splice(0), ...this.document.unnoted()];
    if (changes.length > 0) {
      this.unitCount += 1;
      this.post({ kind: 'change', changes });
    }
  }

  private post(message: RoomMessage): void {
    this.unanswered += 1;
    this.line.post(message);
  }

  private async take({ event, room }: Announcement): Promise<void> {
    if (this.isLost) {
      return;
    }
    if (event.from !== this.me) {
      if (event.kind === 'change') {
        await this.document.apply(event.changes as readonly Change[]);
      }
    } else if (event.kind !== 'join') {
      this.unanswered -= 1;
      this.hasAsked &&= event.kind !== 'ask';
      this.hasGiven &&= event.kind !== 'give';
      if (event.kind === 'echo') {
        this.echoes.get(event.token)?.();
        this.echoes.delete(event.token);
      }
    }
    const before = this.room.members.length;
    this.room = room;
    if (before !== room.members.length) {
      this.document.membersChanged(room.members.length);
    }
    this.serveNewcomers();
    this.startJobs();
    this.deferTidying();
  }

  /** The first who has the workbook hands it on, in its turn: after all it wrote, and before anyone else writes. */
  private serveNewcomers(): void {
    if (this.room.members.find((member) => member.hasWorkbook)?.id !== this.me) {
      return;
    }
    for (const { id, hasWorkbook } of this.room.members) {
      if (!hasWorkbook && !this.served.has(id)) {
        this.served.add(id);
        void this.write(() =>
          this.document.quietly(() => {
            this.flush();
            this.post({ kind: 'workbook', to: id, workbook: this.document.save() });
          }),
        );
      }
    }
  }
}
