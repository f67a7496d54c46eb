/**
 * What the compiler must refuse in the description of an Excel class. `npm run types` reads this file; it is never run.
 */
import { integerArgument, objectArgument, textArgument, wordArgument } from '../../src/local/model/arguments';
import { object, type ServedClass } from '../../src/local/model/excel-class';
import type { RangeTarget } from '../../src/local/model/targets';

declare const range: RangeTarget;
const rangeNode = object('Range', range);
const worksheetNode = object('Worksheet', range);

export const right: ServedClass<'Range'> = {
  scalars: {
    address: { get: () => 'Sheet1!A1' },
    values: { get: () => [[1, 'two', true]], set: () => undefined },
    valueTypes: { get: () => [['Double', 'String']] },
  },
  objects: { worksheet: () => worksheetNode },
  reads: {
    getCell: (_target, row, column) => (integerArgument(row) > integerArgument(column) ? rangeNode : rangeNode),
    getIntersectionOrNullObject: () => null,
    _ValidateArraySize: (_target, rows) => integerArgument(rows),
  },
  writes: { delete: (_target, shift) => void wordArgument(shift, ['Up', 'Left']) },
};

// @ts-expect-error Excel has no class of this name.
export type NoSuchClass = ServedClass<'Rnage'>;

// @ts-expect-error A range has no property of this name.
export const misspeltProperty: ServedClass<'Range'> = { scalars: { adress: { get: () => 'Sheet1!A1' } } };

// @ts-expect-error The address of a range is a text.
export const wrongValue: ServedClass<'Range'> = { scalars: { address: { get: () => 1 } } };

// @ts-expect-error No member of the enum.
export const wrongWord: ServedClass<'Range'> = { scalars: { valueTypes: { get: () => [['Number']] } } };

// @ts-expect-error Excel does not let the address be set.
export const readOnly: ServedClass<'Range'> = { scalars: { address: { get: () => '', set: () => undefined } } };

// @ts-expect-error A range's worksheet is a worksheet.
export const wrongObject: ServedClass<'Range'> = { objects: { worksheet: () => rangeNode } };

// @ts-expect-error A range has no method of this name.
export const misspeltMethod: ServedClass<'Range'> = { reads: { getCel: () => rangeNode } };

// @ts-expect-error The same among the methods that write.
export const misspeltWrite: ServedClass<'Range'> = { writes: { remove: () => undefined } };

// @ts-expect-error A cell is a range.
export const wrongResult: ServedClass<'Range'> = { reads: { getCell: () => worksheetNode } };

// @ts-expect-error Only a method whose name says so may lead to nothing.
export const nothing: ServedClass<'Range'> = { reads: { getCell: () => null } };

export const wrongArgument: ServedClass<'Range'> = {
  // @ts-expect-error The row of a cell is a number.
  reads: { getCell: (_target, row) => (textArgument(row) === '' ? rangeNode : rangeNode) },
};

export const oneArgumentTooMany: ServedClass<'Range'> = {
  // @ts-expect-error Excel gives no third argument.
  reads: { getCell: (_target, _row, _column, sheet) => (sheet === null ? rangeNode : rangeNode) },
};

export const wrongWords: ServedClass<'Range'> = {
  // @ts-expect-error Cells that are deleted let others move up or to the left.
  writes: { delete: (_target, shift) => void wordArgument(shift, ['Up', 'Down']) },
};

export const unreadOptional: ServedClass<'Worksheet'> = {
  // @ts-expect-error The address may be omitted.
  reads: { getRange: (_target, address) => (textArgument(address) === '' ? rangeNode : rangeNode) },
};

export const wrongArgumentObject: ServedClass<'Range'> = {
  // @ts-expect-error What cells are copied from is no worksheet.
  writes: { copyFrom: (_target, source) => void objectArgument(source, 'Worksheet') },
};

// @ts-expect-error A range stands for an area of a sheet.
export const wrongTarget = object('Range', { host: range.host, sheetId: 'sheet-1' });
