import { answerRows } from '../../../../src/bills/ledger/engine-answer';
import { ClickHouse, SETTINGS_ASKED } from '../../../../src/taskpane/import/office/clickhouse';

/*
 * What versions of ClickHouse say over HTTP, as their documentation and their code have it: an engine newer than 18.16 could not be had
 * here.
 */
const ORIGIN = 'https://clickhouse.example.com';
const CONNECTION = { address: ORIGIN, database: '', user: 'reader', password: 'secret' };

interface Asked {
  readonly url: URL;
  readonly init: RequestInit;
}

/** An engine that answers with these, one after the other. */
function engineOf(answers: readonly Response[], connection: Partial<typeof CONNECTION> = {}): [ClickHouse, Asked[]] {
  const asked: Asked[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init = {}) => {
    const answer = answers[asked.length];
    asked.push({ url: new URL(String(url)), init });
    if (answer === undefined) {
      throw new TypeError('Failed to fetch');
    }
    return answer;
  });
  return [new ClickHouse({ ...CONNECTION, ...connection }), asked];
}

const ask = (engine: ClickHouse): Promise<string> =>
  engine.ask('SELECT 1', { cancel: new AbortController().signal }).then((text) => text);

/** A body that comes in parts and is then broken off, as a browser tells it. */
function brokenOff(...parts: readonly string[]): Response {
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const part = left.shift();
      if (part === undefined) {
        controller.error(new TypeError('network error'));
      } else {
        controller.enqueue(new TextEncoder().encode(part));
      }
    },
  });
  return new Response(body);
}

const START = '{\n"meta":[{"name":"a","type":"String"}],\n"data":\n[\n["Code: 1. DB::Exception: a client",';

describe('an engine over HTTP', () => {
  beforeAll(() => {
    const policy = { content: `default-src 'self'; connect-src 'self' ${ORIGIN}` };
    Object.assign(globalThis, { document: { querySelector: () => policy } });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'document');
  });
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [
      '25.11 and later, which say it between marks and break the connection off',
      brokenOff(
        START,
        '\r\n__exception__\r\ndngjzjnxkvlwkeua\r\nCode: 241. DB::Exception: Query memory limit exceeded: would use 9.5 GiB. (MEMORY_LIMIT_EXCEEDED) (version 25.11.1.1)\n131 dngjzjnxkvlwkeua\r\n__exception__\r\n',
      ),
      /ran out of the memory that it may use.*would use 9\.5 GiB.*code 241/,
    ],
    [
      '25.1 and later, with the first mark alone',
      brokenOff(START, '\n__exception__\nCode: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED)'),
      /longer than the time limit.*code 159/,
    ],
    [
      'older ones, which end as if all were well',
      new Response(`${START}Code: 159, e.displayText() = DB::Exception: Timeout exceeded, e.what() = DB::Exception\n`),
      /longer than the time limit.*code 159/,
    ],
  ])('tells an error in the middle of an answer: %s', async (_, response, says) => {
    const [engine] = engineOf([response]);
    await expect(ask(engine).then((text) => answerRows(text, 1))).rejects.toThrow(says);
  });

  it('tells that the connection ended, where nothing says why', async () => {
    await expect(ask(engineOf([brokenOff(START)])[0])).rejects.toThrow('The connection ended in the middle');
  });

  it.each([
    [
      404,
      'Code: 60. DB::Exception: Table billing.focus does not exist. (UNKNOWN_TABLE) (version 24.8.1.1)',
      /no such table/,
    ],
    [408, 'Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED)', /longer than the time limit/],
    [
      403,
      'Code: 516. DB::Exception: reader: Authentication failed. (AUTHENTICATION_FAILED)',
      /user or the password is wrong/,
    ],
    [
      403,
      'Code: 497. DB::Exception: reader: Not enough privileges. (ACCESS_DENIED)',
      /lack the right to read the table/,
    ],
    [
      500,
      '{"exception": "Code: 202. DB::Exception: Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES)"}',
      /too much to do/,
    ],
    [401, 'Unauthorized', /refuses this user and password \(HTTP 401\)/],
    [503, '<html>Service Unavailable', /could not reach it, or lost it \(HTTP 503\)/],
  ])('tells an error that comes with the status %i', async (status, body, says) => {
    await expect(ask(engineOf([new Response(body, { status })])[0])).rejects.toThrow(says);
  });

  it('names TLS and CORS where the browser does not say why there is no answer', async () => {
    await expect(ask(engineOf([])[0])).rejects.toThrow(
      /clickhouse\.example\.com did not answer, and the browser does not say why.*certificate.*\(CORS/,
    );
  });

  it('sends the password in a header alone, and cookies only where no user is named', async () => {
    const [named, first] = engineOf([new Response('')]);
    await ask(named);
    expect(first[0]?.init).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      headers: { 'X-ClickHouse-User': 'reader', 'X-ClickHouse-Key': 'secret' },
    });
    expect(first[0]?.url.href).not.toContain('secret');
    const [signedIn, second] = engineOf([new Response('')], { user: '', password: '' });
    await ask(signedIn);
    expect(second[0]?.init.credentials).toBe('include');
    expect(JSON.stringify(second[0]?.init.headers)).not.toContain('X-ClickHouse');
  });

  const OURS = { max_execution_time: '600', max_memory_usage: '10000000000' };
  it.each([
    ['one who may set them', { readonly: '2' }, OURS],
    ['one who may write, and is to read', { readonly: '0' }, { ...OURS, readonly: '2' }],
    ['one who may set nothing', { readonly: '1' }, {}],
    ['one with a narrower limit', { readonly: '2', max_execution_time: '60' }, { max_memory_usage: '10000000000' }],
    [
      'one with a wider limit and one of none',
      { readonly: '2', max_execution_time: '3600', max_memory_usage: '0' },
      OURS,
    ],
    [
      'one of a newer engine, which is to stop once nobody listens',
      { readonly: '2', cancel_http_readonly_queries_on_client_close: '0' },
      { ...OURS, cancel_http_readonly_queries_on_client_close: '1' },
    ],
  ])('sets limits for %s', async (_, own, expected) => {
    expect(SETTINGS_ASKED).toEqual(expect.arrayContaining(Object.keys({ ...own, ...expected })));
    const [engine, asked] = engineOf([new Response('')]);
    engine.limit(new Map(Object.entries(own)));
    await ask(engine);
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({ ...expected, query_id: expect.any(String) });
  });

  it('asks without limits of ours where an administrator refuses them', async () => {
    const refusal = 'Code: 452. DB::Exception: Setting max_memory_usage should not be greater than 1000.';
    const [engine, asked] = engineOf([new Response(refusal, { status: 500 }), new Response('all')]);
    engine.limit(new Map([['readonly', '2']]));
    expect(await ask(engine)).toBe('all');
    expect([...(asked[1]?.url.searchParams.keys() ?? [])]).toEqual(['query_id']);
  });
});
