import type { CellOutput } from './cell-output';
import { Problem } from '../../domain/messages/problem';

/**
 * Excel takes 5 MB from an add-in at once. Of an answer that is larger, Microsoft's runtime hears that it was refused, and
 * sends it again without end; no function of the workbook gets another word in.
 */
export const LARGEST_ANSWER_BYTES = 4_000_000;

/** How long a message in an array may be, from one attempt to make an answer small enough to the next. */
export const MESSAGE_LENGTHS = [Infinity, 40, 0] as const;

/** After this time the runtime has sent what it was given: it gathers answers for half a second. */
const SENT_AFTER_MS = 2_000;
const LOOK_MS = 100;

/** What the runtime writes around each answer in a request: of very many small answers that is most. */
const ENVELOPE_BYTES = 32;

/** The bytes that an answer takes in a request, whose text is itself put into JSON. */
export function answerBytes(answer: unknown): number {
  return new TextEncoder().encode(JSON.stringify(JSON.stringify(answer))).length;
}

/** An output of an array, its message cut. */
export function withShortMessage(output: CellOutput, length: number): CellOutput {
  if (!(output instanceof Problem) || output.message.length <= length) {
    return output;
  }
  return new Problem(output.code, length === 0 ? '' : `${output.message.slice(0, length - 1)}…`);
}

/**
 * Waits until an answer can go out: the runtime sends all that it was given within a moment as one request, so many answers
 * together must not be too large either.
 */
export async function roomFor(bytes: number): Promise<void> {
  const size = bytes + ENVELOPE_BYTES;
  while (before + now > 0 && before + now + size > LARGEST_ANSWER_BYTES) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  now += size;
  turning ??= setTimeout(turn, SENT_AFTER_MS);
}

/** Bytes that were given out since the last turn, and in the one before. */
let now = 0;
let before = 0;
/** The one timer; null while all has been sent. */
let turning: ReturnType<typeof setTimeout> | null = null;

function turn(): void {
  [before, now] = [now, 0];
  turning = before > 0 ? setTimeout(turn, SENT_AFTER_MS) : null;
}
