import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { UserError } from './command';

/** A file that stands for a folder. */
export interface PackedFolder {
  readonly path: string;
  /** Takes it away again, if it was made. */
  remove(): Promise<void>;
}

/** The same whenever it is packed, so that the import knows the same content again. */
const MADE_AT = new Date(2000, 0, 1);
/** What is packed already. */
const PACKED = /\.(?:gz|zip|parquet|xlsx)$/i;

/**
 * The files of a folder, and of the folders in it, as one zip, whose parts the pane reads as one bill; a file alone as it is. Those
 * whose names begin with a point are left out.
 *
 * @throws UserError if there is no file
 */
export async function packFolder(folder: string): Promise<PackedFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(path.sep).some((part) => part.startsWith('.')))
    .sort();
  const [first, another] = files;
  if (first === undefined) {
    throw new UserError(`"${folder}" holds no file.`);
  }
  if (another === undefined) {
    return { path: path.join(folder, first), remove: () => Promise.resolve() };
  }
  const zippable: Zippable = {};
  for (const name of files) {
    const content = await readFile(path.join(folder, name));
    zippable[name.replaceAll(path.sep, '/')] = [content, { level: PACKED.test(name) ? 0 : 1, mtime: MADE_AT }];
  }
  const made = await mkdtemp(path.join(tmpdir(), 'ai-spend-folder-'));
  const zip = path.join(made, `${path.basename(path.resolve(folder))}.zip`);
  await writeFile(zip, zipSync(zippable));
  return { path: zip, remove: () => rm(made, { recursive: true, force: true }) };
}
