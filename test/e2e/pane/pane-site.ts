import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { openContext } from '../shared-browser';

const TASKPANE = path.join(__dirname, '../../../src/taskpane');
const ASSETS = path.join(__dirname, '../../../assets');
const METADATA = path.join(__dirname, '../../../build/functions.json');
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const OFFICE_HERE = '/office.js';
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
 *
 * @param more what the site serves besides the page, by path
 */
export function servedPane(
  entry: string,
  { replaced = {}, more = {} }: { replaced?: Record<string, string>; more?: Record<string, string> } = {},
): { site(): PaneSite } {
  let context: BrowserContext | undefined;
  let site: PaneSite | undefined;
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const browser = await openContext();
    context = browser.context;
    ends.push(browser.close);
    const files = await bundle(entry, replaced);
    for (const [name, content] of Object.entries(more)) {
      files.set(name, content);
    }
    const served = await serveSite(files);
    ends.push(served.close);
    site = Object.assign(served.site, { open: (query = '') => openPage(browser.context, served, query) });
  });
  afterEach(async () => {
    const complaints = site?.complaints.splice(0);
    for (const page of context?.pages() ?? []) {
      await page.close();
    }
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    for (const end of ends) {
      await end();
    }
  });

  return {
    site: () => {
      if (!site) {
        throw new Error('The site is there only while a test runs.');
      }
      return site;
    },
  };
}

type Files = ReadonlyMap<string, string | Buffer>;

interface Served {
  readonly site: Omit<PaneSite, 'open'>;
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * A server of its own, whose files the browser may keep and ask for again: so it compiles the pane once a file, not once a test,
 * as it would if the requests were answered by the test itself.
 */
async function serveSite(files: Files): Promise<Served> {
  const site: Omit<PaneSite, 'open'> = {
    requests: [],
    complaints: [],
    office: { script: 'window.Office = undefined;' },
    broken: new Set(),
  };
  const server = createServer((request, response) => answer(site, files, request, response));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    site,
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function answer(site: Omit<PaneSite, 'open'>, files: Files, request: IncomingMessage, response: ServerResponse): void {
  const name = new URL(request.url ?? '/', 'http://localhost').pathname;
  site.requests.push(name);
  if (site.broken.has(name) || (name === OFFICE_HERE && site.office.script === null)) {
    request.socket.destroy();
    return;
  }
  const body = name === OFFICE_HERE ? site.office.script : (files.get(name) ?? asset(name));
  if (body === undefined || body === null) {
    response.writeHead(404).end();
    return;
  }
  const tag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, { etag: tag }).end();
    return;
  }
  const type = TYPES[path.extname(name)] ?? 'text/plain';
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', etag: tag })
    .end(body);
}

async function openPage(context: BrowserContext, { site, origin }: Served, query: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => site.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      site.complaints.push(message.text());
    }
  });
  await page.goto(`${origin}/taskpane.html${query}`);
  return page;
}

/** The page with a bundle of `entry` in place of webpack's; `replaced`: modules taken from elsewhere, by their last path segment. */
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
  files.set(
    '/taskpane.html',
    page
      .replace(OFFICE, OFFICE_HERE)
      .replace('</head>', `${style}<script type="module" src="main.js"></script></head>`),
  );
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
