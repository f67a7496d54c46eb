/**
 * A workbook that several windows have open, in one browser or in several on one machine.
 */
import type { WriteRules } from '../grid/replication';
import { applyChanges, BesideMutations, type Change, type ChangeTarget } from './carried';
import { RelayLine } from './relay-line';
import type { Announcement } from './room';
import { SHARE_NAME } from './share-address';
import { SharedWriting } from './shared-writing';

/** How the sharing goes, for scripts and tests. */
export interface SharedWorkbookState {
  readonly name: string;
  /** Windows that have the workbook open, this one included; 1 after the connection was lost. */
  readonly windows: number;
  /** Units of changes that this window sent. */
  readonly sent: number;
}

/** The workbook of this window. */
export interface SharedParts<Workbook> extends ChangeTarget {
  save(): Workbook;
  /** Runs a task while no request of the add-in is under way. */
  between<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is being calculated. */
  calculated(): Promise<void>;
  /** The number of windows has changed. */
  windowsChanged(count: number): void;
  /** The sharing has ended. */
  lost(reason: string): void;
}

/** The sharing of one workbook: it is joined when this is made; the grid is made from what that gives, and then attached. */
export class SharedWorkbook<Workbook> {
  /** The rules for the grid: what this window may not change yet waits. */
  readonly writeRules: WriteRules = {
    mayWrite: () => this.writing?.mayWrite ?? true,
    later: (command) => void this.writing?.write(command),
    takes: () => true,
    note: (mutation) => this.writing?.note({ kind: 'mutation', mutation }),
  };
  /** The workbook as a window that is there has it; null if this is the first. Rejects if there is no relay. */
  readonly workbook: Promise<Workbook | null>;
  private readonly line: RelayLine;
  private writing: SharedWriting<Change, Workbook> | null = null;
  private backlog: Announcement[] = [];
  private receive: (announcement: Announcement) => void = () => undefined;
  private lose: (reason: string) => void = () => undefined;

  constructor(private readonly name: string) {
    if (!SHARE_NAME.test(name)) {
      throw new Error(
        `"${name}" is not a name for a shared workbook: 22 to 64 letters, digits, "-" and "_". The button Share makes one.`,
      );
    }
    this.workbook = new Promise((resolve, reject) => {
      this.receive = (announcement) => this.receiveBefore(announcement, resolve);
      this.lose = (reason) => reject(new Error(`The workbook "${name}" could not be shared: ${reason}.`));
    });
    this.line = new RelayLine(
      name,
      (announcement) => this.receive(announcement),
      (reason) => this.lose(reason),
    );
  }

  /** Whether all that was written here is known to be in order, and all that has arrived is made. */
  get isSettled(): boolean {
    return this.writing?.isSettled ?? false;
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
    const document = {
      apply: (changes: readonly Change[]): Promise<void> =>
        parts.between(async () => {
          applyChanges(parts, changes);
          beside.news();
        }),
      unnoted: () => beside.news(),
      quietly: (task: () => void): Promise<void> => parts.between(() => parts.calculated().then(task)),
      save: () => parts.save(),
      membersChanged: (count: number) => parts.windowsChanged(count),
      isHidden: () => window.document.visibilityState === 'hidden',
    };
    const writing = new SharedWriting<Change, Workbook>(this.line.me, line, document, (task) => setTimeout(task, 0));
    window.document.addEventListener('visibilitychange', () => writing.visibilityChanged());
    this.writing = writing;
    this.lose = (reason) => writing.lose(reason);
    this.receive = (announcement) => writing.receive(announcement);
    this.backlog.splice(0).forEach(this.receive);
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
    return { name: this.name, windows: this.writing?.memberCount ?? 1, sent: this.writing?.sentCount ?? 0 };
  }

  /** Until this window has the workbook, what others change is none of its business. */
  private receiveBefore(announcement: Announcement, resolve: (workbook: Workbook | null) => void): void {
    const { event, room } = announcement;
    const hasWorkbook = room.members.some((member) => member.id === this.line.me && member.hasWorkbook);
    if (hasWorkbook && this.backlog.length === 0) {
      resolve(event.kind === 'workbook' ? (event.workbook as Workbook) : null);
    }
    if (hasWorkbook) {
      this.backlog.push(announcement);
    }
  }
}
