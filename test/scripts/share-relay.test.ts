import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { localhostCertificate, type Certificate } from '../../scripts/certificate';
import { startServer, type RunningServer } from '../../scripts/server';
import type { Announcement } from '../../src/local/peers/room';

const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' };

describe('the relay of shared workbooks', () => {
  let server: RunningServer;
  let certificate: Certificate;

  beforeAll(async () => {
    certificate = await localhostCertificate();
    server = await startServer({ port: 0 });
  });

  afterAll(() => server.close());

  function send(
    path: string,
    body: string | null,
    headers: Record<string, string> = SAME_ORIGIN,
  ): Promise<IncomingMessage> {
    const { port } = new URL(server.origin);
    const options = {
      host: 'localhost',
      port,
      path,
      ca: certificate.cert,
      agent: false,
      headers,
      method: body === null ? 'GET' : 'POST',
    };
    return new Promise((resolve, reject) => {
      request(options, resolve)
        .on('error', reject)
        .end(body ?? undefined);
    });
  }

  async function post(path: string, message: unknown, headers?: Record<string, string>): Promise<number | undefined> {
    const response = await send(path, typeof message === 'string' ? message : JSON.stringify(message), headers);
    await text(response);
    return response.statusCode;
  }

  /** Opens a window's stream; `next` gives one announcement after the other. */
  async function open(path: string): Promise<{ next(): Promise<Announcement>; close(): void }> {
    const response = await send(path, null);
    let buffered = '';
    const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
    return {
      next: async () => {
        while (!buffered.includes('\n\n')) {
          buffered += String((await chunks.next()).value);
        }
        const [first = '', ...rest] = buffered.split('\n\n');
        buffered = rest.join('\n\n');
        return JSON.parse(first.replace(/^data: /, '')) as Announcement;
      },
      close: () => response.destroy(),
    };
  }

  it('tells every window the same in the same order, and nobody else', async () => {
    const [a, b, stranger] = [
      await open('/share/w?member=a'),
      await open('/share/w?member=b'),
      await open('/share/x?member=c'),
    ];
    expect(await post('/share/w?member=a', { kind: 'ask' })).toBe(204);
    expect(await post('/share/w?member=a', { kind: 'change', changes: ['é\n'] })).toBe(204);
    a.close();
    const heard = [await b.next(), await b.next(), await b.next(), await b.next()];
    expect(heard.map(({ event }) => `${event.from} ${event.kind}`)).toEqual(['b join', 'a ask', 'a change', 'a leave']);
    expect(heard[2]?.event).toMatchObject({ changes: ['é\n'] });
    expect(heard[3]?.room).toMatchObject({ members: [{ id: 'b' }], writer: null });
    expect((await stranger.next()).room.members).toEqual([{ id: 'c', hasWorkbook: true }]);
    b.close();
    stranger.close();
  });

  it('refuses what is no message, and who has not come or has no turn', async () => {
    const window = await open('/share/refusals?member=a');
    expect(await post('/share/refusals?member=a', { kind: 'change', changes: [] })).toBe(409);
    expect(await post('/share/refusals?member=b', { kind: 'ask' })).toBe(409);
    expect(await post('/share/nobody?member=b', { kind: 'ask' })).toBe(409);
    expect(await post('/share/refusals?member=a', '{')).toBe(400);
    expect(await post('/share/refusals?member=a', { kind: 'leave' })).toBe(400);
    expect(await post('/share/re%2Ffusals?member=a', { kind: 'ask' })).toBe(400);
    window.close();
  });

  it('serves no page of another origin', async () => {
    for (const headers of [{}, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
      expect(await post('/share/w?member=a', { kind: 'ask' }, headers as Record<string, string>)).toBe(403);
    }
    const response = await send('/share/w?member=a', null, {});
    expect(response.statusCode).toBe(403);
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    response.destroy();
  });
});
