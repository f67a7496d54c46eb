import { FileProblem } from '../../formats/file/file-problem';
import { joinedTable, partKey, type TablePart } from '../../formats/file/joined-table';
import { LIMITS } from '../../formats/file/limits';
import { fileMessages } from '../../formats/file/messages';
import type { OpenedFile } from '../../formats/file/text-table';
import { unpackAsBlob } from '../../formats/zip/unpack';
import type { Zip, ZipEntry } from '../../formats/zip/zip';

/** Opens a file by its content; null where it holds no table of a bill. */
type OpenPart = (file: Blob) => Promise<OpenedFile | null>;

/** What is named so is a part of the bill: one that cannot be read makes it incomplete. */
const DATA = /\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|parquet|xlsx|xlsm|gz)$/i;
/** What exports write beside their parts about them. */
const MANIFEST = /manifest\.json$/i;
const MANIFEST_BYTES = 10 * 1024 * 1024;

/** Part 2 before part 10. */
const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

interface Part extends TablePart {
  readonly file: string;
}

/**
 * A zip of several files: those with the same columns are one table, in the order of their names; others are tables of their own, and what
 * is no table is told. A manifest tells which files should be there.
 *
 * @throws FileProblem where a file that is named as one with data cannot be read, or none can
 */
export async function openParts(zip: Zip, entries: readonly ZipEntry[], open: OpenPart): Promise<OpenedFile> {
  const isManifest = ({ name }: ZipEntry): boolean => MANIFEST.test(name);
  const files = entries.filter((entry) => !isManifest(entry)).sort((a, b) => NATURAL.compare(a.name, b.name));
  const bytes = files.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > LIMITS.textFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(bytes, LIMITS.textFileBytes));
  }
  if (files.length > LIMITS.zipParts) {
    throw new FileProblem(fileMessages.zipTooManyEntries(files.length, LIMITS.zipParts));
  }
  const opened: OpenedFile[] = [];
  const parts: Part[] = [];
  const notices: string[] = [];
  for (const entry of files) {
    const found = await openEntry(zip, entry, open);
    if (typeof found === 'string') {
      notices.push(found);
      continue;
    }
    opened.push(found);
    notices.push(...found.notices.map((notice) => fileMessages.ofPart(entry.name, notice)));
    parts.push(...found.tables.map((table) => ({ table, file: entry.name, bytes: entry.bytes })));
  }
  const [first] = opened;
  if (first === undefined) {
    throw new FileProblem(notices[0] ?? fileMessages.zipOfSeveral(files.length));
  }
  const manifests = await Promise.all(entries.filter(isManifest).map((entry) => missingBy(zip, entry, files)));
  const groups = grouped(parts);
  return {
    kind: first.kind,
    reading: first.reading,
    tables: groups.map((group) => joinedTable(groups.length === 1 ? group[0].table.name : nameOf(group), group)),
    notices: [
      ...manifests.flat(),
      ...groups.flatMap((group) => (group.length > 1 ? [fileMessages.partsJoined(group.map(({ file }) => file))] : [])),
      ...(groups.length > 1 ? [fileMessages.partsApart(groups.length)] : []),
      ...notices,
    ],
  };
}

/** The file, or why it is passed over. */
async function openEntry(zip: Zip, entry: ZipEntry, open: OpenPart): Promise<OpenedFile | string> {
  try {
    return (await open(await unpackAsBlob(zip, entry))) ?? fileMessages.partWithoutTable(entry.name);
  } catch (thrown) {
    if (!(thrown instanceof FileProblem)) {
      throw thrown;
    }
    const told = fileMessages.ofPart(entry.name, thrown.message);
    if (DATA.test(entry.name)) {
      throw new FileProblem(told);
    }
    return told;
  }
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

function nameOf([{ file, table }, ...others]: readonly [Part, ...Part[]]): string {
  const name = table.name === '' ? file : `${file}, ${table.name}`;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

/** Files that a manifest names, and the zip does not hold. */
async function missingBy(zip: Zip, entry: ZipEntry, files: readonly ZipEntry[]): Promise<string[]> {
  const named = entry.bytes > MANIFEST_BYTES ? [] : namesIn(await (await unpackAsBlob(zip, entry)).text());
  const here = new Set(files.map(({ name }) => baseName(name)));
  const missing = [...new Set(named)].filter((name) => !here.has(name));
  return missing.length === 0 ? [] : [fileMessages.partsMissing(entry.name, missing)];
}

/** The names of files with data in the texts of a manifest; none where it is no JSON. */
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
