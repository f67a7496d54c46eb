import type { Book } from '../../domain/ledger/book';
import { toDouble } from '../../domain/money/decimal';
import { Problem } from '../../domain/messages/problem';
import { CellError } from '../../functions/call/cell-input';
import type { CellOutput } from '../../functions/call/cell-output';
import { shownAs } from '../../functions/explain/cell-text';
import { fetchLateCode } from '../../functions/explain/outside-cells';
import { resolveArguments } from '../../workbook/cells/argument-values';
import { runWhenNotEditing } from '../../workbook/host/excel-run';
import { callsIn, type FormulaCall } from '../../workbook/formulas/formula-calls';
import { currentBook, inStep } from '../../workbook/runtime';
import { figureAddress, waits, type Figure } from '../../workbook/sharing/figure';
import { sampleFigures } from '../../workbook/sharing/figures';
import { evaluateNested, outputsOf } from '../explain/call-explanation';

/** So many figures are looked at: enough to notice tables that were changed without the add-in, and quickly done. */
const SAMPLE = 20;

/** A recalculation may be on its way: what differs must still differ after this time. */
const SECOND_LOOK_MS = 2_000;

/** Compares a few saved values with what the tables give now, in the background. It only looks. */
export async function checkSavedValues(): Promise<void> {
  if ((await differing()) === null) {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
  const changed = currentBook.lastChange();
  const example = await differing();
  // Where the tables change meanwhile, the cells follow by themselves.
  if (example === null || inStep.outOfStep() !== null || currentBook.lastChange() !== changed) {
    return;
  }
  inStep.fallOut({ why: 'saved', tables: [], example });
}

/** The first figure of the sample that shows another value than the tables give. */
async function differing(): Promise<{ address: string; shown: string; given: string } | null> {
  const figures = await runWhenNotEditing((context) => sampleFigures(context, SAMPLE));
  await fetchLateCode();
  const book = await currentBook.get();
  for (const figure of figures) {
    const call = plainCall(figure.formula);
    if (call === null || waits(figure) || figure.value === '#NAME?' || figure.value === '#SPILL!') {
      continue;
    }
    const given = await firstOutput(call, figure, book);
    if (given !== null && !shows(figure.value, given)) {
      return { address: figureAddress(figure), shown: figure.text, given: shownAs(given) };
    }
  }
  return null;
}

/** The call if the formula is nothing else. */
function plainCall(formula: string): FormulaCall | null {
  const [call] = callsIn(formula);
  return call?.start === 1 && call.end === formula.length ? call : null;
}

async function firstOutput(
  { functionName, arguments: written }: FormulaCall,
  figure: Figure,
  book: Book,
): Promise<CellOutput | null> {
  const resolution = await resolveArguments(
    written.map(({ text }) => text),
    figure,
    evaluateNested(book),
  );
  return resolution.kind === 'values' ? (outputsOf(functionName, resolution.values, book)[0]?.[0] ?? null) : null;
}

/** Whether a cell that was given `output` holds `value`; a saved number has lost digits that no one sees. */
export function shows(value: unknown, output: CellOutput): boolean {
  if (typeof output === 'string') {
    return value === output;
  }
  if (output instanceof Problem || output instanceof CellError) {
    return value === output.code;
  }
  const given = toDouble(output.value);
  return typeof value === 'number' && Math.abs(value - given) <= 1e-12 * Math.max(Math.abs(value), Math.abs(given));
}
