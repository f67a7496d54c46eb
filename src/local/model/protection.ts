/**
 * Excel.WorksheetProtection, without passwords and options: a protected sheet takes no change of its cells from the add-in.
 */
import { HostError } from '../protocol/host-error';
import type { ServedClass } from './excel-class';
import type { WorksheetTarget } from './targets';

/** Changes cells of a sheet, unless it is protected. */
export function changeCells<T>({ host, sheetId }: WorksheetTarget, change: () => T): T {
  if (host.grid.sheets.isProtected(sheetId)) {
    throw new HostError('AccessDenied', `The worksheet "${host.grid.sheets.name(sheetId)}" is protected.`);
  }
  return host.change(change);
}

function refusePassword(password: unknown): void {
  if (typeof password === 'string' && password !== '') {
    throw new HostError('ApiNotFound', 'Protection with a password is not available in the local workbook.');
  }
}

export const WorksheetProtectionClass: ServedClass<'WorksheetProtection'> = {
  scalars: { protected: { get: ({ host, sheetId }) => host.grid.sheets.isProtected(sheetId) } },
  writes: {
    protect: ({ host, sheetId }, _options, password) => {
      refusePassword(password);
      if (host.grid.sheets.isProtected(sheetId)) {
        throw new HostError('AccessDenied', 'The worksheet is protected already.');
      }
      host.change(() => host.grid.sheets.setProtected(sheetId, true));
    },
    unprotect: ({ host, sheetId }, password) => {
      refusePassword(password);
      host.change(() => host.grid.sheets.setProtected(sheetId, false));
    },
  },
};
