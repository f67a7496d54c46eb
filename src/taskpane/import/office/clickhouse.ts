import { brokenAnswer, engineError, errorCode, errorInTail } from '../../../bills/ledger/engine-answer';
import { ledgerMessages } from '../../../bills/ledger/ledger-messages';
import { FileProblem } from '../../../formats/file/file-problem';
import type { LedgerConnection } from '../../contract/ledger-services';
import { admittedOrigins } from './admitted-origins';

/** A larger answer is not read to its end: 500,000 sums with long names stay below it. */
const ANSWER_BYTES = 256 * 1024 * 1024;
const ERROR_BYTES = 64 * 1024;
const MB = 1024 * 1024;
/** On the engine, for each statement. */
const LIMITS = { max_execution_time: '600', max_memory_usage: '10000000000' } as const;
/** Newer engines go on with a statement that nobody listens to, unless this is set. */
const STOPS_ALONE = 'cancel_http_readonly_queries_on_client_close';
/** What has to be known of a user's settings before others are set. */
export const SETTINGS_ASKED = ['readonly', STOPS_ALONE, ...Object.keys(LIMITS)];

/** ClickHouse's number for a setting beyond what an administrator allows. */
const LIMITS_REFUSED = 452;

/** How an engine is asked one statement. */
export interface Asking {
  readonly cancel: AbortSignal;
  /** Hears how many bytes of the answer have come. */
  readonly progress?: (bytes: number) => void;
  readonly limitBytes?: number;
}

/**
 * An engine behind its own HTTP interface. The user and the password go in headers, never in the address; nothing is written, and nothing
 * of it is kept.
 */
export class ClickHouse {
  private readonly address: URL;
  private settings: Readonly<Record<string, string>> = {};

  /** @throws FileProblem if the address is none, or none that this add-in may talk to */
  constructor(private readonly connection: LedgerConnection) {
    this.address = readAddress(connection.address);
  }

  /** `clickhouse.example.com`, with the port if it is not the usual one. */
  get host(): string {
    return this.address.host;
  }

  get href(): string {
    return this.address.href;
  }

  /**
   * Sets limits of time and memory on what follows, that it may only read, and that it stops once nobody listens, if this user may set
   * such things. Narrower limits of the user's own stay.
   *
   * @param own the user's own settings that the engine knows: `readonly` is 0, 1 or 2; a limit of 0 is none
   */
  limit(own: ReadonlyMap<string, string>): void {
    const may = own.get('readonly');
    const missing = Object.entries(LIMITS).filter(([name, limit]) => !isWithin(own.get(name), limit));
    this.settings =
      may === '1'
        ? {}
        : {
            ...Object.fromEntries(missing),
            ...(own.has(STOPS_ALONE) ? { [STOPS_ALONE]: '1' } : {}),
            ...(may === '0' ? { readonly: '2' } : {}),
          };
  }

  /**
   * The text of the answer, whole. Cancelled, the statement is stopped on the engine too.
   *
   * @throws FileProblem if there is none, or the engine refuses; the signal's reason if cancelled
   */
  async ask(statement: string, asking: Asking): Promise<string> {
    const { cancel } = asking;
    cancel.throwIfAborted();
    const id = crypto.randomUUID();
    const ending = new AbortController();
    const stop = (): void => {
      ending.abort();
      void this.kill(id);
    };
    cancel.addEventListener('abort', stop, { once: true });
    try {
      return await this.answerTo(statement, id, asking, ending);
    } catch (thrown) {
      cancel.throwIfAborted();
      if (ending.signal.aborted) {
        void this.kill(id);
      }
      throw thrown;
    } finally {
      cancel.removeEventListener('abort', stop);
    }
  }

