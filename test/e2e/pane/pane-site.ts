import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { RunningBrowser } from '../../../scripts/browser';
import { openContext } from '../shared-browser';

const TASKPANE = path.join(__dirname, '../../../src/taskpane');
const ASSETS = path.join(__dirname, '../../../assets');
const METADATA = path.join(__dirname, '../../../build/functions.json');
const ORIGIN = 'https://pane.test';
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.html': 'text/html',
  '.json': 'application/json',
};

/** What is asked of the real page `taskpane.html`, served from memory under its own content security policy. */
export interface PaneSite {
  /** Opens the page with a query that the harness understands. */
  open(query?: string): Promise<Page>;
  /** The path of each request so far. */
  requests: string[];
  /** Everything that the browser complained about: policy violations, exceptions, console errors. */
  complaints: string[];
  /** What Office.js is in this site. */
  office: { script: string | null };
  /** Requests to this path fail while it is in the set. */
  broken: Set<string>;
}

/** The bundle in which the real pane stands on a workbook in memory. */
export const HARNESS = path.join(__dirname, 'harness.ts');

/**
 * A browser context and a site for the tests of one file. After each test the browser must have had nothing to complain of; a
 * test that provokes complaints takes them away itself.
 */
export function servedPane(entry: string, replaced: Record<string, string> = {}): { site(): PaneSite } {
  let browser: RunningBrowser | undefined;
  let site: PaneSite | undefined;

  beforeAll(async () => {
    browser = await openContext();
    site = await paneSite(browser.context, entry, replaced);
  });
  afterEach(async () => {
    const complaints = site?.complaints.splice(0);
    for (const page of browser?.context.pages() ?? []) {
      await page.close();
    }
    expect(complaints).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    site: () => {
      if (!site) {
        throw new Error('The site is there only while a test runs.');
      }
      return site;
    },
  };
}

/**
 * Serves the page with a bundle of `entry` in place of webpack's.
 *
 * @param replaced modules that the bundle takes from elsewhere, by their last path segment
 */
export async function paneSite(
  context: BrowserContext,
  entry: string,
  replaced: Record<string, string> = {},
): Promise<PaneSite> {
  const files = await bundle(entry, replaced);
  const site: Omit<PaneSite, 'open'> = {
    requests: [],
    complaints: [],
    office: { script: 'window.Office = undefined;' },
    broken: new Set(),
  };

  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    site.requests.push(url.pathname);
    if (site.broken.has(url.pathname)) {
      return route.abort();
    }
    if (url.href === OFFICE) {
      return site.office.script === null
        ? route.abort()
        : route.fulfill({ contentType: 'text/javascript', body: site.office.script });
    }
    const body = url.origin === ORIGIN ? (files.get(url.pathname) ?? asset(url.pathname)) : undefined;
    if (body === undefined) {
      return route.fulfill({ status: 404, body: '' });
    }
    return route.fulfill({ contentType: TYPES[path.extname(url.pathname)] ?? 'text/plain', body });
  });

  const open = async (query = ''): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => site.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        site.complaints.push(message.text());
      }
    });
    await page.goto(`${ORIGIN}/taskpane.html${query}`);
    return page;
  };
  return Object.assign(site, { open });
}

async function bundle(entry: string, replaced: Record<string, string>): Promise<Map<string, string | Buffer>> {
  const { outputFiles } = await build({
    entryPoints: { main: entry },
    bundle: true,
    write: false,
    format: 'esm',
    splitting: true,
    outdir: '/',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [replacing(replaced)],
    logLevel: 'silent',
  });
  const files = new Map<string, string | Buffer>(outputFiles.map((file) => [file.path, Buffer.from(file.contents)]));
  // A page built by webpack fetches the styles of a chunk with the chunk; esbuild leaves that to the page.
  const styles = [...files.keys()]
    .filter((name) => name.endsWith('.css'))
    .sort((a, b) => Number(b === '/main.css') - Number(a === '/main.css'));
  const style = styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('');
  const page = readFileSync(path.join(TASKPANE, 'taskpane.html'), 'utf8');
  files.set('/taskpane.html', page.replace('</head>', `${style}<script type="module" src="main.js"></script></head>`));
  return files;
}

function replacing(replaced: Record<string, string>): Plugin {
  return {
    name: 'replacing',
    setup(plugin) {
      for (const [name, file] of Object.entries(replaced)) {
        plugin.onResolve({ filter: new RegExp(`/${name}$`) }, () => ({ path: file }));
      }
    },
  };
}

function asset(pathname: string): Buffer | undefined {
  if (pathname === '/functions.json') {
    return readFileSync(METADATA);
  }
  return pathname.startsWith('/assets/') ? readFileSync(path.join(ASSETS, path.basename(pathname))) : undefined;
}
