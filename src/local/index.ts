/**
 * The local workbook: opens the saved workbook, makes the grid, and hosts the add-in that the manifest names.
 */
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import './local.css';
import { readManifest, type Manifest } from './addin/manifest';
import { AddinRuntime } from './addin/runtime';
import { automation } from './automation';
import { CallRecords } from './custom-functions/call-records';
import { readFunctionDefinitions, type FunctionDefinition } from './custom-functions/definitions';
import { evaluate } from './custom-functions/evaluation';
import { createGrid, type Grid, type SavedGrid } from './grid/grid';
import { initialWorkbook, type InitialSheets } from './grid/initial-workbook';
import { FileActions } from './page/file-actions';
import { Pane } from './page/pane';
import { Shell } from './page/shell';
import { updateStatusLine } from './page/status-line';
import { DocumentSettings } from './store/document-settings';
import { Saver } from './store/saver';
import { WorkbookStore } from './store/workbook-store';
import { WorkbookFiles } from './workbook-files';
import { WorkbookHost } from './workbook-host';
import { appContext, DisplayMode } from './xdm/app-context';

interface SavedWorkbook extends SavedGrid {
  readonly settings: readonly (readonly [string, string])[];
}

/** After the add-in was told something or asked for something, it may still be at work on timers of its own. */
const ADDIN_QUIET_MS = 250;
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
  const store = new WorkbookStore<SavedWorkbook>(manifest.id);
  const [functions, saved] = await Promise.all([
    fetchDefinitions(manifest),
    store.load().then((found) => found ?? newWorkbook(manifestUrl)),
  ]);
  const settings = new DocumentSettings(saved?.settings ?? [], () => saver.changed());

  const defer = (task: () => void): void => void setTimeout(task, 0);
  const records: CallRecords = new CallRecords(
    { invoke: (wave) => runtime.invoke(wave), cancel: (invocationId) => runtime.cancel(invocationId) },
    { start: (cells) => grid.calculation.start(cells), defer },
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
    onChange: (change) => {
      host.observe(change);
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
  const saver: Saver<SavedWorkbook> = new Saver(
    store,
    () => ({ ...grid.save(), settings: settings.list() }),
    () => !grid.calculation.isIdle,
  );
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
    settings,
    isReadOnly,
    send: (entries) => runtime.sendEntries(entries),
    functionsReady: () => runtime.functionsReady(),
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

  shell.labelPaneButton(manifest.button, manifest.displayName);
  const startAnew = async (): Promise<void> => {
    await saver.stop();
    await store.clear();
    location.reload();
  };
  shell.newWorkbookButton.addEventListener('click', () => void startAnew());
  const files = new WorkbookFiles({
    grid,
    functions,
    isQuiet: () => grid.calculation.isIdle && records.isSettled,
    replace: async (opened) => {
      await saver.stop();
      await store.save({ ...opened, settings: [] });
      if (store.blockedBecause !== null) {
        throw new Error(`This browser does not keep it for this page (${store.blockedBecause}). Allow storage for this address.`);
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
    isSettled: () =>
      grid.calculation.isIdle &&
      records.isSettled &&
      host.isIdle &&
      !runtime.isStarting &&
      performance.now() - host.lastActivityTime > ADDIN_QUIET_MS &&
      (saver.isSaved || store.blockedBecause !== null),
    newWorkbook: startAnew,
    saveXlsx: () => files.save(),
    openXlsx: (bytes) => files.open(bytes),
  });
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
