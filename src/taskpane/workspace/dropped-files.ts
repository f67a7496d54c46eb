import { LIMITS } from '../../formats/file/limits';

/** So many files of folders are listed that the import refuses them for their number, and no more. */
const MOST_FILES = LIMITS.zipParts + 1;

/**
 * The files that were dropped, and in place of a folder all files in it and in its folders; those whose names begin with a point are
 * left out. To be asked within the event, for what was dropped is out of reach after it.
 *
 * @returns at once if no folder is among them; a folder without files, or one that cannot be listed, stays what it is, and the import
 *   says that it cannot be read
 */
export function droppedFiles({ items, files }: DataTransfer): readonly File[] | Promise<readonly File[]> {
  const dropped = [...files];
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory === true)) {
    return dropped;
  }
  return filesOf(entries.filter((entry) => entry !== null)).then(
    (found) => (found.length > 0 ? found : dropped),
    () => dropped,
  );
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined && found.length < MOST_FILES; entry = waiting.shift()) {
    if (isDirectory(entry)) {
      waiting.push(...(await entriesIn(entry)).filter(({ name }) => !name.startsWith('.')));
    } else if (isFile(entry)) {
      found.push(await fileOf(entry));
    }
  }
  return found;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A browser lists a folder in pieces, the last of which is empty. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) {
      return found;
    }
    found.push(...piece);
  }
}

/** Under its path from the folder on, for two folders may have files of one name. */
async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return new File([file], entry.fullPath.replace(/^\//, ''), { type: file.type, lastModified: file.lastModified });
}
