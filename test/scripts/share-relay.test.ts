import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { localhostCertificate, type Certificate } from '../../scripts/certificate';
import { startServer, type RunningServer } from '../../scripts/server';
import type { Announcement } from '../../src/local/peers/room';

const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' };
const LIMITS = { messageBytes: 1_000_000, backlogBytes: 2_000_000 };

/** The address of a workbook and one of its windows, as long as they have to be. */
function at(name: string, member: string, key = member): string {
  return `/share/${name.padEnd(22, '-')}?member=${member}&key=${key.padEnd(22, '-')}`;
}

describe('the relay of shared workbooks', () => {
  let server: RunningServer;
  let certificate: Certificate;

  beforeAll(async () => {
    certificate = await localhostCertificate();
    server = await startServer({ port: 0, relayLimits: LIMITS });
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
    const [a, b, stranger] = [await open(at('w', 'a')), await open(at('w', 'b')), await open(at('x', 'c'))];
    expect(await post(at('w', 'a'), { kind: 'ask' })).toBe(204);
    expect(await post(at('w', 'a'), { kind: 'change', changes: ['é\n'] })).toBe(204);
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
    const window = await open(at('refusals', 'a'));
    expect(await post(at('refusals', 'a'), { kind: 'change', changes: [] })).toBe(409);
    expect(await post(at('refusals', 'b'), { kind: 'ask' })).toBe(409);
    expect(await post(at('nobody', 'b'), { kind: 'ask' })).toBe(409);
    expect(await post(at('refusals', 'a'), '{')).toBe(400);
    expect(await post(at('refusals', 'a'), { kind: 'leave' })).toBe(400);
    expect(await post('/share/re%2Ffusals?member=a', { kind: 'ask' })).toBe(400);
    window.close();
  });

  it('takes no message that another window sends in the name of one that is here', async () => {
    const window = await open(at('own', 'a'));
    expect(await post(at('own', 'a', 'b'), { kind: 'ask' })).toBe(409);
    expect(await post(at('own', 'a'), { kind: 'ask' })).toBe(204);
    window.close();
  });

  it('takes no name, and no key, that could be guessed', async () => {
    expect(await post('/share/w?member=a&key=0123456789012345678901', { kind: 'ask' })).toBe(400);
    expect(await post(`${at('long', 'a').split('&')[0]}&key=short`, { kind: 'ask' })).toBe(400);
  });

  it('refuses a message that is too long while it comes in, and goes on', async () => {
    const window = await open(at('long', 'a'));
    await post(at('long', 'a'), { kind: 'ask' });
    expect(await post(at('long', 'a'), { kind: 'change', changes: ['x'.repeat(LIMITS.messageBytes)] })).toBe(413);
    expect(await post(at('long', 'a'), { kind: 'change', changes: ['x'] })).toBe(204);
    window.close();
  });

  it('lets a window go that has stopped reading, and the others go on', async () => {
    const [writer, sleeper] = [await open(at('slow', 'a')), await open(at('slow', 'b'))];
    await post(at('slow', 'a'), { kind: 'ask' });
    const changes = ['x'.repeat(LIMITS.messageBytes / 2)];
    let members = 2;
    // What the system itself keeps for a connection comes first, and nobody knows how much that is.
    for (let sent = 0; members === 2 && sent < 200; sent += 1) {
      await post(at('slow', 'a'), { kind: 'change', changes });
      let heard = await writer.next();
      while (heard.event.kind !== 'change' && heard.event.kind !== 'leave') {
        heard = await writer.next();
      }
      members = heard.room.members.length;
    }
    expect(members).toBe(1);
    writer.close();
    sleeper.close();
  });

  it('serves no page of another origin', async () => {
    for (const headers of [{}, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
      expect(await post(at('w', 'a'), { kind: 'ask' }, headers as Record<string, string>)).toBe(403);
    }
    const response = await send(at('w', 'a'), null, {});
    expect(response.statusCode).toBe(403);
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    response.destroy();
  });
});
