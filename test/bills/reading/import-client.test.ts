import { FileProblem } from '../../../src/formats/file/file-problem';
import { ImportClient, type ReaderWorker } from '../../../src/bills/reading/import-client';
import type { Given, ImportReply, ImportRequest } from '../../../src/bills/reading/import-protocol';

const GIVEN: Given = { kind: 'file', file: new File(['a'], 'a.csv'), reading: null };
const FOUND = { kind: 'bill', tables: [] };

/** A worker that answers by hand. */
class HandWorker implements ReaderWorker {
  onmessage: ((event: MessageEvent<ImportReply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: ImportRequest[] = [];
  ended = false;

  postMessage(message: unknown): void {
    this.asked.push(message as ImportRequest);
  }

  terminate(): void {
    this.ended = true;
  }

  reply(reply: Record<string, unknown>, to = this.asked.length - 1): void {
    this.onmessage?.({ data: { id: this.asked[to]?.id, ...reply } } as unknown as MessageEvent<ImportReply>);
  }
}

function clientWithWorkers(): { client: ImportClient; workers: HandWorker[] } {
  const workers: HandWorker[] = [];
  const client = new ImportClient(GIVEN, () => {
    const worker = new HandWorker();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

/** Lets what has been resolved run on. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

async function opened(): Promise<{ client: ImportClient; workers: HandWorker[]; worker: HandWorker }> {
  const { client, workers } = clientWithWorkers();
  const open = client.open();
  const worker = workers[0] as HandWorker;
  worker.reply({ kind: 'done', answer: FOUND });
  await open;
  return { client, workers, worker };
}

describe('the reader of a file', () => {
  it('opens it once, whoever asks', async () => {
    const { client, worker } = await opened();
    await client.open();
    expect(worker.asked.map(({ call }) => call)).toEqual(['open']);
  });

  it('tells how far it is, and then what it found', async () => {
    const { client, worker } = await opened();
    const reached: unknown[] = [];
    const hash = client.call('hash', null, { reached: (at) => reached.push(at) });
    await turn();
    worker.reply({ kind: 'reached', reached: { bytesDone: 1, bytesTotal: 2, rows: 3 } });
    worker.reply({ kind: 'done', answer: 'ff' });
    expect(await hash).toBe('ff');
    expect(reached).toEqual([{ bytesDone: 1, bytesTotal: 2, rows: 3 }]);
  });

  it('says what is wrong with a file, and keeps mistakes of ours apart', async () => {
    const { client, worker } = await opened();
    const [first, second] = [client.call('hash', null), client.call('hash', null)];
    await turn();
    worker.reply({ kind: 'failed', message: 'The file is empty.', foreseen: true }, 1);
    worker.reply({ kind: 'failed', message: 'x is undefined', foreseen: false }, 2);
    await expect(first).rejects.toThrow(new FileProblem('The file is empty.'));
    await expect(first).rejects.toBeInstanceOf(FileProblem);
    await expect(second).rejects.not.toBeInstanceOf(FileProblem);
  });

  it('is ended at once by a cancel, and opens the file anew for the next question', async () => {
    const { client, workers, worker } = await opened();
    const cancel = new AbortController();
    const hash = client.call('hash', null, { cancel: cancel.signal });
    await turn();
    cancel.abort();
    await expect(hash).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.ended).toBe(true);

    const again = client.call('hash', null);
    await turn();
    const next = workers[1] as HandWorker;
    expect(next.asked.map(({ call }) => call)).toEqual(['open']);
    next.reply({ kind: 'done', answer: FOUND });
    await turn();
    next.reply({ kind: 'done', answer: 'ff' });
    expect(await again).toBe('ff');
  });

  it('asks nothing that was cancelled before it began, and is not ended by a cancel that comes too late', async () => {
    const { client, worker } = await opened();
    const cancel = new AbortController();
    const hash = client.call('hash', null, { cancel: cancel.signal });
    await turn();
    worker.reply({ kind: 'done', answer: 'ff' });
    await hash;
    cancel.abort();
    expect(worker.ended).toBe(false);
    await expect(client.call('hash', null, { cancel: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.asked).toHaveLength(2);
  });

  it('that breaks down says so to all who wait', async () => {
    const { client, worker } = await opened();
    const hash = client.call('hash', null);
    await turn();
    worker.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as unknown as ErrorEvent);
    await expect(hash).rejects.toThrow(/out of memory/);
    await expect(hash).rejects.toBeInstanceOf(FileProblem);
  });

  it('that is closed gives up what it was asked', async () => {
    const { client, worker } = await opened();
    const hash = client.call('hash', null);
    await turn();
    client.close();
    await expect(hash).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.ended).toBe(true);
  });
});
