import { ImportClient } from '../../../bills/reading/import-client';
import type { Given } from '../../../bills/reading/import-protocol';
import { startImportWorker } from '../../../bills/reading/start-worker';
import type { TextReading } from '../../../formats/file/text-table';
import { listUserTables, readUserTable } from '../../../workbook/cells/workbook-tables';
import { orFailure } from '../../office/failure';
import { filesName } from '../import-phrases';
import { openSession } from './import-session';
import type { ImportServices } from '../../contract/import-services';

/** Files and tables on their way into the workbook, through Office.js and a worker. */
export function officeImports(): ImportServices {
  const startReader = (given: Given): ImportClient => new ImportClient(given, startImportWorker);
  return {
    open: (files, progress, cancel, reading) =>
      orFailure(
        `${filesName(files)} could not be read.`,
        () =>
          openSession(
            {
              given: givenFiles(files, reading ?? null),
              fileName: filesName(files),
              bytes: files.reduce((sum, { size }) => sum + size, 0),
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
          const { rows, ...read } = await readUserTable(table, cancel);
          const given: Given = {
            kind: 'table',
            table: { ...read, name: table.name, rows: rows.map((row) => row.map(cellOf)) },
          };
          return openSession({ given, fileName: table.name, bytes: rows.length, startReader }, () => undefined, cancel);
        },
        cancel,
      ),
  };
}

function givenFiles(files: readonly File[], reading: Partial<TextReading> | null): Given {
  const [file, another] = files;
  return file !== undefined && another === undefined
    ? { kind: 'file', file, reading }
    : { kind: 'files', files, reading };
}

/** Truth values as a text file would write them. */
function cellOf(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
