import { serialOf, parseMonth, formatMonth } from '../../domain/calendar/month';
import { nameKey } from '../../domain/ledger/name-key';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import { SHARED, splitKindOf } from '../../domain/ledger/shared-rows';
import {
  isBlank,
  isBlankRow,
  monthOfCell,
  rowOf,
  type CellValue,
  type LocatedColumns,
  type RawTable,
} from '../../domain/ledger/table';
import { TABLES, type ColumnOf, type TableSchema } from '../../domain/ledger/tables';
import type { Steps } from '../../domain/ledger/steps';
import { mapped } from './steps';
import { columnsToLoad, columnsToRead } from './load-columns';
import { sameRow } from './refresh-plan';
import { plannedSchema, type TablePlan } from './table-plan';

/** A row of AIClients that an import wrote, as far as it tells imports apart. */
export interface ImportedRow {
  /** From 0. */
  readonly row: number;
  readonly source: string;
  readonly client: string;
  /** Whom the bill names: of a part that was split from shared cost not the client that it went to. */
  readonly billedTo: string;
  readonly vendor: string;
  readonly service: string;
  /** Null: the cell no longer holds a month. */
  readonly month: string | null;
  readonly currency: string;
  /** Null: the cell holds no number. */
  readonly spend: number | null;
  readonly team: string;
  readonly model: string;
  readonly unit: string;
  /** Null: the cell holds no number. */
  readonly quantity: number | null;
  readonly hasQuantity: boolean;
  /** The column Complete says that the month is not over in it. */
  readonly isPartial: boolean;
}

/** The rows of AIClients with basis `billed`: what imports wrote, and what the user typed as billed. */
export function* billedRows(existing: RawTable): Steps<ImportedRow[]> {
  const columns = columnsToRead(existing, TABLES.AIClients);
  const billed: ImportedRow[] = [];
  for (const [row, cells] of existing.rows.entries()) {
    yield;
    if (!isBlankRow(cells) && ['billed', ''].includes(columns.text(cells, 'Basis').toLowerCase())) {
      billed.push(importedRow(columns, cells, row));
    }
  }
  return billed;
}

function importedRow(
  columns: LocatedColumns<ColumnOf<'AIClients'>>,
  cells: readonly CellValue[],
  row: number,
): ImportedRow {
  const month = monthOfCell(columns.cell(cells, 'Month'));
  return {
    row,
    source: columns.text(cells, 'Source'),
    client: columns.text(cells, 'Client'),
    billedTo: splitKindOf(columns.text(cells, 'Note')) === null ? columns.text(cells, 'Client') : SHARED,
    vendor: columns.text(cells, 'Vendor'),
    service: columns.text(cells, 'Service'),
    month: month === null ? null : formatMonth(month),
    currency: columns.text(cells, 'Currency').toUpperCase(),
    spend: numberIn(columns.cell(cells, 'Spend')),
    team: columns.text(cells, 'Team'),
    model: columns.text(cells, 'Model'),
    unit: columns.text(cells, 'Unit'),
    quantity: numberIn(columns.cell(cells, 'Quantity')),
    hasQuantity: !isBlank(columns.cell(cells, 'Quantity')),
    isPartial: columns.text(cells, 'Complete').toLowerCase() === 'no',
  };
}

function numberIn(cell: CellValue): number | null {
  return typeof cell === 'number' ? cell : null;
}

/**
 * What a bill covers: a corrected one takes the place of rows of the same client, vendor and month, whatever the service. Parts of
 * shared cost are covered if the bill has the shared cost, for that stands in it whole.
 */
export function* coveredBy(
  sums: Iterable<Pick<BilledSum, 'client' | 'vendor' | 'month'>>,
): Steps<(row: Pick<ImportedRow, 'billedTo' | 'vendor' | 'month'>) => boolean> {
  const covered = new Set<string>();
  for (const { client, vendor, month } of sums) {
    yield;
    covered.add(coverKey(client, vendor, month));
  }
  return ({ billedTo, vendor, month }) => month !== null && covered.has(coverKey(billedTo, vendor, month));
}

function coverKey(client: string, vendor: string, month: string): string {
  return JSON.stringify([nameKey(client), nameKey(vendor), month]);
}

/** The names in the Source column of billed rows. */
export function* sourcesOf(existing: RawTable | null): Steps<string[]> {
  const rows = existing === null ? [] : yield* billedRows(existing);
  return [...new Set(rows.map(({ source }) => source))].filter((source) => source !== '');
}

/** The clients on record, each in its first spelling. */
export function* clientNames(existing: RawTable | null): Steps<string[]> {
  if (existing === null) {
    return [];
  }
  const columns = columnsToRead(existing, TABLES.AIClients);
  const names = new Map<string, string>();
  for (const cells of existing.rows) {
    yield;
    const name = columns.text(cells, 'Client');
    const key = nameKey(name);
    if (name !== '' && !names.has(key)) {
      names.set(key, name);
    }
  }
  return [...names.values()];
}

