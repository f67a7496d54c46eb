import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { localhostCertificate } from '../../scripts/certificate';
import { startServer, type RunningServer } from '../../scripts/server';
import { LedgerPage } from '../e2e/ledger-book';
import type { WorkbookPicture } from '../e2e/workbook-picture';

/** Does what a server may do instead of answering. */
type Misdeed = (response: ServerResponse, pageOrigin: string) => void;

const json = (names: readonly string[], data: unknown[]): string =>
  JSON.stringify({ meta: names.map((name) => ({ name, type: 'String' })), data, rows: data.length });

/** What the pane says of each, if a server does it when it is first asked. */
const MISDEEDS: readonly [what: string, misdeed: Misdeed, says: RegExp][] = [
  [
    'an answer without end',
    (response) => {
      response.write('{"meta":[{"name":"a"}],"data":[["');
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) {
          // Until the other side is slower.
        }
        response.once('drain', more);
      };
      more();
    },
    /larger than 4 MB and was not read to its end/,
  ],
  ['a web page', (response) => response.end('<!doctype html><title>Sign in</title>'), /answers with a web page/],
  [
    'a redirect to elsewhere',
    (response, origin) => response.writeHead(307, { Location: `${origin}/elsewhere` }).end(),
    /did not answer, and the browser does not say why/,
  ],
  [
    'an error after it has said that all is well',
    (response) =>
      response.end(
        '{"meta":[{"name":"a"}],"data":[["AcmCode: 241, e.displayText() = DB::Exception: Memory limit exceeded',
      ),
    /ran out of the memory that it may use\. Ask for fewer months/,
  ],
  [
    'an error between marks, as newer engines do, and no end',
    (response) => {
      response.write('{"meta":[{"name":"a"}],"data":[["x"],');
      response.write(
        '\r\n__exception__\r\ntag\r\nCode: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED)\n61 tag\r\n__exception__\r\n',
        () => response.destroy(),
      );
    },
    // What the browser has not handed over when the connection breaks off is lost, and then nobody knows why it did.
    /longer than the time limit\. Ask for fewer months|The connection ended in the middle of the answer/,
  ],
  [
    'numbers in place of texts',
    (response) => response.end(json(['name', 'value'], [['readonly', 2]])),
    /row 1 has 2, no text/,
  ],
  [
    'half an answer',
    (response) => {
      response.write('{"meta":[{"name":"a"}],');
      setImmediate(() => response.destroy());
    },
    /The connection ended in the middle of the answer/,
  ],
  ['a gateway that has lost the engine', (response) => response.writeHead(502).end('<html>'), /HTTP 502/],
  ['nothing', (response) => response.destroy(), /did not answer, and the browser does not say why/],
];

describe('a server that is not what it says', () => {
  let pages: RunningServer;
  let server: Server;
  let page: LedgerPage;
  let misdeed: Misdeed;
  let before: WorkbookPicture;
  let asked: string[];

  beforeAll(async () => {
    server = createServer(await localhostCertificate(), (request, response) => {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '');
      response.setHeader('Access-Control-Allow-Headers', 'content-type, x-clickhouse-user, x-clickhouse-key');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      if (request.method === 'OPTIONS') {
        response.writeHead(204).end();
        return;
      }
      asked.push(`${request.url} ${JSON.stringify(request.headers)}`);
      request.resume().on('end', () => misdeed(response, pages.origin));
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    pages = await startServer({
      port: 0,
      ledgers: [`https://localhost:${(server.address() as AddressInfo).port}`],
    });
    page = await LedgerPage.open({ pages });
    await page.local.loadReferenceData();
    before = await page.imports.picture();
  });
  afterAll(async () => {
    await page?.close();
    await pages?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(async () => {
    asked = [];
    await page.start();
    await page.field('User').fill('reader');
    await page.field('Password').fill('my secret');
  });

  it.each(MISDEEDS)('is told of where it gives %s, and the workbook stays as it was', async (_, own, says) => {
    misdeed = own;
    await page.button('Connect').click();
    expect(await page.imports.refusal()).toMatch(says);
    expect(await page.imports.picture()).toEqual(before);
    expect(asked.length).toBeGreaterThan(0);
    // The password is in a header, never in an address, if logs would have it.
    expect(asked.filter((one) => /secret/.test(one.split(' ')[0] ?? ''))).toEqual([]);
    expect(asked[0]).toContain('"x-clickhouse-key":"my secret"');
  });

  it('is asked without limits of ours where its administrator refuses them', async () => {
    misdeed = (response) => {
      const [url = ''] = (asked.at(-1) ?? '').split(' ');
      if (asked.length === 1) {
        response.end(json(['name', 'value'], [['readonly', '2']]));
      } else if (url.includes('max_memory_usage')) {
        response
          .writeHead(500)
          .end('Code: 452. DB::Exception: Setting max_memory_usage should not be greater than 1000.');
      } else {
        response.end(json(['database', 'name'], [['billing', 'focus']]));
      }
    };
    await page.button('Connect').click();
    await page.view.getByText('Connected: 1 table can be read.').waitFor();
    expect(asked.length).toBe(3);
  });

  it('knows by its own cookie who has signed in, where no user is named, and is sent none where one is', async () => {
    const url = await page.field('Address').inputValue();
    await page.local.page.context().addCookies([{ name: 'signed-in', value: 'yes', url }]);
    misdeed = (response) => response.end(json(['name', 'value'], [['readonly', '1']]));
    await page.button('Connect').click();
    await page.view.getByText('Connected: 1 table can be read.').waitFor();
    expect(asked.filter((one) => one.includes('signed-in=yes'))).toEqual([]);
    asked = [];
    await page.field('User').fill('');
    await page.button('Connect').click();
    await page.view.getByText('Connected: 1 table can be read.').waitFor();
    expect(asked.length).toBe(2);
    for (const one of asked) {
      expect(one).toContain('"cookie":"signed-in=yes"');
      expect(one).not.toContain('x-clickhouse');
    }
  });

  it('is not asked where the address is none of those that an administrator has named', async () => {
    misdeed = (response) => response.end();
    for (const [address, says] of [
      ['https://elsewhere.example', /may not talk to https:\/\/elsewhere\.example.*--connect/],
      ['http://localhost', /is no address of a ledger/],
      [`${await page.field('Address').inputValue()}/?password=x`, /must hold no user, password or parameters/],
    ] as const) {
      await page.field('Address').fill(address);
      await page.button('Connect').click();
      await page.view.getByText(says).waitFor();
    }
    expect(asked).toEqual([]);
    expect(await page.imports.picture()).toEqual(before);
  });
});
