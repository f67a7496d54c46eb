import { currentBook } from '../workbook/runtime';
import { CellError } from './cell-input';
import { hostCell, hostErrorOf } from './cell-output';
import type { Declaration, Parameters } from './declaration';
import { evaluate } from './evaluate';
import { hostShowsFormats } from './format-support';
import { Problem } from '../domain/messages/problem';

/**
 * Answers a call from a cell: waits for the tables where they are not in memory yet, evaluates, and hands the result
 * over as the host wants it. Always settles: `currentBook.get` never waits for ever, and neither does anything else here.
 *
 * @throws the host's error for a single cell, because only a thrown one shows its message everywhere
 */
export async function calculate<P extends Parameters, Figure>(
  declaration: Declaration<P, Figure>,
  rawArguments: readonly unknown[],
): Promise<unknown[][]> {
  const outputs = evaluate(declaration, rawArguments, await currentBook.get());
  const only = outputs.length === 1 && outputs[0]?.length === 1 ? outputs[0][0] : undefined;
  if (only instanceof Problem || only instanceof CellError) {
    throw hostErrorOf(only);
  }
  const formats = hostShowsFormats();
  return outputs.map((line) => line.map((output) => hostCell(output, formats)));
}
