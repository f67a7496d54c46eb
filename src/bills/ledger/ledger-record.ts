import { ledgerMessages } from './ledger-messages';
import { FileProblem } from '../../formats/file/file-problem';
import { readTableName, tableIdentifier, type TableName } from './sql-text';
import type { MonthSpan } from './month-span';

/** What is kept of a ledger that was loaded, by which it can be asked again. */
export interface LedgerRecord {
  /** With `https://`. */
  readonly address: string;
  readonly table: TableName;
  readonly months: MonthSpan;
  readonly statement: string;
}

/** Cells hold no longer texts. */
const LONGEST_CELL = 32_767;

/** As AIImports keeps it: the statement, which can be run as it stands, below comments that say whom it was put to. */
export function writeRecord({ address, table, months, statement }: LedgerRecord): string {
  const head = [
    `-- ledger: ${address}`,
    `-- table: ${tableIdentifier(table)}`,
    `-- months: ${months.from || 'the first'} to ${months.to || 'the last'}`,
  ].join('\n');
  return `${head}\n${statement}`.slice(0, LONGEST_CELL);
}

/** @throws FileProblem if the text is none of ours, because it was edited */
export function readRecord(text: string, source: string): LedgerRecord {
  const found =
    /^-- ledger: (https:\S+)\n-- table: (.+)\n-- months: (the first|\d{4}-\d\d) to (the last|\d{4}-\d\d)\n(.*)$/s.exec(
      text.replaceAll('\r\n', '\n'),
    );
  const [, address = '', name = '', from = '', to = '', statement = ''] = found ?? [];
  const table = readTableName(name);
  if (found === null || table === null) {
    throw new FileProblem(ledgerMessages.refreshNotRead(source));
  }
  const months = { from: from === 'the first' ? '' : from, to: to === 'the last' ? '' : to };
  return { address, table, months, statement };
}
