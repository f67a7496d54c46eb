import { FileProblem } from '../../formats/file/file-problem';
import { LIMITS } from '../../formats/file/limits';
import { ENGINE_ERRORS, ledgerMessages } from './ledger-messages';

/** The rows of an answer, each of as many cells as were asked for; a NULL is ''. */
export type AnswerRows = readonly (readonly string[])[];

/** How an error is written in an answer, be it in the middle of it: ClickHouse may say 200 first and fail later. */
const ERROR = /Code:\s*(\d+)[.,]\s*(?:e\.displayText\(\) = )?(?:DB::)?Exception:?\s*([^\n]*)/;
const SHOWN = 300;
/** Letters of an answer in which an error may stand that it ends with. */
const TAIL = 20_000;
/** Where it begins: not where a text of the answer does. */
const ERROR_BEGINS = /(?:"exception":\s*"|(?<!"))Code:\s*\d+[.,]/g;

/**
 * The rows of an answer in the format JSONCompact, of which every cell was asked for as text.
 *
 * @param width how many cells a row must have
 * @throws FileProblem if it is another thing: an error of the engine, a web page, an answer that was cut off, or of another shape
 */
export function answerRows(text: string, width: number): AnswerRows {
  const answer = parsed(text);
  if (isRecord(answer) && answer['exception'] !== undefined) {
    throw engineError(String(answer['exception']));
  }
  if (!isRecord(answer) || !Array.isArray(answer['data']) || !Array.isArray(answer['meta'])) {
    throw new FileProblem(ledgerMessages.noAnswer(start(text)));
  }
  const { data, meta } = answer as { data: unknown[]; meta: unknown[] };
  if (meta.length !== width) {
    throw new FileProblem(ledgerMessages.otherShape(`it has ${meta.length} columns instead of ${width}`));
  }
  if (answer['rows'] !== data.length) {
    throw new FileProblem(ledgerMessages.cut());
  }
  return data.map((row, at) => cellsOf(row, width, at + 1));
}

function cellsOf(row: unknown, width: number, number: number): string[] {
  if (!Array.isArray(row) || row.length !== width) {
    throw new FileProblem(ledgerMessages.otherShape(`row ${number} does not have ${width} cells`));
  }
  return row.map((cell: unknown) => {
    if (cell === null) {
      return '';
    }
    if (typeof cell !== 'string') {
      throw new FileProblem(
        ledgerMessages.otherShape(`row ${number} has ${JSON.stringify(cell)?.slice(0, 40)}, no text`),
      );
    }
    if (cell.length > LIMITS.cellCharacters) {
      throw new FileProblem(ledgerMessages.otherShape(`row ${number} has a text of ${cell.length} characters`));
    }
    return cell;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw brokenAnswer(text);
  }
}

/** Why an answer cannot be read: what the engine says in it, or what it is instead. */
export function brokenAnswer(text: string): FileProblem {
  const error = errorInTail(text);
  if (error !== null) {
    return error;
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    return new FileProblem(ledgerMessages.html());
  }
  return new FileProblem(/^\s*\{/.test(text) ? ledgerMessages.cut() : ledgerMessages.noAnswer(start(text)));
}

/** The error that an answer ends with; null for none. What the engine says comes last: texts before it may look like an error. */
export function errorInTail(text: string): FileProblem | null {
  const tail = text.slice(-TAIL);
  const at = [...tail.matchAll(ERROR_BEGINS)].at(-1)?.index;
  return at !== undefined && ERROR.test(tail.slice(at)) ? engineError(tail.slice(at)) : null;
}

/** What an error of the engine means, what to do about it, and its own words. */
export function engineError(said: string): FileProblem {
  const [, code = '', words = ''] = ERROR.exec(said) ?? [];
  const known = ENGINE_ERRORS[Number(code)];
  const own = (code === '' ? start(said) : `${words.replace(/, e\.what\(\) = .*$/, '').trim()} (code ${code})`).slice(
    0,
    SHOWN,
  );
  return new FileProblem(`${known ?? 'The engine refused the statement.'} The engine says: ${own}`);
}

/** The number of the error that the engine names; null for none. */
export function errorCode(said: string): number | null {
  const [, code] = ERROR.exec(said) ?? [];
  return code === undefined ? null : Number(code);
}

function start(text: string): string {
  return text.trim().slice(0, 80);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
