import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFolder } from '../../scripts/project';

/** The development build with some of its files rewritten, in a folder of its own. */
export interface BuildVariant {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Copies build/ and changes files of the copy.
 *
 * @param changes by file name, the new text from the old
 */
export async function buildVariant(changes: Readonly<Record<string, (text: string) => string>>): Promise<BuildVariant> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-bench-'));
  await cp(buildFolder, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(folder, name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
