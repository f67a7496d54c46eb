/**
 * The local workbook: opens the saved workbook, makes the grid, and hosts the add-in that the manifest names.
 */
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import './local.css';
import { readManifest, type Manifest } from './page/manifest';
import { AddinRuntime } from './page/addin-runtime';
import { automation } from './page/automation';
import { CallRecords } from './functions/call-records';
import { readFunctionDefinitions, type FunctionDefinition } from './functions/definitions';
import { evaluate } from './functions/evaluation';
import { createGrid, type Grid, type SavedGrid } from './grid/grid';
import { initialWorkbook, type InitialSheets } from './grid/initial-workbook';
import type { StartState } from './model/host';
import { FileActions } from './page/file-actions';
import { Pane } from './page/pane';
import { openSharedWindows, showSharing } from './page/sharing';
import { Shell } from './page/shell';
import { updateStatusLine } from './page/status-line';
import { SHARE_PARAMETER } from './peers/share-address';
import { SharedWorkbook } from './peers/shared-workbook';
import { DocumentSettings } from './files/store/document-settings';
import { Saver } from './files/store/saver';
import { WorkbookStore } from './files/store/workbook-store';
import { WorkbookFiles } from './files/workbook-files';
import { WorkbookHost } from './workbook-host';
import { appContext, DisplayMode } from './protocol/app-context';

interface SavedWorkbook extends SavedGrid {
  readonly startState?: StartState;
  readonly settings: readonly (readonly [string, string])[];
}

const VISIBILITY_EVENT = [65_536, 65_539, ''] as const;
const SELECTION_EVENT = 'documentSelectionChanged';

