/**
 * From an .xlsx file to a workbook's content. Parts that this page knows nothing of are passed over.
 */
import { FileProblem } from '../../../../formats/file/file-problem';
import { LIMITS } from '../../../../formats/file/limits';
import { fileMessages } from '../../../../formats/file/messages';
import { intersect } from '../../../../formats/xlsx/address';
import { readTheme } from '../../../../formats/xlsx/colors';
import { GENERAL } from '../../../../formats/xlsx/number-formats';
import { readRelationships } from '../../../../formats/xlsx/relationships';
import { readSharedStrings } from '../../../../formats/xlsx/shared-strings';
import { readStyles, type StoredStyle } from '../../../../formats/xlsx/styles';
import {
  openOfficeFile,
  readWorkbookParts,
  type SheetPart,
  type WorkbookParts,
} from '../../../../formats/xlsx/workbook-parts';
import { scanHeldEntry } from '../../../../formats/xml/scan-entry';
import { unpackAsBlob } from '../../../../formats/zip/unpack';
import { findEntry, type Zip, type ZipEntry } from '../../../../formats/zip/zip';
import {
  PLAIN_STYLE,
  type CellStyle,
  type ExternalLink,
  type NameContent,
  type SheetContent,
  type TableContent,
  type WorkbookContent,
} from '../../../values/content';
import type { FunctionNames } from '../formula/function-names';
import { readFormula } from '../formula/read-formula';
import type { ChartContent } from '../../../values/chart';
import { readCharts } from '../chart/read-drawing';
import type { SharedParts } from './cell';
import { readSheet, type PrintNames } from './sheet';
import { readTable } from './table';

const MB = 1024 * 1024;
/** What a workbook of this page may have, for all of it is held in memory. */
const MOST_PACKED_BYTES = 50 * MB;
const MOST_UNPACKED_BYTES = 300 * MB;
const MOST_SHEETS = 1_000;
const IS_READ = /\.(?:xml|rels)$/i;
/** Print areas, filters, and functions that the program which wrote the file did not know. */
const IS_EXCELS = /^_xl/i;
const BLACK = '#000000';
const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Reads the file; throws a FileProblem if it cannot be opened. */
export async function readWorkbook(file: Blob, functions: FunctionNames): Promise<WorkbookContent> {
  if (file.size === 0) {
    throw new FileProblem('This file is empty. Choose the workbook again.');
  }
  if (file.size > MOST_PACKED_BYTES) {
    throw tooLarge(`${Math.ceil(file.size / MB)} MB, and at most ${MOST_PACKED_BYTES / MB} MB are opened`);
  }
  const zip = await openOfficeFile(file);
  refuseTooLarge(zip);
  const parts = await readWorkbookParts(zip);
  const [missing] = parts.missing;
  if (missing !== undefined) {
    throw new FileProblem(fileMessages.partMissing(missing));
  }
  const names = userNames(parts, functions);
  const tableNames = new Set(names.map(({ name }) => name.toLowerCase()));
  const shared = await readSharedParts(zip, parts, functions);
  const sheetNames = new Set<string>();
  const sheets: SheetContent[] = [];
  for (const [index, part] of parts.sheets.slice(0, MOST_SHEETS).entries()) {
    sheets.push({
      ...(await readSheet(zip, part, shared, printNames(parts, part))),
      name: freeName(part.name || `Sheet${index + 1}`, sheetNames),
      visibility: VISIBILITY[part.state],
      tables: await readTables(zip, part, tableNames),
      ...withCharts(await readCharts(zip, part.entry.name, shared.theme)),
    });
  }
  return {
    ...withOneVisible(
      sheets,
      parts.sheets.findIndex((sheet) => sheet === parts.activeSheet),
    ),
    names,
    ...(parts.externalLinks.length === 0 ? {} : { externalLinks: await readExternalLinks(zip, parts.externalLinks) }),
  };
}

/** Each link whole, with where it leads; what is not well-formed would damage the file that it goes back into. */
async function readExternalLinks(zip: Zip, entries: readonly ZipEntry[]): Promise<ExternalLink[]> {
  const links: ExternalLink[] = [];
  for (const entry of entries) {
    const slash = entry.name.lastIndexOf('/') + 1;
    const related = findEntry(zip, `${entry.name.slice(0, slash)}_rels/${entry.name.slice(slash)}.rels`);
    await scanHeldEntry(zip, entry, { open: () => undefined });
    links.push({
      xml: await (await unpackAsBlob(zip, entry)).text(),
      relationships: related ? await (await unpackAsBlob(zip, related)).text() : '',
    });
  }
  return links;
}

