/**
 * Range.copyFrom
 */
import type { Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { isNode } from '../protocol/model-class';
import { growSheet } from '../grid/sheet-model';
import { booleanArgument, isOmitted, objectArgument, wordArgument } from './arguments';
import { changeCells } from './protection';
import { addressedRange, type RangeTarget } from './range';

/** The target is as large as the source, but where it holds the source several times: there it is filled. */
function targetArea(source: Area, target: Area): Area {
  const isFilled = target.rowCount % source.rowCount === 0 && target.columnCount % source.columnCount === 0;
  return isFilled ? target : { ...target, rowCount: source.rowCount, columnCount: source.columnCount };
}

/** Copies cells of a range, or of an address, of any sheet. */
export function copyFrom(target: RangeTarget, [from, type, skipBlanks, transpose]: readonly unknown[]): void {
  const { host, sheetId } = target;
  if (!isOmitted(transpose) && booleanArgument(transpose)) {
    throw new HostError('ApiNotFound', 'Range.copyFrom with transpose is not available in the local workbook.');
  }
  const source = objectArgument<RangeTarget>(isNode(from) ? from : addressedRange(host, sheetId, from), 'Range');
  const what = isOmitted(type) ? 'All' : wordArgument(type, ['All', 'Formulas', 'Values', 'Formats']);
  const skips = !isOmitted(skipBlanks) && booleanArgument(skipBlanks);
  const area = targetArea(source.area, target.area);
  changeCells({ host, sheetId }, () => {
    growSheet(host.grid.session, sheetId, area);
    host.grid.copies.copy(source, { sheetId, area }, what, skips);
  });
}