async function fetchText(url: string | URL, what: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${what} could not be loaded: ${response.status} for ${String(url)}.`);
  }
  return response.text();
}

async function fetchDefinitions(manifest: Manifest): Promise<FunctionDefinition[]> {
  return manifest.metadataUrl
    ? readFunctionDefinitions(await fetchText(new URL(manifest.metadataUrl, location.href), 'The list of functions'))
    : [];
}

/** The sheets that the add-in ships for a new workbook, if it ships any. */
async function fetchInitialSheets(manifestUrl: URL): Promise<InitialSheets | null> {
  const response = await fetch(new URL('assets/tour.json', manifestUrl));
  return response.ok ? ((await response.json()) as InitialSheets) : null;
}

async function newWorkbook(manifestUrl: URL): Promise<SavedWorkbook | null> {
  const initial = await fetchInitialSheets(manifestUrl);
  return (
    initial && {
      workbook: initialWorkbook(initial),
      spilled: null,
      details: null,
      tableStyles: {},
      veryHiddenSheets: [],
      activeSheetId: null,
      settings: [],
    }
  );
}

async function open(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const isReadOnly = query.has('readonly');
  const shell = new Shell();
  const manifestUrl = new URL(query.get('manifest') ?? 'manifest.xml', location.href);
  const manifest = readManifest(await fetchText(manifestUrl, 'The manifest'));
  const storeOf = (name: string | null): WorkbookStore<SavedWorkbook> =>
    new WorkbookStore(name === null ? manifest.id : `${manifest.id}?${SHARE_PARAMETER}=${name}`);
  const shareName = query.get(SHARE_PARAMETER);
  const store = storeOf(shareName);
  const shared = shareName === null ? null : new SharedWorkbook<SavedWorkbook>(shareName);
  const [functions, saved] = await Promise.all([
    fetchDefinitions(manifest),
    Promise.resolve(shared?.workbook ?? null)
      .then((sharedWorkbook) => sharedWorkbook ?? store.load())
      .then((found) => found ?? newWorkbook(manifestUrl)),
  ]);
  const settings = new DocumentSettings(saved?.settings ?? [], () => saver.changed());

  let startState: StartState = saved?.startState ?? 'Inactive';

  const defer = (task: () => void): void => void setTimeout(task, 0);
  const records: CallRecords = new CallRecords(
    { invoke: (wave) => runtime.invoke(wave), cancel: (invocationId) => runtime.cancel(invocationId) },
    { start: (cells) => grid.calculation.start(cells), exists: ({ sheetId }) => grid.sheets.exists(sheetId), defer },
  );
  const grid: Grid = createGrid({
    containerId: 'grid',
    functions,
    saved,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    evaluate: (cell, definition, args) => evaluate(records, cell, definition, args),
    runListener: {
      runStarted: () => records.runStarted(),
      runEnded: (end) => {
        records.runEnded(end);
        defer(() => updateStatusLine(shell, grid));
      },
    },
    writeRules: shared?.writeRules ?? null,
    onChange: (change, source) => {
      host.observe(change, source);
      if (change.kind === 'selection') {
        updateStatusLine(shell, grid);
        if (runtime.listensTo(SELECTION_EVENT)) {
          runtime.sendEvent(SELECTION_EVENT, {});
        }
      } else {
        saver.changed();
      }
    },
  });
  const save = (): SavedWorkbook => ({ ...grid.save(), settings: settings.list(), startState });
  const saver: Saver<SavedWorkbook> = new Saver(store, save, () => !grid.calculation.isIdle);
  const pane = new Pane(shell, (state) => {
    if (state === 'Visible') {
      runtime.start(DisplayMode.Taskpane);
    }
    const visibility = state === 'Visible' ? 'Visible' : 'Hidden';
    runtime.sendEntries([[...VISIBILITY_EVENT, JSON.stringify({ visibility }), 0, false]]);
  });
  const host: WorkbookHost = new WorkbookHost({
    grid,
    records,
    pane,
    start: {
      state: () => startState,
      setState: (state) => {
        startState = state;
        saver.changed();
      },
    },
    settings,
    isReadOnly,
    send: (entries) => runtime.sendEntries(entries),
    functionsReady: () => runtime.functionsReady(),
    write: (job) => (shared ? shared.write(job) : job()),
  });
  const runtime: AddinRuntime = new AddinRuntime(shell.frameHolder, manifest, {
    handler: host,
    appContext: (conversation, mode) => appContext(conversation, mode, settings.list(), isReadOnly),
    sheetName: (sheetId) => grid.sheets.name(sheetId),
    failed: (reason) => {
      records.failPending(reason);
      shell.showNotice(reason);
    },
  });

  shared?.attach({
    applyMutations: (mutations) => grid.apply(mutations),
    notes: () => grid.notes(),
    takeNotes: (notes) => grid.takeNotes(notes),
    settings: () => settings.list(),
    takeSettings: (saved) => settings.adopt(saved),
    save,
    between: (task) => host.between(task),
    calculated: () => grid.calculation.idle(),
    windowsChanged: (count) => showSharing(shell, count),
    lost: (reason) => {
      showSharing(shell, 1);
      shell.showNotice(`This window is no longer shared: ${reason}. Load the page again to join the others.`);
    },
  });
  openSharedWindows(shell, shareName, async (name) => {
    await storeOf(name).save(save());
    return store.blockedBecause;
  });
  shell.labelPaneButton(manifest.button, manifest.displayName);
  const startAnew = async (): Promise<void> => {
    await saver.stop();
    await store.clear();
    location.reload();
  };
  // The workbook of several windows is not one's own to throw away.
  shell.newWorkbookButton.hidden = shared !== null;
  shell.openButton.hidden = shared !== null;
  shell.newWorkbookButton.addEventListener('click', () => void startAnew());
  const files = new WorkbookFiles({
    grid,
    functions,
    isQuiet: () => grid.calculation.isIdle && records.isSettled,
    replace: async (opened) => {
      if (shared !== null) {
        throw new Error('A shared workbook belongs to all its windows. Open the file in a window that is not shared.');
      }
      await saver.stop();
      await store.save({ ...opened, settings: [] });
      if (store.blockedBecause !== null) {
        throw new Error(
          `This browser does not keep it for this page (${store.blockedBecause}). Allow storage for this address.`,
        );
      }
      location.reload();
    },
  });
  new FileActions(shell, files);
  if (store.blockedBecause !== null) {
    shell.showNotice(
      `This browser keeps nothing for this page (${store.blockedBecause}). The workbook is lost on reload.`,
    );
  }
  window.localWorkbook = automation({
    grid,
    ready: grid.rendered(),
    underWay: () =>
      Object.entries({
        'a run of the formula engine': !grid.calculation.isIdle,
        [`calls of functions (${records.whatIsOnItsWay})`]: !records.isSettled,
        'a request of the add-in or an event for it': !host.isIdle,
        'the start of the add-in': runtime.isStarting,
        'what the add-in does next': !host.addinIsQuiet,
        'the other windows': shared?.isSettled === false,
      }).flatMap(([what, isUnderWay]) => (isUnderWay ? [what] : [])),
    heardAll: async () => shared?.heardAll(),
    saveNow: () => saver.saveNow(),
    sharing: () => shared?.state() ?? null,
    write: (job) => void (shared ? shared.write(job) : job()),
    killRuntime: () => {
      runtime.stop();
      pane.setState('Background');
      host.addinGone();
    },
    newWorkbook: startAnew,
    saveXlsx: () => files.save(),
    openXlsx: (bytes) => files.open(bytes),
  });
  if (startState === 'Background') {
    runtime.start(DisplayMode.Hidden);
  }
  await grid.rendered();
  updateStatusLine(shell, grid);
}

open().catch((error: unknown) => {
  console.error(error);
  const notice = document.getElementById('notice');
  if (notice) {
    notice.hidden = false;
    notice.textContent = error instanceof Error ? error.message : String(error);
  }
});
