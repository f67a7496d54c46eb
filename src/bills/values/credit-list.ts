import type { Cell } from '../../formats/file/text-table';
import { readAmount, type AmountReading } from './amount-text';

/** The amount of each entry; within a text the quotes around the name are written with a backslash, and no such name is meant. */
const ENTRY = /"amount"\s*:\s*"?(-?[\d.eE+-]+)/g;

/**
 * The credits in a cell: one amount, or the amounts of a list such as Google Cloud exports,
 * `[{"name":"Promotion","amount":-4.01}]`. None if it is blank.
 *
 * @returns null if it is neither, or not every entry of the list has an amount
 */
export function readCredits(cell: Cell): AmountReading[] | null {
  if (typeof cell === 'string' && cell.trimStart().startsWith('[')) {
    return readList(cell);
  }
  const credit = readAmount(cell);
  return credit === 'blank' ? [] : credit === null ? null : [credit];
}

function readList(text: string): AmountReading[] | null {
  const list = parsedList(text);
  if (list === null) {
    return null;
  }
  const amounts = [...text.matchAll(ENTRY)].map(([, amount = '']) => readAmount(amount));
  const sound = amounts.flatMap((amount) =>
    amount === null || amount === 'blank' ? [] : [{ ...amount, comma: amount.point }],
  );
  return sound.length === list.length ? sound : null;
}

function parsedList(text: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}
