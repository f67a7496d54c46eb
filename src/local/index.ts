/**
 * The local workbook: opens the saved workbook, makes the grid, and hosts the add-in that the manifest names.
 *
 * The rooms, each of which imports only from those after it:
 * `page` what is seen around the grid, and the add-in's frame; `peers` windows that share the workbook; `files` saving and opening;
 * `model` Excel's classes; `grid` the only one that knows Univer; `functions` how custom functions are called; `protocol` how
 * Office.js talks to its host; `values` what a workbook holds.
 */
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import './local.css';
import type { SavedGrid } from './grid/grid';
import { load, storeOf, type Loaded } from './load';
import { OpenWorkbook } from './open-workbook';
import { automation } from './page/automation';
import { FileActions } from './page/file-actions';
import { openSharedWindows } from './page/sharing';
import { Shell } from './page/shell';
import { updateStatusLine } from './page/status-line';
import { WorkbookFiles } from './files/workbook-files';

/** Throws the workbook away; the page opens a new one. */
async function startAnew({ store }: Loaded, workbook: OpenWorkbook): Promise<void> {
  await workbook.saver.stop();
  await store.clear();
  location.reload();
}

/** Puts a workbook from a file in the place of the open one. */
async function replaceWorkbook({ store, shared }: Loaded, workbook: OpenWorkbook, opened: SavedGrid): Promise<void> {
  if (shared !== null) {
    throw new Error('A shared workbook belongs to all its windows. Open the file in a window that is not shared.');
  }
  await workbook.saver.stop();
  await store.save({ ...opened, settings: [] });
  if (store.blockedBecause !== null) {
    throw new Error(
      `This browser does not keep it for this page (${store.blockedBecause}). Allow storage for this address.`,
    );
  }
  location.reload();
}

/** Connects the bar above the grid. */
function connectBar(shell: Shell, loaded: Loaded, workbook: OpenWorkbook, files: WorkbookFiles): void {
  const { manifest, shareName, store } = loaded;
  openSharedWindows(shell, shareName, async (name) => {
    await storeOf(manifest, name).save(workbook.save());
    return store.blockedBecause;
  });
  shell.labelPaneButton(manifest.button, manifest.displayName);
  // The workbook of several windows is not one's own to throw away.
  shell.newWorkbookButton.hidden = shareName !== null;
  shell.openButton.hidden = shareName !== null;
  shell.newWorkbookButton.addEventListener('click', () => void startAnew(loaded, workbook));
  new FileActions(shell, files);
  if (store.blockedBecause !== null) {
    shell.showNotice(
      `This browser keeps nothing for this page (${store.blockedBecause}). The workbook is lost on reload.`,
    );
  }
}

async function open(): Promise<void> {
  const shell = new Shell();
  const loaded = await load(new URLSearchParams(location.search));
  const { functions, shared } = loaded;
  const workbook = new OpenWorkbook(shell, loaded);
  const { grid } = workbook;
  const files = new WorkbookFiles({
    grid,
    functions,
    isQuiet: () => workbook.isQuiet,
    replace: (opened) => replaceWorkbook(loaded, workbook, opened),
  });
  connectBar(shell, loaded, workbook, files);
  window.localWorkbook = automation({
    grid,
    ready: grid.rendered(),
    underWay: () => workbook.underWay(),
    heardAll: async () => shared?.heardAll(),
    saveNow: () => workbook.saver.saveNow(),
    sharing: () => shared?.state() ?? null,
    write: (change) => void workbook.write(change),
    killRuntime: () => workbook.killAddin(),
    newWorkbook: () => startAnew(loaded, workbook),
    saveXlsx: () => files.save(),
    openXlsx: (bytes) => files.open(bytes),
  });
  workbook.startAddinIfAsked();
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
