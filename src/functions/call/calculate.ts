import { currentBook } from '../../workbook/runtime';
import { CellError } from './cell-input';
import { hostCell, hostErrorOf, type CellOutput } from './cell-output';
import type { Declaration, Parameters } from './declaration';
import { evaluate } from './evaluate';
import { hostShowsFormats } from './format-support';
import { CodeMissing } from './late-code';
import { Problem } from '../../domain/messages/problem';

/**
 * Answers a call from a cell: waits for the tables where they are not in memory yet, evaluates, and hands the result
 * over as the host wants it. Always settles: `currentBook.get` never waits for ever, and neither does anything else here.
 *
 * @throws the host's error for a single cell, because only a thrown one shows its message everywhere
 */
export async function calculate<P extends Parameters, Figure>(
  declaration: Declaration<string, P, Figure>,
  rawArguments: readonly unknown[],
): Promise<unknown[][]> {
  const outputs = await answer(declaration, rawArguments);
  const only = outputs.length === 1 && outputs[0]?.length === 1 ? outputs[0][0] : undefined;
  if (only instanceof Problem || only instanceof CellError) {
    throw hostErrorOf(only);
  }
  const formats = hostShowsFormats();
  return outputs.map((line) => line.map((output) => hostCell(output, formats)));
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
      return outputs;
    }
  }
}
