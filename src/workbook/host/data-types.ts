import { isBeingEdited, runWhenNotEditing } from './excel-run';
import { NoAnswer, withinTime } from './within-time';

let known: Promise<boolean> | null = null;

/**
 * Whether the host has data types: results and values that carry their number format. It is asked once; if it does not answer, until
 * it does.
 *
 * What a host declares is not enough: Excel 2021 declares CustomFunctionsRuntime 1.4 and shows `#VALUE!` for such a result,
 * and retail builds declare ExcelApi 1.16 and fail if `valuesAsJson` is read. So it is tried.
 */
export function hasDataTypes(): Promise<boolean> {
  known ??= tryThem();
  return known;
}

async function tryThem(): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.4')) {
    return false;
  }
  try {
    const reading = runWhenNotEditing(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').load('valuesAsJson');
      await context.sync();
    });
    await withinTime(reading, isBeingEdited);
    return true;
  } catch (failure) {
    if (failure instanceof NoAnswer) {
      known = null;
    }
    console.error('AI Spend gives plain numbers: this Excel has no values with formats.', failure);
    return false;
  }
}
