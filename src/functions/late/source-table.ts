import type { SourceRow, Sources } from '../../domain/figures/sources';
import type { BrokenRow } from '../../domain/ledger/client-rows';
import { messages } from '../../domain/messages/messages';
import { Decimal } from '../../domain/money/decimal';
import { amountFormat } from '../../domain/money/money';
import { monthCell, type CellOutput, type NumberCell } from '../call/cell-output';
import type { Table } from '../call/declaration';

const HEADER = 'Month Spend Currency Basis Source Note Counted Client Vendor Service Row'.split(' ');

/** What a figure rests on as a table: every row, broken ones last, and how many of the months are on record. */
export function sourceTable({ rows, broken, summary }: Sources): Table {
  return [HEADER, ...rows.map(soundRow), ...broken.map(brokenRow), [summary, ...HEADER.slice(1).map(() => '')]];
}

function soundRow({ row, counted }: SourceRow): CellOutput[] {
  const spend =
    row.spend === null ? '' : { value: new Decimal(row.spend.amount), format: amountFormat(row.spend.currency) };
  return [
    monthCell(row.month),
    spend,
    row.spend?.currency ?? row.more.spend?.currency ?? '',
    row.basis,
    row.source,
    row.note,
    counted ? 'yes' : 'no',
    row.client,
    row.vendor,
    row.service,
    rowCell(row.row),
  ];
}

/** A row that cannot be read says why in the place of its note. */
function brokenRow(row: BrokenRow): CellOutput[] {
  const problem = messages.brokenRow('AIClients', row.row, row.problem);
  const month = row.month === null ? '' : monthCell(row.month);
  const names = [row.client ?? '', row.vendor, row.service];
  return [month, '', '', row.basis ?? '', '', problem, 'no', ...names, rowCell(row.row)];
}

function rowCell(row: number): NumberCell {
  return { value: new Decimal(row), format: '0' };
}
