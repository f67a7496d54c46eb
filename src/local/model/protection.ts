/**
 * Excel.WorksheetProtection, without passwords and options: a protected sheet takes no change of its cells from the add-in.
 */
import { HostError } from '../protocol/host-error';
import type { ModelClass } from '../protocol/model-class';
import type { ModelHost } from './host';

interface OnSheet {
  readonly host: ModelHost;
  readonly sheetId: string;
}

/** Changes cells of a sheet, unless it is protected. */
export function changeCells<T>({ host, sheetId }: OnSheet, change: () => T): T {
  if (host.grid.sheets.isProtected(sheetId)) {
    throw new HostError('AccessDenied', `The worksheet "${host.grid.sheets.name(sheetId)}" is protected.`);
  }
  return host.change(change);
}

function withoutPassword(args: readonly unknown[]): void {
  if (args.some((argument) => typeof argument === 'string' && argument !== '')) {
    throw new HostError('ApiNotFound', 'Protection with a password is not available in the local workbook.');
  }
}

export const ProtectionClass: ModelClass<OnSheet> = {
  name: 'WorksheetProtection',
  scalars: { protected: { get: ({ host, sheetId }) => host.grid.sheets.isProtected(sheetId) } },
  methods: {
    protect: ({ host, sheetId }, args) => {
      withoutPassword(args);
      if (host.grid.sheets.isProtected(sheetId)) {
        throw new HostError('AccessDenied', 'The worksheet is protected already.');
      }
      host.change(() => host.grid.sheets.setProtected(sheetId, true));
    },
    unprotect: ({ host, sheetId }, args) => {
      withoutPassword(args);
      host.change(() => host.grid.sheets.setProtected(sheetId, false));
    },
  },
};
