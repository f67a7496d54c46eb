import { messages } from '../../domain/messages/messages';
import { hasDataTypes } from '../../workbook/host/data-types';
import { currentBook } from '../../workbook/runtime';
import { answerBytes, LARGEST_ANSWER_BYTES, MESSAGE_LENGTHS, roomFor, withShortMessage } from './answer-size';
import { hostCell, hostErrorOf, isNumber, type CellOutput } from './cell-output';
import type { Declaration, Parameters } from './declaration';
import { evaluate } from './evaluate';
import { CodeMissing } from './late-code';
import { Problem } from '../../domain/messages/problem';

/**
 * Answers a call from a cell: waits for the tables where they are not in memory yet, evaluates, and hands the result
 * over as the host wants it. Always settles: `currentBook.get` never waits for ever, and neither does anything else here.
 *
 * @throws the host's error for a problem in a single cell, because only a thrown one shows its message everywhere. An error that was
 *   passed in is returned: of a thrown `#NAME?` or `#REF!` the runtime makes another
 */
export async function calculate<P extends Parameters, Figure>(
  declaration: Declaration<string, P, Figure>,
  rawArguments: readonly unknown[],
): Promise<unknown[][]> {
  const outputs = await answer(declaration, rawArguments);
  const only = outputs.length === 1 && outputs[0]?.length === 1 ? outputs[0][0] : undefined;
  if (only instanceof Problem) {
    await roomFor(answerBytes(only.message));
    throw hostErrorOf(only);
  }
  return fitting(declaration.name, outputs);
}

/**
 * The cells as the host takes them; the messages in them are cut if they are too much for one request.
 *
 * @throws the host's error if they are too much without
 */
async function fitting(functionName: string, outputs: readonly (readonly CellOutput[])[]): Promise<unknown[][]> {
  // Where there are no figures, the host may be one that does not answer.
  const formats = outputs.some((line) => line.some(isNumber)) && (await hasDataTypes());
  let bytes = 0;
  for (const length of MESSAGE_LENGTHS) {
    const cells = outputs.map((line) => line.map((output) => hostCell(withShortMessage(output, length), formats)));
    bytes = answerBytes(cells);
    if (bytes <= LARGEST_ANSWER_BYTES) {
      await roomFor(bytes);
      return cells;
    }
  }
  const [rows, columns] = [outputs.length, outputs[0]?.length ?? 0];
  throw hostErrorOf(new Problem('#VALUE!', messages.answerTooLarge(functionName, rows, columns, bytes)));
}

/** Evaluates; while the call turns out to need code that is not here yet, fetches that and evaluates again. */
export async function answer<P extends Parameters, Figure>(
  declaration: Declaration<string, P, Figure>,
  rawArguments: readonly unknown[],
): Promise<CellOutput[][]> {
  for (;;) {
    const outputs = evaluate(declaration, rawArguments, await currentBook.get());
    const missing = outputs.flat().flatMap((output) => (output instanceof CodeMissing ? output.late : []));
    if (missing.length === 0) {
      return outputs;
    }
    try {
      await Promise.all(missing.map((late) => late.fetch()));
    } catch (failure) {
      // The cells that need it say so, and what to do.
      console.error(`AI Spend could not fetch a part of ${declaration.name}.`, failure);
      missing.forEach((late) => late.tryUntilFetched(() => currentBook.announceAnew()));
      return outputs;
    }
  }
}
