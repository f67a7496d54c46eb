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
import { load, storeOf, type Loaded, type SavedWorkbook } from './load';
import { OpenWorkbook } from './open-workbook';
import { automation } from './page/automation';
import { FileActions } from './page/file-actions';
import { FirstKeys } from './page/first-keys';
import { nameControls } from './page/control-names';
import type { ChartDrawer } from './page/chart-drawer';
import { ChartLayer } from './page/chart-layer';
import { Printing } from './page/printing';
import { openSharedWindows } from './page/sharing';
import { keepActiveTabInSight } from './page/sheet-tabs';
import { Shell } from './page/shell';
import { updateStatusLine } from './page/status-line';
import type { EarlierWorkbook } from './files/store/workbook-store';
import { WorkbookFiles } from './files/workbook-files';

const IS_SHARED = 'A shared workbook belongs to all its windows. Do this in a window that is not shared.';
const IS_ELSEWHERE = 'This workbook is open in another tab, which keeps it. Do this there.';
/** Whether the user's machine has dark colours. */
const DARK = matchMedia('(prefers-color-scheme: dark)');
/** Whether there is room for the grid beside the pane. */
const WIDE = matchMedia('(min-width: 900px)');

/**
 * Puts another workbook, or a new one, in the place of the open one, which is put away if it was changed.
 *
 * @param opened which of those that were put away the next one is
 */
async function replaceWorkbook(
  { store, shared, isElsewhere }: Loaded,
  workbook: OpenWorkbook,
  next: SavedWorkbook | null,
  opened: EarlierWorkbook | null = null,
): Promise<void> {
  if (shared !== null || isElsewhere) {
    throw new Error(shared === null ? IS_ELSEWHERE : IS_SHARED);
  }
  await workbook.saver.stop();
  await store.replace(next, workbook.isChanged ? { workbook: workbook.save(), title: workbook.title } : null, opened);
  if (store.blockedBecause !== null) {
    workbook.saver.resume();
    throw new Error(
      `This browser keeps no workbook for this page (${store.blockedBecause}), so the open one has stayed. Save it as a file, then make room or allow storage for this address.`,
    );
  }
  location.reload();
}

/** Whether the user agrees that the open workbook makes place. */
async function mayReplace(shell: Shell, workbook: OpenWorkbook): Promise<boolean> {
  return (
    !workbook.isChanged ||
    shell.ask(
      'Put this workbook away?',
      'Another one takes its place. This one stays in this browser, under Earlier, where the last five are kept.',
      'Put away',
    )
  );
}

/** Lets the user choose one of the workbooks that were put away, and opens it. */
async function openEarlier(shell: Shell, loaded: Loaded, workbook: OpenWorkbook): Promise<void> {
  const { store } = loaded;
  const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const earlier = (await store.earlier()).map((kept) => ({
    kept,
    label: `${time.format(kept.time)}: ${kept.title}`,
  }));
  const chosen = await shell.chooseEarlier(earlier);
  const saved = chosen && (await store.loadEarlier(chosen.kept));
  if (chosen !== null && saved !== null) {
    await replaceWorkbook(loaded, workbook, saved, chosen.kept);
  }
}

