/**
 * What has to be there before the grid can be made: the add-in's manifest and functions, and the workbook that is to be opened.
 */
import { readFunctionDefinitions, type FunctionDefinition } from './functions/definitions';
import type { SavedGrid } from './grid/grid';
import { initialWorkbook, type InitialSheets } from './grid/initial-workbook';
import { openedWorkbook } from './grid/opened-workbook';
import type { StartState } from './model/host';
import { readManifest, type Manifest } from './page/manifest';
import { readShortcuts, type Shortcut } from './page/shortcuts';
import type { Change } from './peers/carried';
import { KeptUnits } from './peers/kept-units';
import { SHARE_PARAMETER } from './peers/share-address';
import { SharedWorkbook } from './peers/shared-workbook';
import { divergence, type SavedLog } from './peers/unit-log';
import { localContent } from './values/local-content';
import { conventionsOf, type Conventions } from './values/conventions';
import type { SettingsList } from './protocol/method-calls';
import { WorkbookStore } from './files/store/workbook-store';

/** The address' parameter that names the file to open if no workbook is kept yet. */
const BEGIN_PARAMETER = 'begin';
/** So long a page waits for the one before it to be gone. */
const LONGEST_HANDOVER_MS = 1_000;

/** A workbook as it is kept: the grid's part, and what the add-in keeps in the document. */
export interface SavedWorkbook extends SavedGrid {
  readonly startState?: StartState;
  /** It has been changed since it was begun or opened. */
  readonly isEdited?: boolean;
  /** The number of the last entry of the journal that it contains. */
  readonly journaled?: number;
  /** It was kept in the middle of a calculation: some results may be of before the last edits. */
  readonly isUnfinished?: boolean;
  readonly settings: SettingsList;
  /** The units that made it, if it is shared. */
  readonly log?: SavedLog<Change> | undefined;
}

/** Keeps workbooks and what was changed in them since. */
export type Store = WorkbookStore<SavedWorkbook, Change>;

/** A workbook where one was found, and what was changed after it was saved. */
interface Found {
  readonly workbook: SavedWorkbook | null;
  readonly changes: readonly Change[];
  /** The number of the last entry of the journal. */
  readonly last: number;
  /** Of a shared workbook what was made in windows that are gone, and that the others may not have. */
  readonly leftBehind: readonly SavedLog<Change>[];
}

/** All that was loaded. */
export interface Loaded {
  readonly manifest: Manifest;
  readonly functions: readonly FunctionDefinition[];
  readonly shortcuts: readonly Shortcut[];
  readonly conventions: Conventions;
  readonly isReadOnly: boolean;
  /** The minor version of ExcelApi that the page stands in for; null: all that it has. */
  readonly apiLevel: number | null;
  /** Null for a blank workbook. */
  readonly saved: SavedWorkbook | null;
  /** It is the file that the page's address begins with, opened for the first time. */
  readonly isBeginning: boolean;
  /** What a new workbook has to begin with; null for a blank one. */
  newWorkbook(): Promise<SavedWorkbook | null>;
  /** What was changed after it was saved, and the number of the last such entry of the journal. */
  readonly journal: Pick<Found, 'changes' | 'last'>;
  /** Where the workbook is kept. */
  readonly store: Store;
  /** Another tab has it open and keeps it; what is changed here is not kept. */
  readonly isElsewhere: boolean;
  /** The name under which several windows share the workbook, and their sharing; null if it is not shared. */
  readonly shareName: string | null;
  readonly shared: Shared | null;
  readonly leftBehind: Found['leftBehind'];
}

/** A workbook that several windows share. */
export interface Shared {
  readonly workbook: SharedWorkbook<SavedWorkbook>;
  /** What this window could not share yet. */
  readonly kept: KeptUnits<Change>;
}

