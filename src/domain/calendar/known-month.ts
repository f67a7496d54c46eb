import { parseMonth, type Month } from './month';

/**
 * The month of a text that the code itself wrote, such as that of a row that is to be loaded.
 *
 * @throws Error if it is none: a fault of ours
 */
export function knownMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === null) {
    throw new Error(`"${text}" is no month`);
  }
  return month;
}
