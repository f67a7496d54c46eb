import { FileProblem } from '../../formats/file/file-problem';
import { joinedTable, partKey, type TablePart } from '../../formats/file/joined-table';
import { LIMITS } from '../../formats/file/limits';
import { fileMessages } from '../../formats/file/messages';
import { compareNaturally } from '../../formats/file/natural-order';
import { sha256 } from '../../formats/file/sha256';
import type { OpenedFile, TextTable } from '../../formats/file/text-table';
import { isBesideOthers } from '../values/sheet-name';

/** Opens a file by its content; null if it holds no table of a bill. */
type OpenPart = (file: Blob) => Promise<OpenedFile | null>;

/** What is named so is a part of the bill: one that cannot be read makes it incomplete. */
const DATA = /\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|parquet|xlsx|xlsm|gz)$/i;
/** What exports write beside their parts about them. */
const MANIFEST = /manifest\.json$/i;
const MANIFEST_BYTES = 10 * 1024 * 1024;

/** A file of several, in a zip or chosen together with others. */
export interface PartFile {
  readonly name: string;
  readonly bytes: number;
  content(): Promise<Blob>;
}

interface Part extends TablePart {
  readonly file: string;
}

/**
 * Several files: those with the same columns are one table, in the order of their names; others are tables of their own, and what
 * is no table is told. A manifest tells which files should be there. A copy of another is read once.
 *
 * @throws FileProblem if a file that is named as one with data cannot be read, or none can
 */
export async function openParts(given: readonly PartFile[], open: OpenPart): Promise<OpenedFile> {
  const isManifest = ({ name }: PartFile): boolean => MANIFEST.test(name);
  const files = given.filter((file) => !isManifest(file)).sort((a, b) => compareNaturally(a.name, b.name));
  const bytes = files.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > LIMITS.textFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(bytes, LIMITS.textFileBytes));
  }
  if (files.length > LIMITS.zipParts) {
    throw new FileProblem(fileMessages.zipTooManyEntries(files.length, LIMITS.zipParts));
  }
  const opened: { readonly file: PartFile; readonly found: OpenedFile }[] = [];
  const notices: string[] = [];
  const copyOf = copies(files);
  for (const file of files) {
    const found = await openPart(file, open, copyOf);
    if (typeof found === 'string') {
      notices.push(found);
      continue;
    }
    opened.push({ file, found });
    notices.push(...found.notices.map((notice) => fileMessages.ofPart(file.name, notice)));
  }
  const [first] = opened;
  if (first === undefined) {
    throw new FileProblem(notices[0] ?? fileMessages.noFile());
  }
  const manifests = await Promise.all(given.filter(isManifest).map((file) => missingBy(file, files)));
  const areWhole = opened.every(({ found: { parts } }) => parts !== undefined);
  const parts = opened.flatMap(({ file, found }) =>
    tablesOf(found, areWhole).map((table): Part => ({ table, file: file.name, bytes: file.bytes })),
  );
  const beside = besideOthers(parts);
  const ofBill = grouped(parts.filter((part) => !beside.has(part)));
  const groups = [...ofBill, ...grouped([...beside])];
  return {
    kind: first.found.kind,
    reading: first.found.reading,
    tables: groups.map((group) => ({
      ...joinedTable(groups.length === 1 ? group[0].table.name : nameOf(group), group),
      ...allEndInCell(group),
    })),
    notices: [
      ...manifests.flat(),
      ...ofBill.flatMap((group) => (group.length > 1 ? [fileMessages.partsJoined(group.map(({ file }) => file))] : [])),
      ...(beside.size > 0 ? [fileMessages.partsBeside([...beside].map(({ file }) => file))] : []),
      ...(ofBill.length > 1 ? [fileMessages.partsApart(ofBill.length)] : []),
      ...groups.flatMap(perhapsCut),
      ...notices,
    ],
  };
}

/** The tables of a file that may be one with those of others: the sheets of a workbook together only if they are so in all files. */
function tablesOf({ tables, parts, beside }: OpenedFile, areWhole: boolean): readonly TextTable[] {
  return tables.filter(
    (table, at) => beside?.has(table) !== true && (parts === undefined || (areWhole ? !parts.has(table) : at > 0)),
  );
}