/** Connects the bar above the grid. */
function connectBar(shell: Shell, loaded: Loaded, workbook: OpenWorkbook, files: WorkbookFiles): void {
  const { manifest, shareName, isElsewhere, store } = loaded;
  openSharedWindows(shell, shareName, async (name) => {
    await storeOf(manifest, name).save(workbook.save());
    return store.blockedBecause;
  });
  shell.labelPaneButton(manifest.button, manifest.displayName);
  // The workbook of several windows is not one's own to put away.
  const isOwn = shareName === null && !isElsewhere;
  for (const button of [shell.newWorkbookButton, shell.openButton, shell.earlierButton]) {
    button.hidden = !isOwn;
  }
  const told = (task: () => Promise<void>) => (): void =>
    void task().catch((error: unknown) => shell.showNotice(error instanceof Error ? error.message : String(error)));
  shell.newWorkbookButton.addEventListener(
    'click',
    told(async () => {
      if (await mayReplace(shell, workbook)) {
        await replaceWorkbook(loaded, workbook, await loaded.newWorkbook());
      }
    }),
  );
  shell.earlierButton.addEventListener(
    'click',
    told(() => openEarlier(shell, loaded, workbook)),
  );
  new FileActions(shell, files, () => mayReplace(shell, workbook));
  if (isElsewhere) {
    shell.showNotice(
      'This workbook is open in another tab, which keeps it. What you change here is lost on reload. To work in both, press Share there.',
    );
  } else if (store.blockedBecause !== null) {
    shell.showNotice(
      `This browser keeps nothing for this page (${store.blockedBecause}). The workbook is lost on reload.`,
    );
  }
}

let drawer: Promise<ChartDrawer> | null = null;

/** What draws charts, which loads when it is first used. */
function loadDrawer({ conventions }: Loaded): Promise<ChartDrawer> {
  drawer ??= import(/* webpackChunkName: "charts" */ './page/chart-drawer').then((module) =>
    module.chartDrawer(conventions),
  );
  return drawer;
}

/** Draws the charts over the grid. */
function showCharts(workbook: OpenWorkbook, loaded: Loaded): ChartLayer {
  return new ChartLayer({
    grid: workbook.grid,
    isReadOnly: loaded.isReadOnly,
    loadDrawer: () => loadDrawer(loaded),
    isDark: () => DARK.matches,
    write: (change) => void workbook.write(change),
  });
}

async function open(): Promise<void> {
  const shell = new Shell();
  const firstKeys = new FirstKeys();
  const loaded = await load(new URLSearchParams(location.search));
  const { functions, shared } = loaded;
  const workbook = new OpenWorkbook(shell, loaded);
  const { grid } = workbook;
  const files = new WorkbookFiles({
    grid,
    functions,
    isQuiet: () => workbook.isQuiet,
    replace: (opened) => replaceWorkbook(loaded, workbook, { ...opened, settings: [] }),
  });
  connectBar(shell, loaded, workbook, files);
  const printing = new Printing(shell, grid, () => loadDrawer(loaded));
  let charts: ChartLayer | null = null;
  window.localWorkbook = automation({
    grid,
    ready: grid.rendered(),
    underWay: () => [...workbook.underWay(), ...(charts?.isIdle === false ? ['the drawing of charts'] : [])],
    heardAll: async () => shared?.workbook.heardAll(),
    saveNow: () => workbook.saver.saveNow(),
    sharing: () => shared?.workbook.state() ?? null,
    write: (change) => void workbook.write(change),
    killRuntime: () => workbook.killAddin(),
    newWorkbook: async () => replaceWorkbook(loaded, workbook, await loaded.newWorkbook()),
    print: (sheetId) => printing.prepare(sheetId),
    saveXlsx: () => files.save(),
    openXlsx: (bytes) => files.open(bytes),
  });
  if (loaded.isBeginning && WIDE.matches) {
    workbook.showPane();
  } else {
    workbook.startAddinIfAsked();
  }
  await grid.rendered();
  firstKeys.open();
  nameControls(document.body, () => grid.selection.focus());
  keepActiveTabInSight(shell.grid);
  charts = showCharts(workbook, loaded);
  updateStatusLine(shell, grid);
  DARK.addEventListener('change', ({ matches }) => {
    grid.setDark(matches);
    charts?.colorsChanged();
  });
}

open().catch((error: unknown) => {
  console.error(error);
  const [notice, text] = ['notice', 'notice-text'].map((id) => document.getElementById(id));
  if (notice && text) {
    notice.hidden = false;
    text.textContent = error instanceof Error ? error.message : String(error);
  }
});