/**
 * What loading a bill does to AIClients: the rows of the sources that it replaces are given the new sums if client,
 * vendor, service, month and currency are the same, and go if they are not; all else is added. Every other row stays.
 *
 * @param replaced the sources whose rows are replaced, as the Source column has them
 * @param corrected the sources of which those rows are replaced that the bill covers
 * @param hadUsage whether those rows were told apart by quantities, models and teams: then these columns are the bill's
 * @throws LoadRefused if the table lacks a column that a load needs, or has one twice
 */
export function* planBilledRows(
  existing: RawTable | null,
  sums: readonly BilledSum[],
  source: string,
  replaced: readonly string[],
  note: string,
  { corrected = [], hadUsage = false }: { readonly corrected?: readonly string[]; readonly hadUsage?: boolean } = {},
): Steps<TablePlan> {
  const going = new Set(replaced.map(nameKey));
  const partly = new Set(corrected.map(nameKey));
  const isCovered = yield* coveredBy(partly.size === 0 ? [] : sums);
  const before: ImportedRow[] = [];
  for (const row of existing === null ? [] : yield* billedRows(existing)) {
    yield;
    const own = nameKey(row.source);
    if (going.has(own) || (partly.has(own) && isCovered(row))) {
      before.push(row);
    }
  }
  const hasUsage = hadUsage || sums.some(({ usage }) => usage !== undefined);
  const hasPartial = [...before, ...sums].some(({ isPartial }) => isPartial === true);
  const told = optionalFor(hasUsage, hasPartial);
  const schema = plannedSchema('AIClients', told);
  const values = (sum: BilledSum): CellValue[] => billedRow(schema, sum, source, note);
  if (existing === null) {
    return { replaced: [], removed: [], added: yield* mapped(sums, values), kept: 0, ...told };
  }

  const columns = columnsToLoad(existing, schema, 'a bill');
  const isTold = hasUsage;
  const lacking = new Set((told.optional ?? []).filter((name) => !columns.has(name)));
  const old = new Map<string, number[]>();
  for (const row of before) {
    yield;
    const key = keyOf(row, isTold ? row : null);
    old.set(key, [...(old.get(key) ?? []), row.row]);
  }
  const kept = existing.rows.filter((cells) => !isBlankRow(cells)).length - before.length;

  const replacedRows: { row: number; values: CellValue[] }[] = [];
  const added: CellValue[][] = [];
  for (const sum of sums) {
    yield;
    const row = old.get(keyOf(sum, isTold ? usageOf(sum) : null))?.shift();
    if (row === undefined) {
      added.push(values(sum));
    } else if (!sameRow(schema, columns.inOrder(existing.rows[row] ?? []), values(sum), columns, lacking)) {
      replacedRows.push({ row, values: values(sum) });
    }
  }
  const removed = [...old.values()].flat().sort((a, b) => a - b);
  return { replaced: replacedRows, removed, added, kept, ...told };
}

/** The columns that a table is given only if a row has something for them. */
function optionalFor(hasUsage: boolean, hasPartial: boolean): Pick<TablePlan, 'optional'> {
  const names = [...(hasPartial ? ['Complete'] : []), ...(hasUsage ? ['Team', 'Model', 'Quantity', 'Unit'] : [])];
  return names.length === 0 ? {} : { optional: names };
}

type Told = Pick<ImportedRow, 'team' | 'model' | 'unit' | 'hasQuantity'>;

/** @param told null if rows are not told apart by it */
function keyOf(
  {
    client,
    vendor,
    service,
    month,
    currency,
  }: Pick<ImportedRow, 'client' | 'vendor' | 'service' | 'month' | 'currency'>,
  told: Told | null,
): string {
  const names = [client, vendor, service, ...(told === null ? [] : [told.team, told.model, told.unit])];
  return JSON.stringify([...names.map(nameKey), month, currency, told?.hasQuantity ?? false]);
}

function usageOf({ usage }: BilledSum): Told {
  return {
    team: usage?.team ?? '',
    model: usage?.model ?? '',
    unit: usage?.unit ?? '',
    hasQuantity: (usage?.quantity ?? null) !== null,
  };
}

function billedRow(schema: Pick<TableSchema, 'columns'>, sum: BilledSum, source: string, note: string): CellValue[] {
  const month = parseMonth(sum.month);
  const { team, model, quantity, unit } = sum.usage ?? { team: '', model: '', quantity: null, unit: '' };
  return rowOf(schema, {
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
    Complete: sum.isPartial === true ? 'no' : '',
    Team: team,
    Model: model,
    Quantity: quantity === null ? null : Number(quantity),
    Unit: unit,
  });
}
