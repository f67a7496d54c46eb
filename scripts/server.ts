import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { localhostCertificate, type Certificate } from './certificate';
import { UserError } from './command';
import { withLedgerOrigins } from './ledger-origins';
import { buildFolder, developmentOrigin, EXAMPLE_FILE, projectRoot } from './project';
import { ShareRelay, type RelayLimits } from './share-relay';

const OFFICE_JS_FOLDER = path.join(projectRoot, 'node_modules/@microsoft/office-js/dist');
/** The local workbook, which begins with the example if it has no workbook yet. */
const START_PAGE = `/local.html?begin=${EXAMPLE_FILE}`;
const OFFICE_JS_ON_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE_JS_HERE = '/office-js/';
/** Whose pages may show these in a frame: this server's, and those that show Excel for the web, in Teams and SharePoint too. */
const FRAMES = [
  "'self'",
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.microsoft.com',
  'https://onedrive.live.com',
];
const REWRITTEN = { '.html': 'text/html', '.xml': 'text/xml', '.json': 'application/json' } as const;

/** How the development build is to be served. */
export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where pages get Office.js: from the npm package, which works offline (default), or from Microsoft's CDN, as Excel wants it. */
  readonly officeJs?: 'package' | 'cdn';
  /** Further folders to serve, by the path they are served under, for example `/fixture/`. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Origins of ledgers to which the pane may talk; default: none. */
  readonly ledgers?: readonly string[];
  /** Default: the project's own key, which only its own browser profile trusts. */
  readonly certificate?: Certificate;
  /** Default: enough for a workbook of some 200,000 rows. */
  readonly relayLimits?: RelayLimits;
}

/** A server that is listening. */
export interface RunningServer {
  /** For example `https://localhost:3000`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves build/ at https://localhost, with Office.js beside it, and relays between the windows of shared local workbooks.
 *
 * It speaks HTTP/2, because a browser opens no more than six connections of HTTP/1.1 to a server, and each window of a shared
 * workbook keeps one busy for as long as it is open; who does not know it is served by HTTP/1.1.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createSecureServer({ ...(options.certificate ?? (await localhostCertificate())), allowHTTP1: true });
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const port = await listen(server, options.port);
  const origin = `https://localhost:${port}`;
  const answer = requestListener(origin, options);
  // Node's own classes for HTTP/2 have all that is used here of those for HTTP/1.1, but do not say so to the compiler.
  server.on('request', (request, response) =>
    answer(request as unknown as IncomingMessage, response as unknown as ServerResponse),
  );
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        connections.forEach((socket) => socket.destroy());
      }),
  };
}

function listen(server: Http2SecureServer, port: number): Promise<number> {
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

function requestListener(
  origin: string,
  options: ServerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const rewrite = (text: string): string => {
    const here = withLedgerOrigins(text.replaceAll(developmentOrigin, origin), options.ledgers ?? []);
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
  const relay = new ShareRelay(options.relayLimits);

  const route = (request: IncomingMessage, response: ServerResponse): void => {
    setHeaders(response);
    const asked = request.url ?? '';
    if (!isOwnHost(request, origin)) {
      refuse(response, 421, `This server is at ${origin} only`);
    } else if (!URL.canParse(`${origin}${asked}`) || !isPlainPath(asked)) {
      refuse(response, 400, 'Not a path');
    } else {
      serve(new URL(`${origin}${asked}`), request, response);
    }
  };
  const serve = (url: URL, request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = url;
    if (relay.answer(request, response, url)) {
      return;
    }
    if (pathname === '/') {
      response.writeHead(302, { Location: START_PAGE }).end();
      return;
    }
    const mount = mounts.find(([prefix]) => pathname.startsWith(prefix));
    request.url = pathname.slice((mount?.[0].length ?? 1) - 1);
    // Whole files are small; of parts that are out of range the file server makes an error in the middle of its answer.
    delete request.headers.range;
    mount?.[1](request, response, () => refuse(response, 404, `Nothing is served at ${pathname}`));
  };

  return (request, response) => {
    try {
      route(request, response);
    } catch (failure) {
      // Whatever a request has that nobody thought of, the windows that are open go on.
      console.error(`${request.method} ${request.url} failed:`, failure);
      if (response.headersSent) {
        response.destroy();
      } else {
        refuse(response, 500, 'This request failed');
      }
    }
  };
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${reason}\n`);
}

/** Whether the browser meant this server: a name of someone else's that leads here (DNS rebinding) would make it same-origin. */
function isOwnHost(request: IncomingMessage, origin: string): boolean {
  const { host = request.headers[':authority'] } = request.headers;
  const { port } = new URL(origin);
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => host === `${name}:${port}`);
}

/** Whether the path decodes, cannot leave its folder on any system, and names no file that is hidden. */
function isPlainPath(asked: string): boolean {
  const [pathname = ''] = asked.split(/[?#]/, 1);
  try {
    return pathname.startsWith('/') && !/[\\\0]|\/\/|\/\./.test(decodeURIComponent(pathname));
  } catch {
    return false;
  }
}

/**
 * Browsers may keep what they load, and the compiled scripts with it, but ask each time whether it is still the same. Office for
 * the web loads the add-in's metadata from another origin, hence the open access. Pages of others cannot put these into a frame and
 * have the user click what she does not see; those of Excel for the web may.
 */
function setHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Content-Security-Policy', `frame-ancestors ${FRAMES.join(' ')}`);
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
