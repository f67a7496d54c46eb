import { FileProblem } from '../file/file-problem';
import { fileMessages } from '../file/messages';
import { attributesOf, isOn, wholeNumber } from '../xml/attributes';
import { resolveReferences } from '../xml/references';
import { scanHeldEntry } from '../xml/scan-entry';
import { openZip } from '../zip/open-zip';
import { readBytes } from '../zip/read-bytes';
import { findEntry, type Zip, type ZipEntry } from '../zip/zip';
import { unescapeText } from './escaped-text';
import { readRelationships, type Relationship } from './relationships';

/** A worksheet and where it lies in the zip. */
export interface SheetPart {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly entry: ZipEntry;
}

/** A defined name as the workbook stores it. */
export interface StoredName {
  readonly name: string;
  /** Without an equals sign. */
  readonly formula: string;
  readonly comment: string;
  readonly hidden: boolean;
  /** The sheet on which alone it has its meaning; null for one of the whole workbook. */
  readonly sheet: SheetPart | null;
}

/** The parts of a workbook, and what its main part says. */
export interface WorkbookParts {
  /** In the order of their tabs, each part once. Sheets of charts are none. */
  readonly sheets: readonly SheetPart[];
  /** The sheet in front; undefined if it is none of these. */
  readonly activeSheet: SheetPart | undefined;
  readonly names: readonly StoredName[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
  readonly theme: ZipEntry | undefined;
  /** Dates are counted from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** Links to other workbooks, in the order in which formulas count them. */
  readonly externalLinks: readonly ZipEntry[];
  /** Sheets and parts that the workbook names but the file does not have. */
  readonly missing: readonly string[];
}

/** What older Office files begin with, and also those that have a password. */
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const START_BYTES = 8;
/** Where a zip's first entry has its flags; the lowest bit says that it is encrypted. */
const FLAGS_AT = 6;

/**
 * Opens the zip that an Office file is.
 *
 * @throws FileProblem if it is another kind of file, damaged, protected or beyond a limit
 */
export async function openOfficeFile(file: Blob): Promise<Zip> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  const start = await readBytes(file, 0, Math.min(file.size, START_BYTES));
  const startsWith = (signature: readonly number[]): boolean => signature.every((byte, at) => start[at] === byte);
  if (startsWith(OLE_SIGNATURE)) {
    throw new FileProblem(fileMessages.oldWorkbook());
  }
  if (!startsWith(ZIP_SIGNATURE)) {
    throw new FileProblem(fileMessages.noWorkbook());
  }
  if (((start[FLAGS_AT] ?? 0) & 1) !== 0) {
    throw new FileProblem(fileMessages.zipEncrypted());
  }
  return openZip(file);
}

/**
 * Finds the parts of a workbook by the relationships between them, wherever they lie.
 *
 * @throws FileProblem if the zip is another kind of document
 */
export async function readWorkbookParts(zip: Zip): Promise<WorkbookParts> {
  const document =
    (await readRelationships(zip, '')).find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const entry = mainEntry(zip, document);
  const { tabs, activeTab, names, externalIds, date1904, isWorkbook } = await readMainPart(zip, entry);
  if (!isWorkbook) {
    throw new FileProblem(fileMessages.noWorkbook());
  }

  const related = await readRelationships(zip, document);
  const missing: string[] = [];
  const entryOf = (relationship: Relationship | undefined): ZipEntry | undefined => {
    const found = relationship && findEntry(zip, relationship.part);
    if (relationship && !found) {
      missing.push(relationship.part);
    }
    return found;
  };
  const partOf = (wanted: string): ZipEntry | undefined => entryOf(related.find(({ kind }) => kind === wanted));

  const themePart = related.find(({ kind }) => kind === 'theme');
  const byId = new Map([...related].reverse().map((relationship) => [relationship.id, relationship]));
  const sheets = new Map<string, SheetPart>();
  const byTab = new Map<number, SheetPart>();
  let activeSheet: SheetPart | undefined;
  for (const [index, { name, state, id }] of tabs.entries()) {
    const relationship = byId.get(id);
    if (relationship === undefined) {
      missing.push(name);
    } else if (relationship.kind === 'worksheet' && !sheets.has(relationship.part)) {
      const sheetEntry = entryOf(relationship);
      const sheet = sheetEntry && { name, state, entry: sheetEntry };
      if (sheet) {
        sheets.set(relationship.part, sheet);
        byTab.set(index, sheet);
        activeSheet = index === activeTab ? sheet : activeSheet;
      }
    }
  }
  return {
    sheets: [...sheets.values()],
    activeSheet,
    names: names.flatMap(({ tab, ...name }) => {
      const sheet = tab === null ? null : byTab.get(tab);
      // A name of a sheet of charts has no meaning anywhere else.
      return sheet === undefined ? [] : [{ ...name, sheet }];
    }),
    externalLinks: externalIds.flatMap((id) => entryOf(byId.get(id)) ?? []),
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    theme: themePart && findEntry(zip, themePart.part),
    date1904,
    missing,
  };
}

