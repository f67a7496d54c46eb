import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report, UserError } from './command';
import { withLedgerOrigins } from './ledger-origins';
import { withLock } from './lock';
import { buildFolder, cacheFolder, developmentOrigin, distFolder, projectRoot } from './project';

/** Everything that the development build is made from. */
const SOURCES = [
  'src',
  'assets',
  'manifest.xml',
  'webpack.config.js',
  'scripts/function-docs.js',
  'scripts/function-help.js',
  'scripts/ready-made-classes.js',
  'scripts/without-trigonometry.js',
  'tsconfig.json',
  'package-lock.json',
];
const STAMP = path.join(buildFolder, '.sources');
const LOCK = path.join(cacheFolder, 'build.lock');
const PATIENCE_MS = 300_000;

/** Makes build/, the add-in for https://localhost:3000 and the local workbook, unless it is up to date. */
export async function buildForDevelopment(): Promise<void> {
  await withLock(LOCK, PATIENCE_MS, async () => {
    const digest = await digestOfSources();
    if (digest === (await readFile(STAMP, 'utf8').catch(() => ''))) {
      return;
    }
    report('Building the add-in and the local workbook ...');
    await webpack();
    await writeFile(STAMP, digest);
  });
}

/**
 * Makes dist/, the add-in for the server it will live on, from build/, which is made first unless it is up to date.
 *
 * @param base its address, normalised
 * @param ledgers the origins of the ledgers to which its pane may talk
 */
export async function buildForDeployment(base: string, ledgers: readonly string[] = []): Promise<void> {
  await buildForDevelopment();
  await withLock(LOCK, PATIENCE_MS, async () => {
    await rm(distFolder, { recursive: true, force: true });
    for (const file of await filesOf(buildFolder)) {
      const name = path.relative(buildFolder, file);
      if (isOfAddIn(name)) {
        const released = path.join(distFolder, name);
        await mkdir(path.dirname(released), { recursive: true });
        await writeFile(released, releasedContent(name, await readFile(file), base, ledgers));
      }
    }
  });
}

/** Neither the local workbook, nor a source map, nor the stamp. */
function isOfAddIn(name: string): boolean {
  return !/^local|^\.|\.map$/.test(name);
}

/** A file of build/ for its server: with the server's address, and without a source map to ask for. */
function releasedContent(name: string, content: Buffer, base: string, ledgers: readonly string[]): Buffer | string {
  switch (path.extname(name)) {
    case '.html':
    case '.json':
    case '.xml':
      return withLedgerOrigins(content.toString('utf8').replaceAll(developmentOrigin, base), ledgers);
    case '.js':
      return content.toString('utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '');
    case '.css':
      return content.toString('utf8').replace(/\n\/\*# sourceMappingURL=\S+ ?\*\/\s*$/, '');
    default:
      return content;
  }
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(path.join(projectRoot, source))) {
      hash.update(`${path.relative(projectRoot, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(source: string): Promise<string[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') {
        return undefined;
      }
      throw error;
    },
  );
  if (entries === undefined) {
    return [source];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function webpack(): Promise<void> {
  const cli = path.join(projectRoot, 'node_modules/webpack-cli/bin/cli.js');
  const child = spawn(process.execPath, [cli, '--stats', 'errors-warnings'], {
    cwd: projectRoot,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    throw new UserError('The build failed; the reasons are above.');
  }
}
