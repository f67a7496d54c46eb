import Papa from 'papaparse';
import { openCsv } from '../../src/formats/csv/open-csv';
import { NEEDED_COLUMNS } from './bill-columns';

export type Reader = 'ours' | 'papaparse';

/** Reads a bill and adds it up by service and client. Gives its rows. */
export async function readAddingUp(file: Blob): Promise<number> {
  const { tables } = await openCsv(file);
  const [table] = tables;
  if (table === undefined) {
    throw new Error('No table');
  }
  const sums = new Map<unknown, Map<unknown, number>>();
  let rows = 0;
  await table.readRows(
    NEEDED_COLUMNS.map((name) => table.header.indexOf(name)),
    ([cost, , , , , service, client]) => {
      rows += 1;
      let ofService = sums.get(service);
      if (ofService === undefined) {
        ofService = new Map();
        sums.set(service, ofService);
      }
      ofService.set(client, (ofService.get(client) ?? 0) + Number(cost));
    },
  );
  return rows;
}

/** Streamed in large pieces, the delimiter and line end given, and rows handed over by the piece: its fastest way. Gives the rows. */
export async function readWithPapaParse(file: Papa.LocalFile): Promise<number> {
  let columns: number[] | null = null;
  let rows = 0;
  let cells: (string | undefined)[] = [];
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[], Papa.LocalFile>(file, {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: true,
      chunk({ data }) {
        for (const row of data) {
          if (columns === null) {
            columns = NEEDED_COLUMNS.map((name) => row.indexOf(name));
          } else {
            cells = columns.map((column) => row[column]);
            rows += 1;
          }
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  if (cells.length !== NEEDED_COLUMNS.length) {
    throw new Error('PapaParse lost columns');
  }
  return rows;
}
