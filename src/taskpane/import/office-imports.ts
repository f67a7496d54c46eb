import { PaneFailure } from '../services';
import type { ImportServices } from './import-services';

/** How files and tables come into the workbook, through Office.js. */
export function officeImports(): ImportServices {
  return {
    open: () => Promise.reject(notYet()),
    workbookTables: () => Promise.reject(notYet()),
    openWorkbookTable: () => Promise.reject(notYet()),
  };
}

function notYet(): PaneFailure {
  return new PaneFailure('Nothing was read.', 'Reading bills is not part of this version.', '');
}
