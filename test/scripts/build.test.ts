import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { distFolder, projectRoot } from '../../scripts/project';

const BASE = 'https://addins.example.com/ai-spend';
const BUILD_TIMEOUT_MS = 180_000;
/** Every workbook that holds one of the functions waits for their script. What few workbooks use is a chunk of its own. */
const FUNCTIONS_SCRIPT_LIMIT_BYTES = 36_000;

interface Metadata {
  allowErrorForDataTypeAny: boolean;
  functions: { id: string; helpUrl: string }[];
}

function read(name: string): string {
  return readFileSync(path.join(distFolder, name), 'utf8');
}

describe('npm run build -- --base', () => {
  let files: string[];

  beforeAll(() => {
    const tsx = require.resolve('tsx/cli');
    const child = spawnSync(process.execPath, [tsx, 'scripts/build.ts', '--base', `${BASE}/`], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    if (child.status !== 0) {
      throw new Error(child.stderr);
    }
    files = readdirSync(distFolder, { encoding: 'utf8', recursive: true }).filter((name) => path.extname(name) !== '');
  }, BUILD_TIMEOUT_MS);

  it('leaves no trace of the development server', () => {
    expect(files.filter((name) => /localhost|127\.0\.0\.1/.test(read(name)))).toEqual([]);
  });

  it('holds the add-in alone, without source maps', () => {
    expect(files).toEqual(
      expect.arrayContaining(['functions.js', 'functions.json', 'manifest.xml', 'taskpane.html', 'taskpane.js']),
    );
    expect(files.filter((name) => /\.map$|^local/.test(name))).toEqual([]);
    expect(files.filter((name) => read(name).includes('sourceMappingURL='))).toEqual([]);
  });

  it('points every address of the manifest to the base, and each to a file that is there', () => {
    const own = [...read('manifest.xml').matchAll(/DefaultValue="https:\/\/addins\.example\.com([^"]*)"/g)].map(
      ([, rest]) => rest!,
    );
    expect(own.length).toBeGreaterThan(5);
    for (const rest of own) {
      expect(rest).toMatch(/^\/ai-spend\//);
      expect(files).toContain(path.normalize(rest.replace('/ai-spend/', '')));
    }
  });

  it('loads Office.js from its CDN, before our scripts, and both scripts of the shared runtime', () => {
    const sources = [...read('taskpane.html').matchAll(/<script[^>]* src="([^"?]+)/g)].map(([, source]) => source);
    expect(sources).toEqual([
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      'functions.js',
      'taskpane.js',
    ]);
  });

  it('lets errors reach the functions, and helps with each of them', () => {
    const metadata = JSON.parse(read('functions.json')) as Metadata;
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
    expect(metadata.functions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['AISPEND', 'REVSHARE', 'AIROI', 'AIREVENUE']),
    );
    for (const { helpUrl } of metadata.functions) {
      expect(helpUrl.startsWith(`${BASE}/`)).toBe(true);
    }
  });

  it('explains each of them on the help page, whose own style sheet it still allows', () => {
    const page = read('help.html');
    const { functions } = JSON.parse(read('functions.json')) as Metadata;
    for (const { id } of functions) {
      expect(page).toContain(`<h3 id="${id.toLowerCase()}"><code>${id}(`);
    }
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(page).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it('ties every function of the metadata to its code', () => {
    const { functions } = JSON.parse(read('functions.json')) as Metadata;
    const script = read('functions.js');
    const tied = [...script.matchAll(/CustomFunctions\.associate\("(\w+)"/g)].map(([, id]) => id);
    expect(tied.sort()).toEqual(functions.map(({ id }) => id).sort());
  });

  it('needs no eval, which the page forbids', () => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    expect(scripts.filter((name) => /\beval\(|\bnew Function\(/.test(read(name)))).toEqual([]);
  });

  it('keeps the script of the functions small', () => {
    expect(gzipSync(read('functions.js')).length).toBeLessThanOrEqual(FUNCTIONS_SCRIPT_LIMIT_BYTES);
  });

  it('leaves to a chunk what few workbooks use', () => {
    expect(files).toContain('internal-rate.js');
  });
});
