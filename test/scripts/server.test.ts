import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:http2';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { localhostCertificate, type Certificate } from '../../scripts/certificate';
import { projectRoot } from '../../scripts/project';
import { startServer, type RunningServer, type ServerOptions } from '../../scripts/server';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const PAGE = `<meta http-equiv="Content-Security-Policy" content="script-src 'self' https://appsforoffice.microsoft.com">
<script src="${CDN}"></script>`;
const MANIFEST = '<Url DefaultValue="https://localhost:3000/taskpane.html"/>';

const TRUSTING = { host: 'localhost', servername: 'localhost', agent: false } as const;

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

describe('the server', () => {
  let certificate: Certificate;
  let folder: string;
  const running: RunningServer[] = [];

  beforeAll(async () => {
    certificate = await localhostCertificate();
    folder = await mkdtemp(path.join(tmpdir(), 'served-'));
    await writeFile(path.join(folder, 'page.html'), PAGE);
    await writeFile(path.join(folder, 'manifest.xml'), MANIFEST);
    await writeFile(path.join(folder, 'script.js'), `'${CDN}'`);
  });

  afterAll(async () => {
    await Promise.all(running.map((server) => server.close()));
    await rm(folder, { recursive: true });
  });

  async function serve(options: Partial<ServerOptions> = {}): Promise<string> {
    const server = await startServer({ port: 0, folders: { '/it/': folder }, ...options });
    running.push(server);
    return server.origin;
  }

  /** Trusts the server's key and nothing else. The path is sent as it is written. */
  function get(origin: string, pathname: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { port } = new URL(origin);
    return new Promise((resolve, reject) => {
      request({ ...TRUSTING, port, path: pathname, ca: certificate.cert, headers }, (response) => {
        text(response).then(
          (body) => resolve({ status: response.statusCode, headers: response.headers, body }),
          reject,
        );
      })
        .on('error', reject)
        .end();
    });
  }

  it('gives pages Office.js from the installed package, and their policy allows it', async () => {
    const { body } = await get(await serve(), '/it/page.html');
    expect(body).toContain(`content="script-src 'self' 'self'"`);
    expect(body).toContain('<script src="/office-js/office.js">');
  });

  it('leaves Office.js on its CDN where Excel itself is the host', async () => {
    const { body } = await get(await serve({ officeJs: 'cdn' }), '/it/page.html');
    expect(body).toBe(PAGE);
  });

  it('writes its own port into the manifest', async () => {
    const origin = await serve();
    const { body } = await get(origin, '/it/manifest.xml');
    expect(body).toBe(`<Url DefaultValue="${origin}/taskpane.html"/>`);
  });

  it('never touches a script', async () => {
    const { body, headers } = await get(await serve(), '/it/script.js');
    expect(body).toBe(`'${CDN}'`);
    expect(headers['content-type']).toMatch(/^text\/javascript/);
  });

  it('finds the files of Office.js in whatever case they are asked for', async () => {
    const { status, body } = await get(await serve(), '/office-js/EN-US/Office_Strings.js');
    expect(status).toBe(200);
    expect(body).toContain('Strings');
  });

  it('lets a browser keep a script, but not use it without asking whether it is still the same', async () => {
    const origin = await serve();
    const { headers } = await get(origin, '/it/script.js');
    expect(headers['cache-control']).toBe('no-cache');
    const etag = String(headers.etag);
    expect(await get(origin, '/it/script.js', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    expect(await get(origin, '/it/script.js', { 'if-none-match': `${etag}-of-another` })).toMatchObject({
      status: 200,
    });
  });

  it('lets nothing be used without asking, sniffed or kept from Excel on the web', async () => {
    const { headers } = await get(await serve(), '/it/page.html');
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
  });

  it('sends what docs/install.md asks of a server', async () => {
    const page = await readFile(path.join(projectRoot, 'docs/install.md'), 'utf8');
    const asked = [...page.matchAll(/^ {2}add_header ([\w-]+) (\S+) always;$/gm)].map(([, name = '', value]) => [
      name.toLowerCase(),
      value,
    ]);
    expect(asked.length).toBe(3);
    const { headers } = await get(await serve(), '/it/page.html');
    expect(headers).toMatchObject(Object.fromEntries(asked));
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  it('opens on the local workbook, which begins with the example', async () => {
    const { status, headers } = await get(await serve(), '/');
    expect([status, headers.location]).toEqual([302, '/local.html?begin=assets/ai-spend-example.xlsx']);
  });

  it.each([
    '/it/../package.json',
    '/it/..%2fpackage.json',
    '/it/%2e%2e/package.json',
    '/it/..%5cpackage.json',
    '/it/%zz',
  ])('does not leave its folders for %s', async (pathname) => {
    const { status } = await get(await serve(), pathname);
    expect([400, 404]).toContain(status);
  });

  it.each([
    '//',
    '//elsewhere.example/local.html',
    '*',
    'https://elsewhere.example/',
    '/it//page.html',
    '/.sources',
    '/it/.git',
  ])('refuses %s and goes on', async (pathname) => {
    const origin = await serve();
    expect((await get(origin, pathname)).status).toBe(400);
    expect((await get(origin, '/it/page.html')).status).toBe(200);
  });

  it('gives the whole file to who asks for a part of it', async () => {
    const { status, body } = await get(await serve(), '/it/script.js', { range: 'bytes=9-3' });
    expect([status, body]).toEqual([200, `'${CDN}'`]);
  });

  it("answers under its own name only, so that another's name that leads here is no way in", async () => {
    const origin = await serve();
    const { port } = new URL(origin);
    expect((await get(origin, '/it/page.html', { host: `elsewhere.example:${port}` })).status).toBe(421);
    expect((await get(origin, '/it/page.html', { host: `127.0.0.1:${port}` })).status).toBe(200);
  });

  it("cannot be put into a frame by pages that are not this server's or Excel's", async () => {
    const { headers } = await get(await serve(), '/it/page.html');
    expect(headers['content-security-policy']).toMatch(/^frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com /);
  });

  it('speaks HTTP/2, by which one connection is enough for all windows', async () => {
    const session = connect(await serve(), { ca: certificate.cert });
    const status = await new Promise((resolve, reject) => {
      session.on('error', reject);
      session
        .request({ ':path': '/it/page.html' })
        .on('response', (headers) => resolve(headers[':status']))
        .on('error', reject)
        .resume();
    });
    expect([status, session.alpnProtocol]).toEqual([200, 'h2']);
    session.close();
  });

  it('says what to do about a busy port', async () => {
    const port = Number(new URL(await serve()).port);
    await expect(startServer({ port })).rejects.toThrow(
      `Port ${port} is in use by another program. End that one, or choose another port: npm start -- --port ${port + 1}`,
    );
  });
});