/** The part that the rest of the workbook hangs on. */
function mainEntry(zip: Zip, document: string): ZipEntry {
  const entry = findEntry(zip, document);
  if (findEntry(zip, 'xl/workbook.bin') !== undefined || /\.bin$/i.test(document)) {
    throw new FileProblem(fileMessages.binaryWorkbook());
  }
  if (findEntry(zip, 'content.xml') !== undefined) {
    throw new FileProblem(fileMessages.openDocument());
  }
  if (entry === undefined) {
    throw new FileProblem(fileMessages.noWorkbook());
  }
  return entry;
}

interface Tab {
  readonly name: string;
  readonly state: SheetPart['state'];
  readonly id: string;
}

/** A name with the place of its sheet among the tabs. */
type TabName = Omit<StoredName, 'sheet'> & { readonly tab: number | null };

interface MainPart {
  readonly tabs: readonly Tab[];
  readonly activeTab: number;
  readonly names: readonly TabName[];
  readonly externalIds: readonly string[];
  readonly date1904: boolean;
  readonly isWorkbook: boolean;
}

async function readMainPart(zip: Zip, entry: ZipEntry): Promise<MainPart> {
  const tabs: Tab[] = [];
  const names: TabName[] = [];
  const externalIds: string[] = [];
  let activeTab = 0;
  let date1904 = false;
  let root = '';
  let name: Omit<TabName, 'formula'> | null = null;
  let formula = '';
  await scanHeldEntry(zip, entry, {
    open(element, raw) {
      root = root === '' ? element : root;
      if (element === 'workbookPr') {
        date1904 = isOn(attributesOf(raw).get('date1904'));
      } else if (element === 'workbookView') {
        activeTab = wholeNumber(attributesOf(raw).get('activeTab')) ?? 0;
      } else if (element === 'sheet') {
        const attributes = attributesOf(raw);
        tabs.push({
          name: unescapeText(attributes.get('name') ?? ''),
          state: stateOf(attributes.get('state')),
          id: attributes.get('id') ?? '',
        });
      } else if (element === 'definedName') {
        const attributes = attributesOf(raw);
        const comment = unescapeText(attributes.get('comment') ?? '');
        name = {
          name: attributes.get('name') ?? '',
          comment,
          hidden: isOn(attributes.get('hidden')),
          tab: wholeNumber(attributes.get('localSheetId')),
        };
        formula = '';
      } else if (element === 'externalReference') {
        externalIds.push(attributesOf(raw).get('id') ?? '');
      }
    },
    text(raw) {
      if (name !== null) {
        formula += resolveReferences(raw);
      }
    },
    close(element) {
      if (element === 'definedName' && name !== null) {
        names.push({ ...name, formula });
        name = null;
      }
    },
  });
  return { tabs, activeTab, names, externalIds, date1904, isWorkbook: root === 'workbook' };
}

function stateOf(state: string | undefined): SheetPart['state'] {
  return state === undefined || state === 'visible' ? 'visible' : state === 'veryHidden' ? 'veryHidden' : 'hidden';
}
