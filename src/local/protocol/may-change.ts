/**
 * Tells requests that change the workbook from those that only look at it.
 */
import { ActionType, memberName, PathType, type BatchRequest } from './rich-api';

/** Methods that leave the workbook as it is: they find, listen, move the selection, or have cells calculated. */
const HARMLESS = /^(?:_|get|register|unregister|(?:setDirty|calculate|activate|select)$)/;

/** Whether a request may change the workbook. */
export function mayChange({ Actions, ObjectPaths }: BatchRequest): boolean {
  const changes = (method: string | undefined): boolean => !HARMLESS.test(memberName(method ?? ''));
  return (
    Actions.some(
      ({ ActionType: type, Name }) => type === ActionType.SetProperty || (type === ActionType.Method && changes(Name)),
    ) || Object.values(ObjectPaths).some(({ ObjectPathType: type, Name }) => type === PathType.Method && changes(Name))
  );
}
