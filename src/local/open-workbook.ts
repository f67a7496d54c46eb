/**
 * The open workbook: the grid, the add-in and the host between them, each made for the others.
 */
import { CallRecords } from './functions/call-records';
import { evaluate } from './functions/evaluation';
import type { ChangeSource, GridChange } from './grid/changes';
import { createGrid, type Grid } from './grid/grid';
import type { WriteRules } from './grid/replication';
import type { Loaded, SavedWorkbook, Shared } from './load';
import type { RuntimeState, StartState } from './model/host';
import { AddinRuntime } from './page/addin-runtime';
import { Landmarks, type LandmarkFocus } from './page/landmarks';
import { Pane } from './page/pane';
import { actionOf, type PressedKey } from './page/shortcuts';
import { showAway, showBack, showSharing } from './page/sharing';
import type { Shell } from './page/shell';
import { updateStatusLine } from './page/status-line';
import { applyChanges, BesideMutations, replayChanges, type Change, type ChangeTarget } from './peers/carried';
import { appContext, DisplayMode } from './protocol/app-context';
import { HostAction } from './protocol/messages';
import { DocumentSettings } from './files/store/document-settings';
import { Journal } from './files/store/journal';
import { Saver } from './files/store/saver';
import { WorkbookHost } from './workbook-host';

const VISIBILITY_EVENT = [65_536, 65_539, ''] as const;
/** So many sheets are named where a workbook is. */
const MOST_NAMES = 4;
const SELECTION_EVENT = 'documentSelectionChanged';
/** What has the keyboard while the grid has it. */
const CELL = '[data-u-comp="editor"]';

function defer(task: () => void): void {
  setTimeout(task, 0);
}

/** Made once, when the page is opened. */
export class OpenWorkbook {
  readonly grid: Grid;
  readonly saver: Saver<SavedWorkbook>;
  private readonly records: CallRecords;
  private readonly settings: DocumentSettings;
  private readonly pane: Pane;
  private readonly landmarks: Landmarks;
  private readonly host: WorkbookHost;
  private readonly runtime: AddinRuntime;
  private readonly journal: Journal<Change>;
  private startState: StartState;
  private isEdited: boolean;
  private isFaultTold = false;

  constructor(
    private readonly shell: Shell,
    private readonly loaded: Loaded,
  ) {
    this.startState = loaded.saved?.startState ?? 'Inactive';
    this.isEdited = (loaded.saved?.isEdited ?? false) || loaded.journal.changes.length > 0;
    this.settings = new DocumentSettings(loaded.saved?.settings ?? [], () => this.changed());
    let beside: BesideMutations | null = null;
    // What another page keeps, or several windows, is not written down here.
    this.journal = new Journal<Change>(loaded.store, loaded.journal.last, () =>
      this.keeps ? (beside?.news() ?? []) : [],
    );
    this.records = new CallRecords(
      { invoke: (wave) => this.runtime.invoke(wave), cancel: (invocationId) => this.runtime.cancel(invocationId) },
      {
        start: (cells) => this.grid.calculation.start(cells),
        exists: ({ sheetId }) => this.grid.sheets.exists(sheetId),
        defer,
      },
    );
    this.grid = this.makeGrid();
    this.saver = new Saver(
      loaded.store,
      () => {
        const whole = this.save();
        this.journal.wholeSaved();
        return whole;
      },
      () => !this.grid.calculation.isIdle,
      () => this.keeps && this.journal.isWhole,
      (problem) => this.tellOfSaving(problem),
    );
    if (!this.keeps && loaded.shared === null) {
      void this.saver.stop();
    }
    if (loaded.saved?.isUnfinished) {
      this.grid.calculation.calculateAll();
    }
    this.pane = this.makePane();
    this.landmarks = new Landmarks(shell, this.landmarkFocus);
    this.host = this.makeHost();
    this.runtime = this.makeRuntime();
    this.hearKeys();
    shell.closeNoticeButton.addEventListener('click', () => this.grid.selection.focus());
    this.makeAgain(loaded.journal.changes);
    beside = new BesideMutations(this.changeTarget);
    if (loaded.shared !== null) {
      this.share(loaded.shared);
    }
  }