async function fetchPart(url: string | URL, what: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${what} could not be loaded: ${response.status} for ${String(url)}.`);
  }
  return response;
}

async function fetchText(url: string | URL, what: string): Promise<string> {
  return (await fetchPart(url, what)).text();
}

async function fetchDefinitions(manifest: Manifest): Promise<FunctionDefinition[]> {
  return manifest.metadataUrl
    ? readFunctionDefinitions(await fetchText(new URL(manifest.metadataUrl, location.href), 'The list of functions'))
    : [];
}

async function fetchShortcuts({ shortcutsUrl }: Manifest): Promise<Shortcut[]> {
  return shortcutsUrl === null
    ? []
    : readShortcuts(await fetchText(new URL(shortcutsUrl, location.href), 'The list of keyboard shortcuts'));
}

/** The sheets that the add-in ships for a new workbook, if it ships any. */
async function fetchInitialSheets(manifestUrl: URL): Promise<InitialSheets | null> {
  const response = await fetch(new URL('assets/tour.json', manifestUrl));
  return response.ok ? ((await response.json()) as InitialSheets) : null;
}

async function newWorkbook(manifestUrl: URL, conventions: Conventions): Promise<SavedWorkbook | null> {
  const initial = await fetchInitialSheets(manifestUrl);
  return (
    initial && {
      workbook: initialWorkbook(initial, conventions),
      spilled: null,
      details: null,
      tableStyles: {},
      veryHiddenSheets: [],
      activeSheetId: null,
      settings: [],
    }
  );
}

/** The workbook of a file, as it is when it is opened. What reads files loads only for that. */
async function workbookOfFile(
  url: URL,
  functions: readonly FunctionDefinition[],
  conventions: Conventions,
): Promise<SavedWorkbook> {
  const [{ fromXlsx }, response] = await Promise.all([
    import(/* webpackChunkName: "xlsx" */ './files/xlsx/xlsx-file'),
    fetchPart(url, 'The workbook to begin with'),
  ]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const names = functions.map(({ name }) => name);
  return { ...openedWorkbook(localContent(await fromXlsx(bytes, names), conventions)), settings: [] };
}

/** Where the add-in's workbook is kept: the one that is not shared (`shareName` null), or one that is. */
export function storeOf(manifest: Manifest, shareName: string | null): Store {
  return new WorkbookStore<SavedWorkbook, Change>(
    shareName === null ? manifest.id : `${manifest.id}?${SHARE_PARAMETER}=${shareName}`,
  );
}

/**
 * Whether this page is the one that keeps the workbook: of two that did, the later save would undo what the other's user did. The
 * browser frees the place when a page is gone, which may be a moment after its successor has begun.
 */
async function keepsWorkbook(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`workbook ${key}`, { signal: AbortSignal.timeout(LONGEST_HANDOVER_MS) }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      // A browser that refuses a lock keeps nothing either, which the store tells.
      .catch((error: unknown) => resolve(!(error instanceof DOMException && error.name === 'TimeoutError')));
  });
}

/** `1.16` is level 16. */
function readLevel(version: string | null): number | null {
  const [, minor] = /^1\.(\d{1,2})$/.exec(version ?? '1.0') ?? [];
  if (minor === undefined) {
    throw new Error(`"${version}" is not a version of ExcelApi. Use one such as ?api=1.16.`);
  }
  return version === null ? null : Number(minor);
}

/** The saved workbook of this page alone, with what was changed since. */
async function findOwn(store: Store, isElsewhere: boolean): Promise<Found> {
  const { workbook, changes, last, hasGap } = await store.load();
  if (hasGap && !isElsewhere) {
    await store.forgetAfter(last);
  }
  return { workbook, changes, last, leftBehind: [] };
}

/**
 * The workbook of several windows: as the others have it or, if there is no other, as it was saved. No journal is kept of it. What
 * this browser has and the others have not, because it was away when it had them, is found beside it.
 */
async function findShared(store: Store, { workbook, kept }: Shared): Promise<Found> {
  const handed = await workbook.workbook;
  const saved = (await store.load()).workbook;
  const leftBehind = await kept.leftBehind();
  const apart = saved?.log && handed?.log ? divergence(saved.log, handed.log) : null;
  const savedOnly = saved?.log && apart && apart.missing.length > 0 ? [saved.log] : [];
  return {
    workbook: handed ?? saved,
    changes: [],
    last: (handed ?? saved)?.journaled ?? 0,
    leftBehind: [...savedOnly, ...leftBehind],
  };
}

/** Loads what the page's address asks for. */
export async function load(query: URLSearchParams): Promise<Loaded> {
  const manifestUrl = new URL(query.get('manifest') ?? 'manifest.xml', location.href);
  const manifest = readManifest(await fetchText(manifestUrl, 'The manifest'));
  const shareName = query.get(SHARE_PARAMETER);
  const store = storeOf(manifest, shareName);
  const shared: Shared | null =
    shareName === null
      ? null
      : {
          workbook: new SharedWorkbook<SavedWorkbook>(shareName),
          kept: new KeptUnits<Change>(store, `${manifest.id}?${shareName}`),
        };
  // All windows of a shared workbook have the same, and each may keep it.
  const isElsewhere = shared === null && !(await keepsWorkbook(manifest.id));
  const findWorkbook = shared === null ? findOwn(store, isElsewhere) : findShared(store, shared);
  const [functions, shortcuts, { workbook, leftBehind, ...journal }] = await Promise.all([
    fetchDefinitions(manifest),
    fetchShortcuts(manifest),
    findWorkbook,
  ]);
  const conventions = conventionsOf(navigator.language);
  const begin = workbook === null ? query.get(BEGIN_PARAMETER) : null;
  const first = (): Promise<SavedWorkbook | null> =>
    begin === null
      ? newWorkbook(manifestUrl, conventions)
      : workbookOfFile(new URL(begin, location.href), functions, conventions);
  return {
    manifest,
    functions,
    shortcuts,
    conventions,
    isReadOnly: query.has('readonly'),
    apiLevel: readLevel(query.get('api')),
    saved: workbook ?? (await first()),
    isBeginning: begin !== null,
    newWorkbook: () => newWorkbook(manifestUrl, conventions),
    journal,
    store,
    isElsewhere,
    shareName,
    shared,
    leftBehind,
  };
}
