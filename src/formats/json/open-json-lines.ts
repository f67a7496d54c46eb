import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { BytesListener, OpenedFile } from '../file/text-table';
import { documentSplitter } from './document-splitter';
import { emptyShape, observe } from './document-shape';
import type { JsonValue } from './json-value';
import { parseDocument } from './parse-document';
import { recordsOfAnswer } from './cost-query';
import { MixedAnswers } from './mixed-answers';
import { morePages } from './more-pages';
import { recordTables, type DocumentSource } from './record-tables';
import { encodingOf } from '../encoding/byte-order-mark';

/** So many documents show where the records are; the rest of the file is read as these are. */
const DOCUMENTS_OBSERVED = 1000;

/**
 * Opens a file of many JSON documents, on lines of their own or simply one after another. It is read as a stream, once here
 * to find all columns and whether every line is sound, and once more for each reading of its rows.
 *
 * @throws FileProblem if a line is no JSON, or is too large or too deep, or where there are no records
 */
export async function openJsonLines(file: Blob): Promise<OpenedFile> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  if (file.size > LIMITS.textFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(file.size, LIMITS.textFileBytes));
  }
  const shape = emptyShape();
  let observed = 0;
  let notice: string | null = null;
  const waiting: JsonValue[] = [];
  const answers = new MixedAnswers();
  const source: DocumentSource = {
    readDocuments: async (each) => {
      await readDocuments(file, (whole) => {
        notice = morePages(whole);
        answers.note(whole);
        const document = recordsOfAnswer(whole);
        if (observed === DOCUMENTS_OBSERVED) {
          return each(document);
        }
        observe(document, shape);
        waiting.push(document);
        if (++observed === DOCUMENTS_OBSERVED) {
          waiting.splice(0).forEach(each);
        }
      });
      answers.refuse();
      waiting.splice(0).forEach(each);
    },
  };
  const plan = { shape, isWhole: false };
  const again: DocumentSource = {
    readDocuments: (each, progress) => readDocuments(file, (document) => each(recordsOfAnswer(document)), progress),
  };
  const tables = await recordTables(source, again, plan);
  return { kind: 'json-lines', reading: null, tables, notices: notice === null ? [] : [notice] };
}

async function readDocuments(file: Blob, each: (document: JsonValue) => void, progress?: BytesListener): Promise<void> {
  const splitter = documentSplitter(({ text, line }) => each(parseDocument(text, line)));
  const decoder = new TextDecoder(encodingOf(new Uint8Array(await file.slice(0, 2).arrayBuffer())));
  const reader = file.stream().getReader();
  let done = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      splitter.push(decoder.decode(part.value, { stream: true }));
      done += part.value.byteLength;
      progress?.(done, file.size);
    }
    splitter.push(decoder.decode());
    splitter.end();
  } finally {
    await reader.cancel();
  }
}
