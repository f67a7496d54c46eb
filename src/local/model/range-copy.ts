/**
 * Range.copyFrom
 */
import type { Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { booleanArgument, isObject, isOmitted, objectArgument, textArgument, wordArgument } from './arguments';
import type { ServedMethods } from './excel-class';
import { changeCells } from './protection';
import { rangeAt } from './ranges';

/** The target is as large as the source, but if it holds the source several times, it is filled. */
function targetArea(source: Area, target: Area): Area {
  const isFilled = target.rowCount % source.rowCount === 0 && target.columnCount % source.columnCount === 0;
  return isFilled ? target : { ...target, rowCount: source.rowCount, columnCount: source.columnCount };
}

/** Copies cells of a range, or of an address, of any sheet. */
export const copyFrom: NonNullable<ServedMethods<'Range'>['copyFrom']> = (
  target,
  from,
  type,
  skipBlanks,
  transpose,
) => {
  const { host, sheetId } = target;
  if (!isOmitted(transpose) && booleanArgument(transpose)) {
    throw new HostError('ApiNotFound', 'Range.copyFrom with transpose is not available in the local workbook.');
  }
  const source = isObject(from) ? objectArgument(from, 'Range') : rangeAt(host, sheetId, textArgument(from));
  const what = isOmitted(type) ? 'All' : wordArgument(type, ['All', 'Formulas', 'Values', 'Formats']);
  const skips = !isOmitted(skipBlanks) && booleanArgument(skipBlanks);
  const area = targetArea(source.area, target.area);
  changeCells(target, () => {
    host.grid.sheets.grow(sheetId, area);
    host.grid.copies.copy(source, { sheetId, area }, what, skips);
  });
};
