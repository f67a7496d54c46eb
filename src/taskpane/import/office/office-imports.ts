import { ImportClient } from '../../../bills/reading/import-client';
import type { Given } from '../../../bills/reading/import-protocol';
import { startImportWorker } from '../../../bills/reading/start-worker';
import { listUserTables, readUserTable } from '../../../workbook/cells/workbook-tables';
import { orFailure } from '../../office/failure';
import { openSession } from './import-session';
import type { ImportServices } from '../../contract/import-services';

/** Files and tables on their way into the workbook, through Office.js and a worker. */
export function officeImports(): ImportServices {
  const startReader = (given: Given): ImportClient => new ImportClient(given, startImportWorker);
  return {
    open: (file, progress, cancel, reading) =>
      orFailure(
        `${file.name} could not be read.`,
        () =>
          openSession(
            {
              given: { kind: 'file', file, reading: reading ?? null },
              fileName: file.name,
              bytes: file.size,
              startReader,
            },
            progress,
            cancel,
          ),
        cancel,
      ),
    workbookTables: () => orFailure('The tables of the workbook could not be listed.', listUserTables),
    openWorkbookTable: (table, cancel) =>
      orFailure(
        `${table.name} could not be read.`,
        async () => {
          const { header, rows, firstRow } = await readUserTable(table, cancel);
          const given: Given = {
            kind: 'table',
            table: { name: table.name, header, rows: rows.map((row) => row.map(cellOf)), firstRow },
          };
          return openSession({ given, fileName: table.name, bytes: rows.length, startReader }, () => undefined, cancel);
        },
        cancel,
      ),
  };
}

/** Truth values as a text file would write them. */
function cellOf(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
