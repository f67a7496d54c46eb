import { FileProblem } from '../../formats/file/file-problem';
import { importReader } from './import-reader';
import type { ImportReply, ImportRequest, Reached } from './import-protocol';
import { takenApart } from './long-answers';

/*
 * The worker in which files are read, so that the pane stays free whatever a file holds. A file that exhausts it takes the
 * worker down and nothing else.
 */

/** How often it is told how far a reading is, at most. */
const BETWEEN_MS = 100;

const reader = importReader();

/** The scope of a dedicated worker, which the page's types do not describe. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ImportRequest>) => void) | null;
  postMessage(reply: ImportReply): void;
};

scope.onmessage = ({ data }) => void answer(data);

async function answer({ id, call, asked }: ImportRequest): Promise<void> {
  let toldAt = 0;
  const reached = (at: Reached): void => {
    const now = performance.now();
    if (now - toldAt < BETWEEN_MS) {
      return;
    }
    toldAt = now;
    scope.postMessage({ id, kind: 'reached', reached: at });
  };
  try {
    const { answer: rest, sums } = takenApart(await reader.answer(call, asked, reached));
    for (const some of sums) {
      scope.postMessage({ id, kind: 'sums', sums: some });
    }
    scope.postMessage({ id, kind: 'done', answer: rest });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    scope.postMessage({ id, kind: 'failed', message, foreseen: thrown instanceof FileProblem });
  }
}
