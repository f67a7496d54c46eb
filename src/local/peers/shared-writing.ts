/**
 * One window's part in a shared workbook: waits for its turn to write, sends what it wrote, takes in what others wrote.
 *
 * What is guaranteed: every window makes the same changes in the same order, and those that belong together (one request of an
 * add-in, one command of the user) at once. If two write the same cell, the later turn wins everywhere. What is not: a change
 * that had to wait for its turn is made at the address that was meant before, also when rows moved there meanwhile.
 *
 * A window whose line breaks is away: it writes for itself, and keeps what it writes. When it is back it waits for its turn and then
 * compares. If only one side has written, the other takes that in. If both have, this window begins anew with the workbook
 * that the others have, and makes its edits again on it, in its turn like all others.
 */
import { EMPTY_ROOM, isIn, type Announcement, type Room, type RoomMessage } from './room';
import { divergence, UnitLog, type Divergence, type SavedLog, type Unit } from './unit-log';

/** The workbook of this window. */
export interface SharedDocument<Change, Workbook> {
  /** Makes changes of another window, all at once. */
  apply(changes: readonly Change[]): Promise<void>;
  /** Begins to make edits again that others have not seen yet, on the workbook that they have. */
  replay(theirs: readonly Unit<Change>[]): UnitReplay<Change>;
  /** What has changed beside the changes that were noted. */
  unnoted(): readonly Change[];
  /** Runs a task while no request of the add-in is under way. */
  quietly(task: () => void): Promise<void>;
  save(): Workbook;
  /** The log of the workbook as it was saved last; null if there is none. */
  savedLog(): Promise<SavedLog<Change> | null>;
  /** So many windows have the workbook open now. */
  membersChanged(count: number): void;
  /** A hidden window may be frozen by the browser; it must not keep the others waiting. */
  isHidden(): boolean;
  /** Keeps a unit that is not shared yet, so that it outlives this window. */
  keep(unit: Unit<Change>, after: string): void;
  /** A unit that was kept is shared. */
  forget(id: string): void;
  /** The window is away with so many units that are not shared yet. */
  away(unshared: number): void;
  /** It is back, and has shared so many. */
  back(shared: number): void;
  /** Where edits of two windows met: what became of them. */
  tell(sentences: readonly string[]): void;
  /** What changes wrote into cells, for one who has to write it again. */
  textsOf(changes: readonly Change[]): readonly string[];
  /** Begins anew with the workbook that the others have; what was kept is made again there. */
  beginAnew(): void;
}

/** Makes units again, one after the other. */
export interface UnitReplay<Change> {
  /** Makes one; gives what all are to be told. */
  make(changes: readonly Change[]): readonly string[];
  /** Passes one over that the others have already. */
  pass(changes: readonly Change[]): void;
}

/** The way to the others. */
export interface Line {
  /** Sends a message; they arrive in the order in which they are sent. */
  post(message: RoomMessage): void;
  /** Ends the sharing: this window can no longer be sure to have what the others have. */
  lose(reason: string): void;
}

type Defer = (task: () => void) => void;

/**
 * `together`: this window hears all that the others say. `leaving`: its line broke, and what it is taking in comes to its end.
 * `away`: it has no line. `returning`: it has one again, and waits for its turn.
 * `comparing`: it has it, and nobody writes. `lost`: it has left the others for good.
 */
type State = 'together' | 'leaving' | 'away' | 'returning' | 'comparing' | 'lost';

const UNMERGEABLE =
  'this window was away for so long that its edits cannot be merged any more; save its workbook as a file to keep them';

/** Counts on every announcement being given to `receive`, in order, from the one by which the window got its workbook. */
export class SharedWriting<Change, Workbook> {
  private state: State = 'together';
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
  private unitCount = 0;
  private log: UnitLog<Change>;
  /** Units of this window that have no place in the common order yet. */
  private unconfirmed: Unit<Change>[] = [];
  private readonly kept = new Set<string>();
  /** What the others have, and did while this window waits to compare. */
  private theirs: SavedLog<Change> | null = null;
  private missed: Unit<Change>[] = [];
  /** How many units of a time away are being shared; null when that was told. */
  private sharing: number | null = null;

  constructor(
    private me: string,
    private readonly line: Line,
    private readonly document: SharedDocument<Change, Workbook>,
    private readonly defer: Defer,
    log: SavedLog<Change>,
  ) {
    this.log = new UnitLog(log);
  }

  /** Whether this window may write now. One without the others writes for itself. */
  get mayWrite(): boolean {
    switch (this.state) {
      case 'together':
        return this.room.writer === this.me && !this.hasGiven;
      case 'leaving':
      case 'comparing':
        return false;
      case 'away':
      case 'returning':
      case 'lost':
        return true;
    }
  }

