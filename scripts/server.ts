import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { localhostCertificate, type Certificate } from './certificate';
import { UserError } from './command';
import { buildFolder, developmentOrigin, projectRoot } from './project';
import { ShareRelay } from './share-relay';

const OFFICE_JS_FOLDER = path.join(projectRoot, 'node_modules/@microsoft/office-js/dist');
const OFFICE_JS_ON_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE_JS_HERE = '/office-js/';
const REWRITTEN = { '.html': 'text/html', '.xml': 'text/xml', '.json': 'application/json' } as const;

/** How the development build is to be served. */
export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where pages get Office.js: from the npm package, which works offline (default), or from Microsoft's CDN, as Excel wants it. */
  readonly officeJs?: 'package' | 'cdn';
  /** Further folders to serve, by the path they are served under, for example `/fixture/`. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Default: the project's own key, which only its own browser profile trusts. */
  readonly certificate?: Certificate;
}

/** A server that is listening. */
export interface RunningServer {
  /** For example `https://localhost:3000`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves build/ at https://localhost, with Office.js beside it, and relays between the windows of shared local workbooks. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer({ ...(options.certificate ?? (await localhostCertificate())) });
  const port = await listen(server, options.port);
  const origin = `https://localhost:${port}`;
  server.on('request', requestListener(origin, options));
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new UserError(busyPortMessage(port)) : error);
    });
    server.listen(port, 'localhost', () => resolve((server.address() as AddressInfo).port));
  });
}

function busyPortMessage(port: number): string {
  return `Port ${port} is in use by another program. End that one, or choose another port: npm start -- --port ${port + 1}`;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

function requestListener(origin: string, options: ServerOptions) {
  const rewrite = (text: string): string => {
    const here = text.replaceAll(developmentOrigin, origin);
    return options.officeJs === 'cdn' ? here : withOfficeJsFromPackage(here);
  };
  const mounts: [prefix: string, handler: Handler][] = [
    [OFFICE_JS_HERE, staticFolder(OFFICE_JS_FOLDER)],
    ...Object.entries(options.folders ?? {}).map(([prefix, folder]): [string, Handler] => [
      prefix,
      rewrittenFolder(folder, rewrite),
    ]),
    ['/', rewrittenFolder(buildFolder, rewrite)],
  ];
  const relay = new ShareRelay();

  return (request: IncomingMessage, response: ServerResponse): void => {
    setHeaders(response);
    const url = new URL(request.url ?? '/', origin);
    const { pathname } = url;
    if (relay.answer(request, response, url)) {
      return;
    }
    if (pathname === '/') {
      response.writeHead(302, { Location: '/local.html' }).end();
      return;
    }
    if (!isPlainPath(pathname)) {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Not a path\n');
      return;
    }
    const mount = mounts.find(([prefix]) => pathname.startsWith(prefix));
    request.url = pathname.slice((mount?.[0].length ?? 1) - 1);
    mount?.[1](request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`Nothing is served at ${pathname}\n`);
    });
  };
}

/** Whether the path decodes, and cannot leave its folder on any system. */
function isPlainPath(pathname: string): boolean {
  try {
    return !/[\\\0]|\/\.\.?(\/|$)/.test(decodeURIComponent(pathname));
  } catch {
    return false;
  }
}

/**
 * Browsers may keep what they load, and the compiled scripts with it, but ask each time whether it is still the same. Office for
 * the web loads the add-in's metadata from another origin, hence the open access.
 */
function setHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Access-Control-Allow-Origin', '*');
}

/** Points the script element at this server and lets the page's own policy allow it. */
function withOfficeJsFromPackage(text: string): string {
  return text
    .replaceAll(`${OFFICE_JS_ON_CDN}office.js`, `${OFFICE_JS_HERE}office.js`)
    .replaceAll(/https:\/\/appsforoffice\.microsoft\.com[^\s;"'<]*/g, "'self'");
}

/** A folder of files with lower-case names; Office.js asks for some of them in another case. */
function staticFolder(folder: string): Handler {
  const serve = sirv(folder, { dev: true, etag: true });
  return (request, response, next) => {
    const asked = decodeURIComponent(request.url ?? '/');
    if (!existsSync(path.join(folder, asked))) {
      request.url = request.url?.toLowerCase() ?? '/';
    }
    serve(request, response, next);
  };
}

/** A folder whose pages, manifests and metadata are adapted to this server on their way out. */
function rewrittenFolder(folder: string, rewrite: (text: string) => string): Handler {
  const serve = sirv(folder, { dev: true, etag: true });
  return (request, response, next) => {
    const name = decodeURIComponent(request.url ?? '/');
    const type = REWRITTEN[path.extname(name) as keyof typeof REWRITTEN] as string | undefined;
    if (type === undefined) {
      serve(request, response, next);
      return;
    }
    readFile(path.join(folder, name), 'utf8').then(
      (text) => response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(rewrite(text)),
      () => next(),
    );
  };
}
