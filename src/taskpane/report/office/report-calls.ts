import type { Book } from '../../../domain/ledger/book';
import { Problem } from '../../../domain/messages/problem';
import { isNumber, type CellOutput } from '../../../functions/call/cell-output';
import { shownAs } from '../../../functions/explain/cell-text';
import type { PreviewBar } from '../../contract/report-services';
import { outputsOf } from '../../explain/call-explanation';

/** What one of our functions gives a cell, whose code has to be there already (`fetchLateCode`); null or an empty text leaves an argument out. */
export function answerOf(
  book: Book,
  functionName: string,
  values: readonly (string | number | null)[],
): CellOutput[][] {
  return outputsOf(
    functionName,
    values.map((value) => (value === null || value === '' ? null : [[value]])),
    book,
  );
}

/** Why an answer is none; null if it is one. */
export function problemOf(answer: CellOutput[][]): string | null {
  const [[first] = []] = answer;
  return first instanceof Problem ? first.message : null;
}

/** The rows of a table with a figure, as bars. */
export function barsOf(answer: CellOutput[][], text: number): PreviewBar[] {
  return answer.slice(1).flatMap((row): PreviewBar[] => {
    const [name, amount, told] = [row[0], row[1], row[text]];
    return name === undefined || amount === undefined || told === undefined || !isNumber(amount)
      ? []
      : [{ name: shownAs(name), size: amount.value.toNumber(), text: shownAs(told) }];
  });
}
