import { sources, type SourceRow, type Sources } from '../domain/figures/sources';
import { ALL } from '../domain/ledger/client-ledger';
import type { BrokenRow } from '../domain/ledger/client-rows';
import { messages } from '../domain/messages/messages';
import { amountFormat } from '../domain/money/money';
import { Decimal } from '../domain/money/decimal';
import { calculate } from './calculate';
import { monthCell, type CellOutput } from './cell-output';
import { declare, type Table } from './declaration';
import { explainedRow, NO_BASIS } from './explanation';
import { optionalName, period, requiredName } from './parameters';

const HEADER = ['Month', 'Spend', 'Currency', 'Basis', 'Source', 'Note', 'Counted'];

export const AISOURCE = declare({
  name: 'AISOURCE',
  parameters: { client: requiredName('client'), period, vendor: optionalName('vendor') },
  figure: (book, { vendor, ...question }) => sources(book, { ...question, vendor: vendor ?? ALL }),
  show: table,
  explain: ({ rows, onRecord, asked, period }) => ({
    ...NO_BASIS,
    rows: rows.map(explainedRow),
    recorded: { onRecord, asked },
    ...(period && { period }),
  }),
});

function table({ rows, broken, onRecord, asked }: Sources): Table {
  return [
    HEADER,
    ...rows.map(soundRow),
    ...broken.map(brokenRow),
    [messages.recordedOfAsked(onRecord, asked), '', '', '', '', '', ''],
  ];
}

function soundRow({ row, counted }: SourceRow): CellOutput[] {
  const spend =
    row.spend === null ? '' : { value: new Decimal(row.spend.amount), format: amountFormat(row.spend.currency) };
  return [
    monthCell(row.month),
    spend,
    row.spend?.currency ?? '',
    row.basis,
    row.source,
    row.note,
    counted ? 'yes' : 'no',
  ];
}

/** A row that cannot be read says why in the place of its note. */
function brokenRow(row: BrokenRow): CellOutput[] {
  const problem = messages.brokenRow('AIClients', row.row, row.problem);
  return [row.month === null ? '' : monthCell(row.month), '', '', '', '', problem, 'no'];
}

/**
 * What a figure rests on: every row, its source, and whether it counts.
 * @customfunction AISOURCE AISOURCE
 * @helpurl https://localhost:3000/help.html#aisource
 * @param client Client's name as in AIClients, or "*" for all clients.
 * @param [period] month (default: the latest on record), quarter, year, ttm, ytd, 2024-11, a date, 2024-Q4, 2024, FY2025, 2024-01:2024-06.
 * @param [vendor] Only what was paid to this vendor. Default: every vendor.
 * @returns A table with a header row: Month, Spend, Currency, Basis, Source, Note, Counted; and a last row with the months on record.
 * @remarks
 * Shows superseded rows, rival claims and rows that cannot be read as well, with "no" under Counted: it is where to look
 * when AISPEND says that sources disagree. The last row tells how many of the months asked for are on record.
 *
 * Errors: `#N/A` for a client, vendor or period without a row. The arguments are single values, because the result is
 * a table.
 * @example =AISOURCE("ByteDance") lists what the latest month rests on.
 * @example =AISOURCE("ByteDance",2024) lists every row of 2024 and ends with "1 of 12 months on record".
 */
export async function aisource(client: any[][], period?: any[][], vendor?: any[][]): Promise<any[][]> {
  return calculate(AISOURCE, [client, period, vendor]);
}