/** Adds up what the entries say of themselves, before any is unpacked; none is unpacked to more than it says. */
function refuseTooLarge(zip: Zip): void {
  let bytes = 0;
  for (const entry of zip.entries.values()) {
    if (IS_READ.test(entry.name)) {
      bytes += entry.bytes;
      const isBomb = entry.bytes > LIMITS.zipRatioFromBytes && entry.bytes > entry.packedBytes * LIMITS.zipRatio;
      if (bytes > MOST_UNPACKED_BYTES || isBomb) {
        throw tooLarge(`unpacked it would take ${Math.ceil(bytes / MB).toLocaleString('en')} MB`);
      }
    }
  }
}

function tooLarge(what: string): FileProblem {
  return new FileProblem(
    `This file is too large: ${what}. Save the sheets you need as a workbook of their own and open that.`,
  );
}

async function readSharedParts(zip: Zip, parts: WorkbookParts, names: FunctionNames): Promise<SharedParts> {
  const theme = parts.theme ? await readTheme(zip, parts.theme) : [];
  const styles = parts.styles ? await readStyles(zip, parts.styles, theme) : [];
  return {
    theme,
    strings: parts.sharedStrings ? await readSharedStrings(zip, parts.sharedStrings) : [],
    styles: styles.map(shownStyle),
    names,
    externalLinks: parts.externalLinks.length,
    date1904: parts.date1904,
  };
}

function shownStyle({ appliesNumberFormat, ...look }: StoredStyle): CellStyle {
  return {
    ...look,
    // Black is what a text has anyway.
    color: look.color === BLACK ? PLAIN_STYLE.color : look.color,
    isFormatOfResult: look.numberFormat !== GENERAL && !appliesNumberFormat,
  };
}

/**
 * The names that a user or a program gave, each once for the workbook and once for a sheet; Excel keeps print areas and filters under
 * names of its own.
 */
function userNames({ names: stored, sheets }: WorkbookParts, functions: FunctionNames): NameContent[] {
  const names = new Map<string, NameContent>();
  for (const { name, formula, comment, hidden, sheet } of stored) {
    const place = sheet === null ? null : sheets.indexOf(sheet);
    const key = `${place ?? ''}!${name.toLowerCase()}`;
    if (!IS_EXCELS.test(name) && !names.has(key)) {
      const scope = place === null ? {} : { sheet: place };
      const hiding = hidden ? { isHidden: true } : {};
      names.set(key, { name, formula: readFormula(formula, functions), comment, ...scope, ...hiding });
    }
  }
  return [...names.values()];
}

/** Where Excel keeps what a sheet prints. */
function printNames({ names }: WorkbookParts, part: SheetPart): PrintNames {
  const of = (name: string): string =>
    names.find((each) => each.sheet === part && each.name.toLowerCase() === name)?.formula ?? '';
  return { area: of('_xlnm.print_area'), titles: of('_xlnm.print_titles') };
}

function withCharts(charts: readonly ChartContent[]): Pick<SheetContent, 'charts'> {
  return charts.length === 0 ? {} : { charts };
}

async function readTables(zip: Zip, sheet: SheetPart, taken: Set<string>): Promise<TableContent[]> {
  const tables: TableContent[] = [];
  for (const { kind, part } of await readRelationships(zip, sheet.entry.name)) {
    const entry = kind === 'table' ? findEntry(zip, part) : undefined;
    const table = entry && (await readTable(zip, entry));
    const isUsable =
      table && !taken.has(table.name.toLowerCase()) && !tables.some(({ area }) => intersect(area, table.area));
    if (isUsable) {
      taken.add(table.name.toLowerCase());
      tables.push(table);
    }
  }
  return tables;
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    name = `${wanted} (${number})`;
  }
  taken.add(name.toLowerCase());
  return name;
}

function withOneVisible(
  sheets: readonly SheetContent[],
  active: number,
): Pick<WorkbookContent, 'sheets' | 'activeSheet'> {
  if (sheets.length === 0) {
    throw new FileProblem('This file has no worksheet. Choose another workbook.');
  }
  const firstVisible = sheets.findIndex(({ visibility }) => visibility === 'Visible');
  if (firstVisible < 0) {
    return {
      sheets: sheets.map((sheet, index) => (index === 0 ? { ...sheet, visibility: 'Visible' } : sheet)),
      activeSheet: 0,
    };
  }
  return { sheets, activeSheet: sheets[active]?.visibility === 'Visible' ? active : firstVisible };
}