  private async answerTo(statement: string, id: string, asking: Asking, ending: AbortController): Promise<string> {
    const { progress, limitBytes = ANSWER_BYTES } = asking;
    const response = await this.post(statement, id, ending.signal);
    const limit = response.ok ? limitBytes : ERROR_BYTES;
    const text = await readText(response, limit, progress, () => ending.abort());
    if (!response.ok) {
      // The administrator allows this user no limits but her own.
      if (errorCode(text) === LIMITS_REFUSED && Object.keys(this.settings).length > 0) {
        this.settings = {};
        return this.answerTo(statement, id, asking, ending);
      }
      throw errorCode(text) === null ? wrongStatus(response.status, text) : engineError(text);
    }
    return text;
  }

  private async post(statement: string, id: string, signal: AbortSignal): Promise<Response> {
    const { user, password, database } = this.connection;
    const url = new URL(this.address);
    url.search = new URLSearchParams({
      query_id: id,
      ...(database === '' ? {} : { database }),
      ...this.settings,
    }).toString();
    try {
      return await fetch(url, {
        method: 'POST',
        body: statement,
        headers: {
          'Content-Type': 'text/plain;charset=UTF-8',
          ...(user === '' ? {} : { 'X-ClickHouse-User': header(user), 'X-ClickHouse-Key': header(password) }),
        },
        // Without a user, a proxy before the engine knows who it is by its own cookies.
        credentials: user === '' ? 'include' : 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal,
      });
    } catch (thrown) {
      signal.throwIfAborted();
      if (thrown instanceof FileProblem) {
        throw thrown;
      }
      throw new FileProblem(ledgerMessages.unreachable(this.address.origin));
    }
  }

  /** An engine that does not let go of the statement by itself once nobody listens is told to; it may refuse. */
  private async kill(id: string): Promise<void> {
    try {
      const answer = await this.post(
        `KILL QUERY WHERE query_id = '${id}' ASYNC`,
        crypto.randomUUID(),
        new AbortController().signal,
      );
      await answer.body?.cancel();
    } catch {
      // The engine is gone, and the statement with it.
    }
  }
}

function isWithin(own: string | undefined, limit: string): boolean {
  const value = Number(own ?? 0);
  return value > 0 && value <= Number(limit);
}

/** Reads an answer, however long it says it is, up to a limit. */
async function readText(
  response: Response,
  limit: number,
  progress: Asking['progress'],
  stop: () => void,
): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await nextPart(reader, () => parts.join(''));
    if (done || value === undefined) {
      break;
    }
    bytes += value.byteLength;
    if (bytes > limit) {
      stop();
      throw new FileProblem(ledgerMessages.tooLarge(Math.max(1, Math.round(limit / MB))));
    }
    parts.push(decoder.decode(value, { stream: true }));
    progress?.(bytes);
  }
  return parts.join('') + decoder.decode();
}

type Part = { readonly done: boolean; readonly value?: Uint8Array | undefined };

/** @param before what was read so far: newer engines break the connection off on purpose, once they have said what went wrong */
async function nextPart(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  before: () => string,
): Promise<Part> {
  try {
    return (await reader?.read()) ?? { done: true };
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      throw thrown;
    }
    throw errorInTail(before()) ?? new FileProblem(ledgerMessages.brokenOff());
  }
}

function wrongStatus(status: number, text: string): FileProblem {
  if (status === 401 || status === 403) {
    return new FileProblem(ledgerMessages.notLetIn(status));
  }
  if (status >= 502 && status <= 504) {
    return new FileProblem(ledgerMessages.gateway(status));
  }
  return text.trim() === '' ? new FileProblem(ledgerMessages.noAnswer(`HTTP ${status}`)) : brokenAnswer(text);
}

/** @throws FileProblem if a header cannot carry it */
function header(value: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) {
    throw new FileProblem(ledgerMessages.headerText());
  }
  return value;
}

/** @throws FileProblem if it is none, or none that this add-in may talk to */
function readAddress(typed: string): URL {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== 'https:') {
    throw new FileProblem(ledgerMessages.notHttps(text));
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new FileProblem(ledgerMessages.secretInAddress());
  }
  if (!admittedOrigins().includes(url.origin)) {
    throw new FileProblem(ledgerMessages.notAdmitted(url.origin));
  }
  return url;
}
