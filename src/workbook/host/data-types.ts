import { runWhenNotEditing } from './excel-run';

let known: Promise<boolean> | null = null;

/**
 * Whether the host has data types: results and values that carry their number format. It is asked once.
 *
 * What a host declares is not enough: Excel 2021 declares CustomFunctionsRuntime 1.4 and shows `#VALUE!` for such a result,
 * and retail builds declare ExcelApi 1.16 and fail where `valuesAsJson` is read. So it is tried.
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
    await runWhenNotEditing(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').load('valuesAsJson');
      await context.sync();
    });
    return true;
  } catch (failure) {
    console.error('AI Spend gives plain numbers: this Excel has no values with formats.', failure);
    return false;
  }
}
