import { serialOf, parseMonth, formatMonth } from '../../domain/calendar/month';
import { nameKey } from '../../domain/ledger/name-key';
import {
  columnKey,
  isBlank,
  locateColumns,
  monthOfCell,
  textOf,
  type CellValue,
  type RawTable,
} from '../../domain/ledger/table';
import { TABLES } from '../../domain/ledger/tables';
import { Problem } from '../../domain/problem';
import { loadMessages } from '../load/load-messages';
import { sameRow } from './refresh-plan';
import type { TablePlan } from './table-plan';

/** The sum of a bill for one client, vendor, service, month and currency. */
export interface BilledSum {
  readonly client: string;
  readonly vendor: string;
  readonly service: string;
  /** Such as 2024-11. */
  readonly month: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Exact decimal text; the cell receives the nearest double. */
  readonly amount: string;
  /** Rows of the bill that are in it. */
  readonly rows: number;
}

/** A row of AIClients that an import wrote, as far as it tells imports apart. */
export interface ImportedRow {
  /** From 0. */
  readonly row: number;
  readonly source: string;
  readonly client: string;
  readonly vendor: string;
  readonly service: string;
  /** Null: the cell no longer holds a month. */
  readonly month: string | null;
  readonly currency: string;
}

/** The rows of AIClients with basis `billed`: what imports wrote, and what the user typed as billed. */
export function billedRows(existing: RawTable): ImportedRow[] {
  const position = locateColumns(existing, TABLES.AIClients);
  const cell = (cells: readonly CellValue[], column: string): CellValue =>
    cells[position.get(columnKey(column)) ?? -1] ?? null;
  return existing.rows.flatMap((cells, row) => {
    if (cells.every(isBlank)) {
      return [];
    }
    const basis = textOf(cell(cells, 'Basis')).toLowerCase();
    if (basis !== 'billed' && basis !== '') {
      return [];
    }
    const month = monthOfCell(cell(cells, 'Month'));
    return [
      {
        row,
        source: textOf(cell(cells, 'Source')),
        client: textOf(cell(cells, 'Client')),
        vendor: textOf(cell(cells, 'Vendor')),
        service: textOf(cell(cells, 'Service')),
        month: month === null ? null : formatMonth(month),
        currency: textOf(cell(cells, 'Currency')).toUpperCase(),
      },
    ];
  });
}

/** The names in the Source column of billed rows. */
export function sourcesOf(existing: RawTable | null): string[] {
  return existing === null
    ? []
    : [...new Set(billedRows(existing).map(({ source }) => source))].filter((source) => source !== '');
}

/** The clients on record, each in its first spelling. */
export function clientNames(existing: RawTable | null): string[] {
  if (existing === null) {
    return [];
  }
  const at = locateColumns(existing, TABLES.AIClients).get(columnKey('Client')) ?? -1;
  const names = existing.rows.map((cells) => textOf(cells[at] ?? null)).filter((name) => name !== '');
  return [...new Map(names.reverse().map((name) => [nameKey(name), name])).values()];
}

/** Without these the rows of a bill could not be told from others, and a second load would add them once more. */
const NEEDED = ['Service', 'Basis', 'Source'] as const;

/**
 * What loading a bill does to AIClients: the rows of the sources that it replaces are given the new sums where client,
 * vendor, service, month and currency are the same, and go where they are not; all else is added. Every other row stays.
 *
 * @param replaced the sources whose rows are replaced, as the Source column has them
 * @throws Problem where the table lacks a column that a load needs
 */
export function planBilledRows(
  existing: RawTable | null,
  sums: readonly BilledSum[],
  source: string,
  replaced: readonly string[],
  note: string,
): TablePlan {
  const values = (sum: BilledSum): CellValue[] => rowOf(sum, source, note);
  if (existing === null) {
    return { replaced: [], removed: [], added: sums.map(values), kept: 0 };
  }

  const schema = TABLES.AIClients;
  const position = locateColumns(existing, schema);
  for (const name of NEEDED) {
    if (!position.has(columnKey(name))) {
      throw new Problem('#VALUE!', loadMessages.billNeedsColumn(name));
    }
  }
  const valuesAt = (row: number): CellValue[] =>
    schema.columns.map(({ name }) => existing.rows[row]?.[position.get(columnKey(name)) ?? -1] ?? null);
  const going = new Set(replaced.map(nameKey));
  const old = new Map<string, number[]>();
  let others = 0;
  for (const row of billedRows(existing)) {
    if (!going.has(nameKey(row.source))) {
      continue;
    }
    const key = keyOf(row);
    old.set(key, [...(old.get(key) ?? []), row.row]);
    others += 1;
  }
  const kept = existing.rows.filter((cells) => !cells.every(isBlank)).length - others;

  const replacedRows: { row: number; values: CellValue[] }[] = [];
  const added: CellValue[][] = [];
  for (const sum of sums) {
    const row = old.get(keyOf(sum))?.shift();
    if (row === undefined) {
      added.push(values(sum));
    } else if (!sameRow(schema, valuesAt(row), values(sum), position)) {
      replacedRows.push({ row, values: values(sum) });
    }
  }
  const removed = [...old.values()].flat().sort((a, b) => a - b);
  return { replaced: replacedRows, removed, added, kept };
}

function keyOf({ client, vendor, service, month, currency }: Omit<ImportedRow, 'row' | 'source'>): string {
  return JSON.stringify([nameKey(client), nameKey(vendor), nameKey(service), month, currency]);
}

function rowOf(sum: BilledSum, source: string, note: string): CellValue[] {
  const month = parseMonth(sum.month);
  const cells: Readonly<Record<string, CellValue>> = {
    Client: sum.client,
    Vendor: sum.vendor,
    Service: sum.service,
    Month: month === null ? sum.month : serialOf(month),
    Spend: Number(sum.amount),
    Currency: sum.currency,
    Share: null,
    Basis: 'billed',
    Source: source,
    Note: note,
  };
  return TABLES.AIClients.columns.map(({ name }) => cells[name] ?? null);
}
