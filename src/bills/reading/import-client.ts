import { FileProblem } from '../../formats/file/file-problem';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import { billMessages } from '../messages';
import type { Found, Given, ImportCall, ImportCalls, ImportReply, Reached } from './import-protocol';
import { putTogether } from './long-answers';

/** What a dedicated worker is to us. */
export interface ReaderWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<ImportReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly reached: ((at: Reached) => void) | undefined;
  /** What has come of the answer's sums. */
  readonly sums: (readonly BilledSum[])[];
}

/**
 * Asks the reader of one file, which lives in a worker. To cancel a question ends the worker at once, whatever it is at;
 * the next question starts another and has it open the file again.
 */
export class ImportClient {
  private worker: ReaderWorker | null = null;
  private opening: Promise<Found> | null = null;
  private waiting = new Map<number, Waiting>();
  private count = 0;

  constructor(
    private readonly given: Given,
    private readonly startWorker: () => ReaderWorker,
  ) {}

  /** @throws FileProblem if the file cannot be read; the signal's reason if cancelled */
  open(cancel?: AbortSignal): Promise<Found> {
    this.opening ??= this.ask('open', this.given, undefined, cancel);
    return this.opening;
  }

  /** As `open`; asks when the file is open. */
  async call<C extends Exclude<ImportCall, 'open'>>(
    call: C,
    asked: ImportCalls[C]['asked'],
    { reached, cancel }: { readonly reached?: (at: Reached) => void; readonly cancel?: AbortSignal } = {},
  ): Promise<ImportCalls[C]['answer']> {
    await this.open(cancel);
    return this.ask(call, asked, reached, cancel);
  }

  /** Ends the worker; what is still asked of it is given up. */
  close(): void {
    this.end(new DOMException('The reader was closed.', 'AbortError'));
  }

  private ask<C extends ImportCall>(
    call: C,
    asked: ImportCalls[C]['asked'],
    reached: ((at: Reached) => void) | undefined,
    cancel: AbortSignal | undefined,
  ): Promise<ImportCalls[C]['answer']> {
    if (cancel?.aborted) {
      return Promise.reject(reasonOf(cancel));
    }
    const worker = this.running();
    const id = (this.count += 1);
    const abandon = (): void => this.end(cancel && reasonOf(cancel));
    cancel?.addEventListener('abort', abandon, { once: true });
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, reached, sums: [] });
      worker.postMessage({ id, call, asked });
    }).finally(() => {
      cancel?.removeEventListener('abort', abandon);
    }) as Promise<ImportCalls[C]['answer']>;
  }

  private running(): ReaderWorker {
    if (this.worker !== null) {
      return this.worker;
    }
    const worker = this.startWorker();
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(new FileProblem(billMessages.readerEnded(event.message)));
    };
    this.worker = worker;
    return worker;
  }

  private hear(reply: ImportReply): void {
    const waiting = this.waiting.get(reply.id);
    if (waiting === undefined) {
      return;
    }
    if (reply.kind === 'reached') {
      waiting.reached?.(reply.reached);
      return;
    }
    if (reply.kind === 'sums') {
      waiting.sums.push(reply.sums);
      return;
    }
    this.waiting.delete(reply.id);
    if (reply.kind === 'done') {
      waiting.resolve(putTogether(reply.answer, waiting.sums));
    } else {
      waiting.reject(reply.foreseen ? new FileProblem(reply.message) : new Error(reply.message));
    }
  }

  private end(reason: unknown): void {
    this.worker?.terminate();
    this.worker = null;
    this.opening = null;
    const given = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of given) {
      reject(reason);
    }
  }
}

function reasonOf(cancel: AbortSignal): unknown {
  return cancel.reason as unknown;
}
