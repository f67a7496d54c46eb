import { TABLES, type TableSchema } from '../../domain/ledger/tables';
import { LocatedColumns, type RawTable } from '../../domain/ledger/table';
import { runWhenNotEditing } from '../host/excel-run';
import { Refused } from '../host/refused';

/**
 * Writes into a row's Basis what it is to count as, in one request, which is one step to undo.
 *
 * @param known the table as it was read when the row was shown; null if there is none by now
 * @param row as the sheet numbers it
 * @throws Refused if the row is no longer what was shown, or a formula gives its Basis
 */
export async function markBasis(known: RawTable | null, row: number, basis: string): Promise<void> {
  const at = known === null ? -1 : row - known.firstRow;
  const cells = known?.rows[at];
  const column =
    known === null
      ? null
      : new LocatedColumns(known, TABLES[known.name as 'AIClients'] as TableSchema).position('Basis');
  if (known === null || cells === undefined || column === null) {
    throw changed(row);
  }
  await runWhenNotEditing(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(known.name);
    const body = table.getDataBodyRange().load('rowIndex,rowCount');
    await context.sync();
    if (table.isNullObject || body.rowIndex + 1 !== known.firstRow || at >= body.rowCount) {
      throw changed(row);
    }
    const found = body.getRow(at).load('values,formulas');
    await context.sync();
    if (JSON.stringify(found.values[0]?.map(blankAsNull)) !== JSON.stringify(cells.map(blankAsNull))) {
      throw changed(row);
    }
    if (String((found.formulas as unknown[][])[0]?.[column] ?? '').startsWith('=')) {
      throw new Refused(
        `A formula gives the Basis of row ${row}.`,
        'Go to the row, and change what the formula rests on.',
      );
    }
    body.getCell(at, column).values = [[basis]];
    await context.sync();
  });
}

function blankAsNull(value: unknown): unknown {
  return value === '' ? null : value;
}

function changed(row: number): Refused {
  return new Refused(`Row ${row} has changed meanwhile.`, 'Look at it, then try again.');
}
