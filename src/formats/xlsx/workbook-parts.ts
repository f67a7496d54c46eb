import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { attributesOf, isOn } from '../xml/attributes';
import { scanHeldEntry } from '../xml/scan-entry';
import { findEntry, type Zip, type ZipEntry } from '../zip/zip';
import { readRelationships } from './relationships';

/** A worksheet and where it lies in the zip. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** The parts of a workbook that its cells are read from. */
export interface WorkbookParts {
  /** In the order of their tabs. Sheets of charts are none. */
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
  /** Dates are counted from 1904 instead of 1900. */
  readonly date1904: boolean;
}

/**
 * Finds the parts of a workbook by the relationships between them, wherever they lie.
 *
 * @throws FileProblem where the zip is another kind of document, or a sheet's part is missing
 */
export async function readWorkbookParts(zip: Zip): Promise<WorkbookParts> {
  const document =
    (await readRelationships(zip, '')).find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const entry = findEntry(zip, document);
  if (findEntry(zip, 'xl/workbook.bin') !== undefined || document.endsWith('.bin')) {
    throw new FileProblem(fileMessages.binaryWorkbook());
  }
  if (findEntry(zip, 'content.xml') !== undefined) {
    throw new FileProblem(fileMessages.openDocument());
  }
  if (entry === undefined) {
    throw new FileProblem(fileMessages.noWorkbook());
  }
  const { tabs, date1904, isWorkbook } = await readTabs(zip, entry);
  if (!isWorkbook) {
    throw new FileProblem(fileMessages.noWorkbook());
  }

  const related = await readRelationships(zip, document);
  const partOf = (kind: string): ZipEntry | undefined => {
    const part = related.find((relationship) => relationship.kind === kind)?.part;
    return part === undefined ? undefined : requireEntry(zip, part);
  };
  const sheets = new Map<string, SheetPart>();
  for (const { name, hidden, id } of tabs) {
    const relationship = related.find((each) => each.id === id);
    if (relationship === undefined) {
      throw new FileProblem(fileMessages.partMissing(name));
    }
    const { kind, part } = relationship;
    if (kind === 'worksheet' && !sheets.has(part)) {
      sheets.set(part, { name, hidden, entry: requireEntry(zip, part) });
    }
  }
  return { sheets: [...sheets.values()], sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

interface Tab {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

async function readTabs(
  zip: Zip,
  entry: ZipEntry,
): Promise<{ tabs: readonly Tab[]; date1904: boolean; isWorkbook: boolean }> {
  const tabs: Tab[] = [];
  let date1904 = false;
  let root = '';
  await scanHeldEntry(zip, entry, {
    open(name, raw) {
      if (root === '') {
        root = name;
      }
      if (name === 'workbookPr') {
        date1904 = isOn(attributesOf(raw).get('date1904'));
      }
      if (name !== 'sheet') {
        return;
      }
      const attributes = attributesOf(raw);
      const state = attributes.get('state') ?? 'visible';
      tabs.push({ name: attributes.get('name') ?? '', hidden: state !== 'visible', id: attributes.get('id') ?? '' });
    },
    text() {
      // All is in attributes.
    },
    close() {
      // All is in attributes.
    },
  });
  return { tabs, date1904, isWorkbook: root === 'workbook' };
}

function requireEntry(zip: Zip, part: string): ZipEntry {
  const entry = findEntry(zip, part);
  if (entry === undefined) {
    throw new FileProblem(fileMessages.partMissing(part));
  }
  return entry;
}