  /** The workbook as it is to be kept. */
  save(): SavedWorkbook {
    return {
      ...this.grid.save(),
      settings: this.settings.list(),
      startState: this.startState,
      isUnfinished: !this.grid.calculation.isIdle,
      isEdited: this.isEdited,
      journaled: this.journal.close(),
      log: this.loaded.shared?.workbook.saveLog(),
    };
  }

  /** Whether something would be lost if another workbook took its place. */
  get isChanged(): boolean {
    return this.isEdited;
  }

  /** What the workbook is recognised by among others: its first sheets. */
  get title(): string {
    const { sheets } = this.grid;
    const names = sheets.ids().flatMap((id) => (sheets.visibility(id) === 'Visible' ? [sheets.name(id)] : []));
    return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')}, ...` : names.join(', ');
  }

  /** Whether this page alone keeps the workbook. */
  private get keeps(): boolean {
    return this.loaded.shared === null && !this.loaded.isElsewhere;
  }

  /** Whether nothing is being calculated and no call is on its way. */
  get isQuiet(): boolean {
    return this.grid.calculation.isIdle && this.records.isSettled;
  }

  /** Makes a change when this window may. */
  write<T>(job: () => T | Promise<T>): Promise<T> | T {
    const { shared } = this.loaded;
    return shared ? shared.workbook.write(job) : job();
  }

  /** Starts the add-in with the workbook, if the add-in has asked for that. */
  startAddinIfAsked(): void {
    if (this.startState === 'Background') {
      this.runtime.start(DisplayMode.Hidden);
    }
  }

  /** Shows the add-in's pane; the keyboard stays where it is. */
  showPane(): void {
    this.pane.setState('Visible');
  }

  /** Removes the add-in, as Office does before it starts one anew. */
  killAddin(): void {
    this.runtime.stop();
    this.pane.setState('Background');
    this.host.addinGone();
  }

  /** What has not ended yet, in words; empty when all is at rest. */
  underWay(): string[] {
    return Object.entries({
      'a run of the formula engine': !this.grid.calculation.isIdle,
      [`calls of functions (${this.records.whatIsOnItsWay})`]: !this.records.isSettled,
      'a request of the add-in or an event for it': !this.host.isIdle,
      'the start of the add-in': this.runtime.isStarting,
      'what the add-in does next': !this.host.addinIsQuiet,
      'the other windows': this.loaded.shared?.workbook.isSettled === false,
    }).flatMap(([what, isUnderWay]) => (isUnderWay ? [what] : []));
  }

  private makeGrid(): Grid {
    const { functions, saved, shared, conventions } = this.loaded;
    return createGrid({
      containerId: 'grid',
      functions,
      saved,
      conventions,
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      evaluate: (cell, definition, args) => evaluate(this.records, cell, definition, args),
      runListener: {
        runStarted: () => this.records.runStarted(),
        runEnded: (end) => {
          this.records.runEnded(end);
          defer(() => updateStatusLine(this.shell, this.grid));
        },
      },
      onFault: (fault) => this.tellOfFault(fault),
      onCalculated: (sheetIds) => this.host.observeCalculation(sheetIds),
      writeRules: shared?.workbook.writeRules ?? this.journalRules,
      onChange: (change, source) => this.observe(change, source),
    });
  }

  private tellOfFault(fault: string | null): void {
    if (fault !== null) {
      this.isFaultTold = true;
      this.shell.showNotice(`This formula cannot be entered. ${fault} Escape leaves the cell as it was.`);
    } else if (this.isFaultTold) {
      this.isFaultTold = false;
      this.shell.hideNotice();
    }
  }

