import { readAddingUp, readWithPapaParse, type Reader } from './csv-readers';

/* Runs in a worker of a page of the browser: reads a bill once, and tells what it found. */

const scope = self as unknown as {
  onmessage: (event: MessageEvent<{ reader: Reader; file: File }>) => void;
  postMessage(found: { rows: number } | { failure: string }): void;
};

scope.onmessage = ({ data: { reader, file } }) => {
  (reader === 'ours' ? readAddingUp(file) : readWithPapaParse(file)).then(
    (rows) => scope.postMessage({ rows }),
    (failure: unknown) => scope.postMessage({ failure: String(failure) }),
  );
};