/** The file, or why it is passed over. */
async function openPart(file: PartFile, open: OpenPart, copyOf: CopyOf): Promise<OpenedFile | string> {
  try {
    const content = await file.content();
    const original = await copyOf(file, content);
    if (original !== null) {
      return fileMessages.partTwice(file.name, original);
    }
    return (await open(content)) ?? fileMessages.partWithoutTable(file.name);
  } catch (thrown) {
    if (!(thrown instanceof FileProblem)) {
      throw thrown;
    }
    const told = fileMessages.ofPart(file.name, thrown.message);
    if (DATA.test(file.name)) {
      throw new FileProblem(told);
    }
    return told;
  }
}

/** The name of the file before this one that has the same content, or null. */
type CopyOf = (file: PartFile, content: Blob) => Promise<string | null>;

/** Finds copies among files as they come; only those of one size are looked into. */
function copies(files: readonly PartFile[]): CopyOf {
  const ofSize = new Map<number, number>();
  for (const { bytes } of files) {
    ofSize.set(bytes, (ofSize.get(bytes) ?? 0) + 1);
  }
  const seen = new Map<string, string>();
  return async ({ name, bytes }, content) => {
    if (ofSize.get(bytes) === 1 || bytes === 0) {
      return null;
    }
    const digest = await sha256(content);
    const original = seen.get(digest) ?? null;
    seen.set(digest, original ?? name);
    return original;
  };
}

/** Parts that add up others with the same columns, by the names of their files, or are planned; if all do, none is. */
function besideOthers(parts: readonly Part[]): ReadonlySet<Part> {
  return new Set(
    grouped(parts).flatMap((group) => {
      const nameOf = ({ file }: Part): string => baseName(file).replace(/(?:\.[a-z]{2,7}){1,2}$/, '');
      const beside = group.filter((part) =>
        isBesideOthers(nameOf(part), group.filter(({ file }) => file !== part.file).map(nameOf)),
      );
      return beside.length < group.length ? beside : [];
    }),
  );
}

/** Parts of one table together; tables of more than one column first, and of these the largest. */
function grouped(parts: readonly Part[]): [Part, ...Part[]][] {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const key = partKey(part.table);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, [part]);
    } else {
      known.push(part);
    }
  }
  const isNarrow = ([{ table }]: readonly [Part, ...Part[]]): number => (table.header.length > 1 ? 0 : 1);
  const sizeOf = (group: readonly Part[]): number => group.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...groups.values()].sort((a, b) => isNarrow(a) - isNarrow(b) || sizeOf(b) - sizeOf(a));
}

/** Where no part ends its last line, any of them may have been cut off: the amounts tell whether that can be. */
function allEndInCell(group: readonly Part[]): Pick<TextTable, 'othersEndInCell'> {
  return group.length > 1 && group.every(({ table }) => table.endsInCell === true)
    ? { othersEndInCell: group.slice(0, -1).map(({ file }) => file) }
    : {};
}

/**
 * Parts before the last that end behind a cell without a line end, if others of the bill do not: digits may be missing. The last one is
 * looked at like any file, by the decimals of its amounts; so are all if none ends its last line.
 */
function perhapsCut(group: readonly Part[]): string[] {
  const isOpen = ({ table }: Part): boolean => table.endsInCell === true;
  return group.every(isOpen)
    ? []
    : group
        .slice(0, -1)
        .filter(isOpen)
        .map(({ file }) => fileMessages.partPerhapsCut(file));
}

function nameOf([{ file, table }, ...others]: readonly [Part, ...Part[]]): string {
  const name = table.name === '' ? file : `${file}, ${table.name}`;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

/** Files that a manifest names, and that are not here. */
async function missingBy(manifest: PartFile, files: readonly PartFile[]): Promise<string[]> {
  const named = manifest.bytes > MANIFEST_BYTES ? [] : namesIn(await (await manifest.content()).text());
  const here = new Set(files.map(({ name }) => baseName(name)));
  const missing = [...new Set(named)].filter((name) => !here.has(name));
  return missing.length === 0 ? [] : [fileMessages.partsMissing(manifest.name, missing)];
}

/** The names of files with data in the texts of a manifest; none if it is no JSON. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && DATA.test(value)) {
        names.push(baseName(value));
      }
      return value;
    });
  } catch {
    return [];
  }
  return names;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