  /** Whether all that was written here is known to be in order, or kept if there are no others, and all that has arrived is made. */
  get isSettled(): boolean {
    const isDone = this.jobs.length === 0 && this.running === 0 && !this.isTidyingDeferred;
    const isAlone = this.state === 'away' || this.state === 'lost';
    const isInOrder = this.state === 'together' && this.unanswered === 0 && this.arriving === 0;
    return this.state === 'lost' || (isDone && (isAlone || isInOrder));
  }

  /** Whether this window is without the others for a while. */
  get isAway(): boolean {
    return this.state !== 'together' && this.state !== 'lost';
  }

  /** How many windows have the workbook open. */
  get memberCount(): number {
    return this.state === 'together' ? this.room.members.length : 1;
  }

  /** How many units of changes were sent. */
  get sentCount(): number {
    return this.unitCount;
  }

  /** The units that make the workbook of this window. */
  saveLog(): SavedLog<Change> {
    const { after, units } = this.log.save();
    return { after, units: [...units, ...this.unconfirmed] };
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
    if (this.state === 'lost') {
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
    if (this.state !== 'together') {
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

  /** The line is broken. */
  leave(): void {
    if (this.state === 'lost') {
      return;
    }
    const wasTogether = this.state === 'together';
    this.flush();
    this.state = 'leaving';
    this.arrived = this.arrived.then(() => {
      this.state = 'away';
      this.room = EMPTY_ROOM;
      this.unanswered = 0;
      this.hasAsked = false;
      this.hasGiven = false;
      this.missed = [];
      this.sharing = null;
      this.served.clear();
      this.heardEnough();
      if (wasTogether) {
        this.keepUnshared();
      }
      this.document.away(this.unconfirmed.length);
      this.startJobs();
      this.deferTidying();
    });
  }

  /**
   * There is a line again; `receive` is to be given every announcement from the one by which this window has a place in the room.
   *
   * @param me the name of this window there
   * @param theirs the log of the workbook that the others have; null if there are no others
   */
  comeBack(me: string, theirs: SavedLog<Change> | null): void {
    this.arrived = this.arrived.then(() => {
      if (this.state === 'away') {
        this.state = 'returning';
        this.me = me;
        this.theirs = theirs;
      }
    });
  }

  /** Makes units again that a window left behind which is gone: those that the others have not seen. */
  adopt(kept: SavedLog<Change>): Promise<void> {
    return this.write(() => {
      this.flush();
      const apart = divergence(kept, this.saveLog());
      if (apart === null) {
        this.document.tell([
          'A window that was away has left edits that cannot be made again: too much has been changed since. It wrote:',
          ...kept.units.flatMap(({ changes }) => this.document.textsOf(changes)),
        ]);
      } else {
        this.replay(apart);
        this.sharing = (this.sharing ?? 0) + apart.missing.length;
        this.tellOfSharing();
      }
      kept.units.forEach(({ id }) => this.kept.add(id));
      kept.units.filter((unit) => apart?.missing.includes(unit) !== true).forEach(({ id }) => this.forget(id));
    });
  }

  /** From now on this window is alone with its workbook. */
  lose(reason: string): void {
    if (this.state !== 'lost') {
      this.state = 'lost';
      this.line.lose(reason);
      this.heardEnough();
      this.startJobs();
    }
  }

  private heardEnough(): void {
    this.echoes.forEach((resolve) => resolve());
    this.echoes.clear();
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
    const inThisTurn = !this.othersWait || this.isAway ? this.jobs.length : this.running === 0 ? 1 : 0;
    this.jobs.splice(0, inThisTurn).forEach((start) => start());
  }

  private ask(): void {
    const isReturning = this.state === 'returning';
    const wants = isReturning ? this.room.writer !== this.me : this.state === 'together' && this.jobs.length > 0;
    const isKnown = this.hasAsked || this.room.waiting.includes(this.me);
    if (wants && !isKnown && isIn(this.room, this.me)) {
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
    if (this.state === 'returning' && this.room.writer === this.me) {
      this.state = 'comparing';
      this.arrived = this.arrived.then(() => this.compare());
      return;
    }
    if (this.state === 'together' && this.mayWrite && (this.othersWait || this.document.isHidden())) {
      this.hasGiven = true;
      this.post({ kind: 'give' });
    }
    this.startJobs();
  }

  private flush(): void {
    if (this.state === 'lost') {
      this.unit = [];
      return;
    }
    if (!this.mayWrite) {
      return;
    }
    const changes = [...this.unit.splice(0), ...this.document.unnoted()];
    if (changes.length > 0) {
      this.add({ id: crypto.randomUUID(), changes });
    }
  }

  /** A unit was made here: it is sent or, while there is nobody to send it to, kept. */
  private add(unit: Unit<Change>, told: readonly string[] = []): void {
    const after = this.unconfirmed.at(-1)?.id ?? this.log.last;
    this.unconfirmed.push(unit);
    if (this.isAway) {
      this.keep(unit, after);
      this.document.away(this.unconfirmed.length);
    } else {
      this.send(unit, told);
    }
  }

  private send({ id, changes }: Unit<Change>, told: readonly string[] = []): void {
    this.unitCount += 1;
    this.post({ kind: 'change', unit: id, changes, ...(told.length === 0 ? {} : { told }) });
  }

  private keep(unit: Unit<Change>, after: string): void {
    this.kept.add(unit.id);
    this.document.keep(unit, after);
  }

  private forget(id: string): void {
    if (this.kept.delete(id)) {
      this.document.forget(id);
    }
  }

  /** What the others may not have: what was on its way, and what came last, for a message may have reached some and not others. */
  private keepUnshared(): void {
    const { after, units } = this.log.tail();
    let before = after;
    for (const unit of [...units, ...this.unconfirmed]) {
      this.keep(unit, before);
      before = unit.id;
    }
  }

  private post(message: RoomMessage): void {
    this.unanswered += 1;
    this.line.post(message);
  }

  private async take({ event, room }: Announcement): Promise<void> {
    // What arrives after the line broke is found out again when the window is back.
    if (this.state === 'lost' || this.state === 'leaving' || this.state === 'away') {
      return;
    }
    if (event.from === this.me) {
      this.heardOwn(event);
    } else if (event.kind === 'change') {
      await this.takeUnit({ id: event.unit, changes: event.changes as readonly Change[] }, event.told ?? []);
    }
    const before = this.room.members.length;
    this.room = room;
    if (this.state === 'together' && before !== room.members.length) {
      this.document.membersChanged(room.members.length);
    }
    this.serveNewcomers();
    if (this.state === 'returning') {
      this.ask();
    }
    this.startJobs();
    this.deferTidying();
  }

  private heardOwn(event: Announcement['event']): void {
    if (event.kind === 'join') {
      return;
    }
    this.unanswered -= 1;
    this.hasAsked &&= event.kind !== 'ask';
    this.hasGiven &&= event.kind !== 'give';
    if (event.kind === 'echo') {
      this.echoes.get(event.token)?.();
      this.echoes.delete(event.token);
    } else if (event.kind === 'change') {
      const unit = this.unconfirmed.shift();
      if (unit) {
        this.log.add(unit);
        this.forget(unit.id);
        this.tellOfSharing();
      }
    }
  }

  /** What was shared after a time away is shared when it has its place in the common order. */
  private tellOfSharing(): void {
    if (this.sharing !== null && this.unconfirmed.length === 0) {
      this.document.back(this.sharing);
      this.sharing = null;
    }
  }

  private async takeUnit(unit: Unit<Change>, told: readonly string[]): Promise<void> {
    if (this.state === 'together') {
      await this.document.apply(unit.changes);
      this.log.add(unit);
      this.document.tell(told);
    } else {
      this.missed.push(unit);
    }
  }

  private get isComparing(): boolean {
    return this.state === 'comparing';
  }

  /** This window has its turn: nobody else writes, and what the others have is known. */
  private async compare(): Promise<void> {
    const known = this.theirs ?? (await this.document.savedLog()) ?? this.saveLog();
    const apart = divergence(this.saveLog(), { after: known.after, units: [...known.units, ...this.missed] });
    if (!this.isComparing) {
      return;
    }
    if (apart === null) {
      this.lose(UNMERGEABLE);
    } else if (apart.theirs.length > 0 && apart.own.length > 0) {
      this.state = 'away';
      this.document.beginAnew();
    } else {
      await this.joinAgain(apart);
    }
  }

  /** Only one side has written. */
  private async joinAgain({ theirs, own }: Divergence<Change>): Promise<void> {
    for (const unit of theirs) {
      await this.document.apply(unit.changes);
      this.log.add(unit);
      if (!this.isComparing) {
        return;
      }
    }
    const { after, units } = this.saveLog();
    const shared = units.filter((unit) => !own.includes(unit));
    this.sharing = this.unconfirmed.length;
    this.log = new UnitLog({ after, units: shared });
    this.unconfirmed = [...own];
    this.state = 'together';
    own.forEach((unit) => this.send(unit));
    [...this.kept].filter((id) => !own.some((unit) => unit.id === id)).forEach((id) => this.forget(id));
    this.document.membersChanged(this.room.members.length);
    this.tellOfSharing();
    this.serveNewcomers();
    this.startJobs();
    this.deferTidying();
  }

  private replay({ theirs, own, missing }: Divergence<Change>): void {
    const replay = this.document.replay(theirs);
    for (const unit of own) {
      if (!missing.includes(unit)) {
        replay.pass(unit.changes);
        continue;
      }
      const told = replay.make(unit.changes);
      this.add({ id: unit.id, changes: [...this.unit.splice(0), ...this.document.unnoted()] }, told);
      this.document.tell(told);
    }
  }

  /** The first who has the workbook hands it on, in its turn: after all it wrote, and before anyone else writes. */
  private serveNewcomers(): void {
    if (this.state !== 'together' || this.room.members.find((member) => member.hasWorkbook)?.id !== this.me) {
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