  private tellOfSaving(problem: string | null): void {
    if (problem === null) {
      this.shell.hideNotice();
    } else {
      this.shell.showNotice(
        `Your last changes are not saved in this browser: ${problem} It is tried again every few seconds. To be sure, save the workbook as a file.`,
      );
    }
  }

  private observe(change: GridChange, source: ChangeSource): void {
    this.host.observe(change, source);
    if (change.kind !== 'selection') {
      if (change.kind === 'cells' && source === 'Local' && this.loaded.shared?.workbook.isAway === false) {
        // The user has gone on since she was told that the window is back.
        this.shell.showSharing('');
      }
      this.changed();
      return;
    }
    updateStatusLine(this.shell, this.grid);
    if (this.runtime.listensTo(SELECTION_EVENT)) {
      this.runtime.sendEvent(SELECTION_EVENT, {});
    }
  }

  private makePane(): Pane {
    const changed = (state: RuntimeState): void => {
      if (state === 'Visible') {
        this.runtime.start(DisplayMode.Taskpane);
      }
      const visibility = state === 'Visible' ? 'Visible' : 'Hidden';
      this.runtime.sendEntries([[...VISIBILITY_EVENT, JSON.stringify({ visibility }), 0, false]]);
    };
    return new Pane(this.shell, changed, this.landmarkFocus);
  }

  private get landmarkFocus(): LandmarkFocus {
    return { focusGrid: () => this.grid.selection.focus(), focusPane: () => this.runtime.focus() };
  }

  /** Runs the add-in's action of a key; false if it has none. */
  private runShortcut(key: PressedKey): boolean {
    const action = actionOf(this.loaded.shortcuts, key);
    if (action !== null) {
      this.runtime.runAction(action);
    }
    return action !== null;
  }

  private hearKeys(): void {
    window.addEventListener(
      'keydown',
      (event) => {
        if (this.hears(event)) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
      },
      true,
    );
  }

  /** Does what a key means; false if it means nothing here. */
  private hears(event: KeyboardEvent): boolean {
    const { key, altKey, ctrlKey, target } = event;
    if (key === 'Escape') {
      return this.grid.filterPanel.close();
    }
    if (key === 'ArrowDown' && altKey && target instanceof Element && target.matches(CELL)) {
      return this.grid.filterPanel.open();
    }
    return (altKey || ctrlKey) && this.runShortcut(event);
  }

  /** A key that the user pressed in the add-in's page. */
  private keyInPane(action: HostAction, details: unknown): void {
    switch (action) {
      case HostAction.CtrlF6Exit:
      case HostAction.CtrlF6ExitShift:
        this.landmarks.leavePane(action === HostAction.CtrlF6ExitShift);
        break;
      case HostAction.TabExit:
        // The first Tab after the pane was opened comes from none of its controls.
        if (this.runtime.isAtControl) {
          this.landmarks.leavePane(false);
        } else {
          this.runtime.focus();
        }
        break;
      case HostAction.TabExitShift:
        this.shell.closePaneButton.focus();
        break;
      case HostAction.KeyboardShortcuts:
        this.runShortcut(details as PressedKey);
        break;
      default:
      // What else it tells is no key of this page's.
    }
  }

  private makeHost(): WorkbookHost {
    return new WorkbookHost({
      grid: this.grid,
      records: this.records,
      pane: this.pane,
      start: {
        state: () => this.startState,
        setState: (state) => {
          this.startState = state;
          // Only the whole workbook has it.
          this.changed();
          void this.saver.saveNow();
        },
      },
      settings: this.settings,
      isReadOnly: this.loaded.isReadOnly,
      apiLevel: this.loaded.apiLevel,
      send: (entries) => this.runtime.sendEntries(entries),
      functionsReady: () => this.runtime.functionsReady(),
      write: (job) => Promise.resolve(this.write(job)),
    });
  }

