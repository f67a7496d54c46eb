import type { Cell } from '../../formats/file/text-table';
import { nameText } from './cell-text';

const YES = /^(?:true|yes|y|1|x|ja|oui|s[ií]|sim|да|是|はい|예)$/i;

/** Whether a cell of a column of yes and no says yes. */
export function isYes(cell: Cell): boolean {
  return YES.test(nameText(cell));
}
