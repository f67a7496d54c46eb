import { readAddingUp, readWithPapaParse, type Reader } from './csv-readers';

/* Runs in a worker of a page of the browser: reads a bill once, and tells what it found and how long that took. */

const scope = self as unknown as {
  onmessage: (event: MessageEvent<{ reader: Reader; file: File }>) => void;
  postMessage(found: { rows: number; milliseconds: number } | { failure: string }): void;
};

scope.onmessage = ({ data: { reader, file } }) => {
  const start = performance.now();
  (reader === 'ours' ? readAddingUp(file) : readWithPapaParse(file)).then(
    (rows) => scope.postMessage({ rows, milliseconds: performance.now() - start }),
    (failure: unknown) => scope.postMessage({ failure: String(failure) }),
  );
};
