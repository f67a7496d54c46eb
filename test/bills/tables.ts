import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { recogniseTable } from '../../src/bills/formats/recognise';
import { summariseBill } from '../../src/bills/sums/summarise';
import type { BillSummary } from '../../src/bills/sums/bill-summary';
import type { Mapping, Recognition, Role, RoleSource } from '../../src/bills/mapping/mapping';
import type { Cell, TextTable } from '../../src/formats/file/text-table';
import { sharedData } from '../shared-data';

/** A table in memory that behaves as the readers' do: it gives only the columns asked for, in one array used again. */
export function tableOf(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): TextTable & { readonly rows: readonly (readonly Cell[])[] } {
  return {
    name: '',
    header,
    notation: 'written',
    rows,
    async readRows(columns, each, progress) {
      const cells: Cell[] = [];
      for (const [index, row] of rows.entries()) {
        if (row.every((cell) => cell === '')) {
          continue;
        }
        columns.forEach((column, place) => (cells[place] = row[column] ?? ''));
        each(cells, index + 2);
      }
      progress?.(100, 100);
    },
  };
}

export type MemoryTable = ReturnType<typeof tableOf>;

/** A table written down as text, cells apart by `|`. */
export function tableFrom(text: string): MemoryTable {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return tableOf(header, rows);
}

/** A real CSV file, read in place. */
export function realTable(name: string, encoding: 'utf8' | 'latin1' = 'utf8', delimiter = ','): MemoryTable {
  const text = readFileSync(join(sharedData, name), encoding).replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  const [header = [], ...rows] = data;
  return tableOf(
    header.map((column) => column.trim()),
    rows,
  );
}

export function recognise(table: MemoryTable): Recognition {
  return recogniseTable(table.header, table.rows.slice(0, 50));
}

/** What the user changes of the proposed mapping. */
export interface Change extends Partial<Omit<Mapping, 'roles'>> {
  readonly roles?: Partial<Record<Role, RoleSource>>;
}

export function summarise(table: MemoryTable, change: Change = {}): Promise<BillSummary> {
  const recognition = recognise(table);
  const mapping = { ...recognition.mapping, ...change, roles: { ...recognition.mapping.roles, ...change.roles } };
  return summariseBill(table, recognition, mapping, null);
}

export const columns = (...names: string[]): RoleSource => ({ kind: 'columns', columns: names });
export const fixed = (text: string): RoleSource => ({ kind: 'fixed', text });
export const tag = (column: string, name: string): RoleSource => ({ kind: 'tag', column, tag: name });