  private makeRuntime(): AddinRuntime {
    return new AddinRuntime(this.shell.frameHolder, this.loaded.manifest, {
      handler: this.host,
      notified: (action, details) => this.keyInPane(action, details),
      appContext: (conversation, mode) => {
        const { isReadOnly, apiLevel, conventions } = this.loaded;
        const { language } = conventions;
        return appContext(conversation, mode, { settings: this.settings.list(), isReadOnly, apiLevel, language });
      },
      sheetName: (sheetId) => this.grid.sheets.name(sheetId),
      failed: (reason) => {
        this.records.failPending(reason);
        this.shell.showNotice(reason);
      },
    });
  }

  /** Something is to be saved. */
  private changed(): void {
    // What is not shared yet is kept by itself: saved, it would take the place of what other windows of this browser have shared.
    if (this.loaded.shared?.workbook.isAway !== true) {
      this.saver.changed();
    }
    this.journal.look();
  }

  /** Nobody else writes here; what is written is kept at once. */
  private get journalRules(): WriteRules {
    return {
      mayWrite: () => true,
      later: (command) => command(),
      takes: (params) => {
        this.isEdited = true;
        return this.keeps && this.journal.takes(params);
      },
      note: (mutation) => this.journal.note({ kind: 'mutation', mutation }),
    };
  }

  /** Makes what was changed after the workbook was saved. */
  private makeAgain(changes: readonly Change[]): void {
    try {
      applyChanges(this.changeTarget, changes);
    } catch (error) {
      console.error('What was changed last could not be made again.', error);
      this.shell.showNotice(
        'The last changes before this page was left could not all be brought back. Check what you typed last.',
      );
    }
  }

  private get changeTarget(): ChangeTarget {
    return {
      applyMutations: (mutations) => this.grid.apply(mutations),
      replayMutations: (others) => this.grid.replay(others),
      notes: () => this.grid.notes(),
      takeNotes: (notes) => this.grid.takeNotes(notes),
      settings: () => this.settings.list(),
      takeSettings: (settings) => this.settings.adopt(settings),
    };
  }

  private share({ workbook, kept }: Shared): void {
    const { saved, leftBehind, store } = this.loaded;
    const target = this.changeTarget;
    workbook.attach({
      ...target,
      log: saved?.log,
      leftBehind,
      save: () => this.save(),
      savedLog: async () => (await store.load()).workbook?.log ?? null,
      replay: (theirs) => replayChanges(target, theirs),
      keep: (unit, after) => void kept.keep(unit, after).then(() => this.tellOfKeeping()),
      forget: (id) => kept.forget(id),
      between: (task) => this.host.between(task),
      calculated: () => this.grid.calculation.idle(),
      windowsChanged: (count) => showSharing(this.shell, count),
      away: (unshared) => {
        void this.saver.saveNow();
        showAway(this.shell, unshared);
      },
      back: (shared) => {
        this.saver.changed();
        showBack(this.shell, shared);
      },
      tell: (sentences) => this.shell.showSentences(sentences),
      beginAnew: () => void this.beginAnew(),
      lost: (reason) => {
        showSharing(this.shell, 1);
        this.shell.showNotice(`This window is no longer shared: ${reason}. Load the page again to join the others.`);
      },
    });
  }

  /** Tells where the browser keeps nothing, which leaves the edits in this window alone. */
  private tellOfKeeping(): void {
    const { blockedBecause } = this.loaded.store;
    if (blockedBecause !== null) {
      this.shell.showNotice(
        `This browser does not keep what is not shared yet: ${blockedBecause} It is in this window only. To be sure, save the workbook as a file.`,
      );
    }
  }

  /** Loads the page again, once nobody is in the middle of something, and only if what is to be made again outlives that. */
  private async beginAnew(): Promise<void> {
    await this.host.atRest();
    if (this.loaded.store.blockedBecause !== null) {
      this.tellOfKeeping();
      return;
    }
    this.loaded.shared?.kept.handOver();
    location.reload();
  }
}
