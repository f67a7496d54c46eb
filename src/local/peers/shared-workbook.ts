/**
 * A workbook that several windows have open, in one browser or in several on one machine.
 */
import type { WriteRules } from '../grid/replication';
import { applyChanges, BesideMutations, textsOf, type Change, type ChangeTarget } from './carried';
import { RelayLine, type LineFailure } from './relay-line';
import type { Announcement } from './room';
import { SHARE_NAME } from './share-address';
import { SharedWriting, type SharedDocument } from './shared-writing';
import type { SavedLog } from './unit-log';

/** How the sharing goes, for scripts and tests. */
export interface SharedWorkbookState {
  readonly name: string;
  /** Windows that have the workbook open, this one included; 1 while this window is without the others. */
  readonly windows: number;
  /** Units of changes that this window sent. */
  readonly sent: number;
  /** Whether the server is away, or this window has not yet come back to the others. */
  readonly isAway: boolean;
}

/** A workbook with the log of the units that made it; one that was never shared has none. */
export interface LoggedWorkbook {
  readonly log?: SavedLog<Change> | undefined;
}

type Document<Workbook> = SharedDocument<Change, Workbook>;

/** The workbook of this window. */
export interface SharedParts<Workbook>
  extends
    ChangeTarget,
    Pick<
      Document<Workbook>,
      'save' | 'savedLog' | 'replay' | 'keep' | 'forget' | 'away' | 'back' | 'tell' | 'beginAnew'
    > {
  /** The log of the workbook that was opened, if it has one. */
  readonly log: SavedLog<Change> | undefined;
  /** What windows left behind that were away and are gone. */
  readonly leftBehind: readonly SavedLog<Change>[];
  /** Runs a task while no request of the add-in is under way. */
  between<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is being calculated. */
  calculated(): Promise<void>;
  /** The number of windows has changed. */
  windowsChanged(count: number): void;
  /** The sharing has ended. */
  lost(reason: string): void;
}

/** After what a server that was away is tried again. */
const RETRY_MS = 1_000;

/** The sharing of one workbook: it is joined when this is made; the grid is made from what that gives, and then attached. */
export class SharedWorkbook<Workbook extends LoggedWorkbook> {
  /** The rules for the grid: what this window may not change yet waits. */
  readonly writeRules: WriteRules = {
    mayWrite: () => this.writing?.mayWrite ?? true,
    later: (command) => void this.writing?.write(command),
    takes: () => true,
    note: (mutation) => this.writing?.note({ kind: 'mutation', mutation }),
  };
  /** The workbook as a window that is there has it; null if this is the first. Rejects if there is no relay. */
  readonly workbook: Promise<Workbook | null>;
  private line: RelayLine;
  private writing: SharedWriting<Change, Workbook> | null = null;
  private backlog: Announcement[] = [];
  private receive: (announcement: Announcement) => void = () => undefined;
  /** The line broke while the grid was being made. */
  private failedBefore: LineFailure | null = null;
  private fail: (failure: LineFailure) => void = () => undefined;

  constructor(private readonly name: string) {
    if (!SHARE_NAME.test(name)) {
      throw new Error(
        `"${name}" is not a name for a shared workbook: 22 to 64 letters, digits, "-" and "_". The button Share makes one.`,
      );
    }
    this.workbook = new Promise((resolve, reject) => {
      this.receive = (announcement) => this.receiveBefore(announcement, resolve);
      this.fail = (failure) => {
        this.failedBefore = failure;
        reject(new Error(`The workbook "${name}" could not be shared: ${failure.reason}.`));
      };
    });
    this.line = this.newLine();
  }

  /** Whether all that was written here is known to be in order, and all that has arrived is made. */
  get isSettled(): boolean {
    return this.writing?.isSettled ?? false;
  }

  /** Whether this window is without the others for a while. */
  get isAway(): boolean {
    return this.writing?.isAway ?? false;
  }

  /** The units that made the workbook of this window. */
  saveLog(): SavedLog<Change> | undefined {
    return this.writing?.saveLog();
  }

  /** Connects the workbook that was made. */
  attach(parts: SharedParts<Workbook>): void {
    const beside = new BesideMutations(parts);
    const line = {
      post: (message: Parameters<RelayLine['post']>[0]): void => this.line.post(message),
      lose: (reason: string): void => {
        this.line.close();
        parts.lost(reason);
      },
    };
    const document: Document<Workbook> = {
      ...parts,
      apply: (changes) =>
        parts.between(async () => {
          applyChanges(parts, changes);
          beside.news();
        }),
      unnoted: () => beside.news(),
      textsOf,
      quietly: (task) => parts.between(() => parts.calculated().then(task)),
      membersChanged: (count) => parts.windowsChanged(count),
      isHidden: () => window.document.visibilityState === 'hidden',
      beginAnew: () => {
        this.line.close();
        parts.beginAnew();
      },
    };
    // A workbook that was never shared begins with a log of its own.
    const log = parts.log ?? { after: crypto.randomUUID(), units: [] };
    const writing = new SharedWriting<Change, Workbook>(
      this.line.me,
      line,
      document,
      (task) => setTimeout(task, 0),
      log,
    );
    window.document.addEventListener('visibilitychange', () => writing.visibilityChanged());
    this.writing = writing;
    this.fail = (failure) => this.lineFailed(failure, writing);
    this.receive = (announcement) => writing.receive(announcement);
    this.backlog.splice(0).forEach(this.receive);
    if (this.failedBefore !== null) {
      this.lineFailed(this.failedBefore, writing);
    }
    parts.leftBehind.forEach((left) => void writing.adopt(left));
  }

  /** Runs what writes when this window may. */
  async write<T>(job: () => T | Promise<T>): Promise<T> {
    return this.writing ? this.writing.write(job) : job();
  }

  /** Resolves when all that others did before now has been done here. */
  async heardAll(): Promise<void> {
    await this.writing?.heardAll();
  }

  state(): SharedWorkbookState {
    const { writing, name, isAway } = this;
    return { name, windows: writing?.memberCount ?? 1, sent: writing?.sentCount ?? 0, isAway };
  }

  private newLine(): RelayLine {
    return new RelayLine(
      this.name,
      (announcement) => this.receive(announcement),
      (failure) => this.fail(failure),
    );
  }

  private lineFailed({ reason, isPassing }: LineFailure, writing: SharedWriting<Change, Workbook>): void {
    if (isPassing) {
      writing.leave();
      this.tryAgain(writing);
    } else {
      writing.lose(reason);
    }
  }

  /** Tries until there is a line again, and a place in the room. */
  private tryAgain(writing: SharedWriting<Change, Workbook>): void {
    setTimeout(() => {
      this.receive = (announcement) => {
        if (this.isIn(announcement)) {
          const { event } = announcement;
          writing.comeBack(this.line.me, event.kind === 'workbook' ? ((event.workbook as Workbook).log ?? null) : null);
          this.receive = (later) => writing.receive(later);
          this.receive(announcement);
        }
      };
      this.line = this.newLine();
    }, RETRY_MS);
  }

  /** Until this window has the workbook, what others change is none of its business. */
  private receiveBefore(announcement: Announcement, resolve: (workbook: Workbook | null) => void): void {
    if (this.isIn(announcement)) {
      const { event } = announcement;
      if (this.backlog.length === 0) {
        resolve(event.kind === 'workbook' ? (event.workbook as Workbook) : null);
      }
      this.backlog.push(announcement);
    }
  }

  /** Whether this window has the workbook, by its own name there. */
  private isIn({ room }: Announcement): boolean {
    return room.members.some((member) => member.id === this.line.me && member.hasWorkbook);
  }
}
