import type { TextTable } from '../../formats/file/text-table';
import type { NumberStyle, Recognition } from '../mapping/mapping';
import type { BillRows } from './bill-rows';
import type { Decision } from './reading-decisions';

/**
 * What a comma and a point mean in the quantities of the whole file: what most of those say that can be read in one way only, else what
 * the amounts say. If neither does and it makes a difference (`8.400`), the file does not tell.
 */
export function decideQuantities(
  { usage, groups }: BillRows,
  numbers: Decision<'point' | 'comma'>,
  style: NumberStyle,
  { notation, delimiter }: Pick<TextTable, 'notation' | 'delimiter'>,
  { documentedPoint }: Pick<Recognition, 'documentedPoint'>,
): Decision<'point' | 'comma'> {
  if (usage?.isKept !== true) {
    return { value: numbers.value, isTold: true };
  }
  const { point, comma, points, commas } = usage.reads;
  if (point !== comma) {
    return { value: point > comma ? 'point' : 'comma', isTold: true };
  }
  const amountsTell = groups.some(({ reads }) => reads !== 'same' && reads !== 'both');
  const isTold =
    points + commas === 0 ||
    amountsTell ||
    notation === 'exact' ||
    documentedPoint === true ||
    (delimiter === ',' && points === 0);
  return { value: style === 'auto' ? numbers.value : style, isTold };
}
