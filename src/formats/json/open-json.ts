import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { OpenedFile } from '../file/text-table';
import { recordsOfColumns } from './column-arrays';
import { recordsOfAnswer } from './cost-query';
import { documentSplitter } from './document-splitter';
import { emptyShape, observe } from './document-shape';
import { isObject, type JsonValue } from './json-value';
import { parseDocument } from './parse-document';
import { MixedAnswers } from './mixed-answers';
import { morePages } from './more-pages';
import { recordTables, type DocumentSource } from './record-tables';
import { encodingOf } from '../encoding/byte-order-mark';

/**
 * Opens a JSON file: one document, or several one after another (pages of an API, appended), held in memory as a whole.
 * Numbers keep the text they have in the file.
 *
 * @throws FileProblem if the file is no JSON (with the line), is too large or too deep, or has no records
 */
export async function openJson(file: Blob): Promise<OpenedFile> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  if (file.size > LIMITS.jsonFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(file.size, LIMITS.jsonFileBytes));
  }
  const documents: JsonValue[] = [];
  let held = 0;
  const splitter = documentSplitter(({ text, line, values }) => {
    held += values;
    if (held > LIMITS.jsonValues) {
      throw new FileProblem(fileMessages.jsonTooManyValues(LIMITS.jsonValues));
    }
    documents.push(parseDocument(text, line));
  });
  splitter.push(await textOf(file));
  splitter.end();

  const answers = new MixedAnswers();
  documents.forEach((document) => {
    answers.note(document);
  });
  answers.refuse();
  const notice = morePages(documents[documents.length - 1] ?? null);
  const isWhole = documents.length === 1 && isObject(documents[0] ?? null);
  const shape = emptyShape();
  const read = documents.map((document) => {
    const records = recordsOfAnswer(document);
    return isWhole && records === document ? recordsOfColumns(document) : records;
  });
  for (const document of read) {
    observe(document, shape);
  }
  const source: DocumentSource = {
    readDocuments: async (each, progress) => {
      read.forEach((document, index) => {
        each(document);
        progress?.(Math.round((file.size * (index + 1)) / read.length), file.size);
      });
      return Promise.resolve();
    },
  };
  const tables = await recordTables(source, source, { shape, isWhole });
  return { kind: 'json', reading: null, tables, notices: notice === null ? [] : [notice] };
}

/** The bytes are let go before anything is made of the text. */
async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  return new TextDecoder(encodingOf(new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength)))).decode(bytes);
}
