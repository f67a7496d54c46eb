import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { UserError } from './command';
import { cacheFolder, projectRoot } from './project';

const UNPACK_TIMEOUT_MS = 120_000;

/**
 * The Chromium that comes with the development packages, unpacked on first use.
 *
 * The package unpacks into the temporary folder and takes a half-written file for a finished one, so it runs in a child process
 * with a folder of its own, which gets its final name when it is complete: any number of processes may ask at once.
 */
export async function packedChromium(): Promise<string> {
  const manifest = await readFile(path.join(projectRoot, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const folder = path.join(cacheFolder, `chromium-${(JSON.parse(manifest) as { version: string }).version}`);
  const executable = path.join(folder, 'chromium');
  if (!existsSync(executable)) {
    await mkdir(cacheFolder, { recursive: true });
    const unfinished = await mkdtemp(path.join(cacheFolder, 'chromium-unpacking-'));
    await unpackInto(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(executable)) {
        throw error;
      }
    });
  }
  return executable;
}

async function unpackInto(folder: string): Promise<void> {
  const program = `import('@sparticuz/chromium').then((it) => it.default.executablePath())`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: projectRoot,
      env: { ...process.env, TMPDIR: folder },
      timeout: UNPACK_TIMEOUT_MS,
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new UserError(`Chromium could not be unpacked: ${String(error)}`);
  }
}
