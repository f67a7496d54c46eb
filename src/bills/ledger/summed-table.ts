import { FileProblem } from '../../formats/file/file-problem';
import { LIMITS } from '../../formats/file/limits';
import type { TextTable } from '../../formats/file/text-table';
import { answerRows, type AnswerRows } from './engine-answer';
import type { LedgerColumn } from './column-type';
import { ledgerMessages } from './ledger-messages';
import type { StatementColumn } from './statement';

const EXACT = /^-?\d+(?:\.\d+)?$/;
const COUNT = /^\d{1,15}$/;
/** Rows after which it is told how far a reading is. */
const ROWS_BETWEEN = 10_000;

/**
 * The answer of a statement of sums, as a table whose rows stand for many; and its rows as text, by which an answer is known again.
 *
 * @param days the answer to the statement that asks for the days; null if they cannot be asked for
 */
export function summedTable(
  name: string,
  answer: string,
  columns: readonly StatementColumn[],
  days: string | null,
): { table: TextTable; content: string } {
  const rows = answerRows(answer, columns.length + 1);
  if (rows.length > LIMITS.groups) {
    throw new FileProblem(ledgerMessages.tooManySums(String(rows.length), LIMITS.groups));
  }
  rows.forEach((row, at) => checkRow(row, columns, at + 1));
  const dates = days === null ? {} : { dates: answerRows(days, 1).map(([day = '']) => day) };
  return { table: { ...tableOf(name, rows, columns), ...dates }, content: JSON.stringify(rows) };
}

/** @throws FileProblem if a sum or a count is none */
function checkRow(row: readonly string[], columns: readonly StatementColumn[], number: number): void {
  const count = row.at(-1) ?? '';
  if (!COUNT.test(count)) {
    throw new FileProblem(ledgerMessages.otherShape(`row ${number} counts "${count.slice(0, 40)}" rows`));
  }
  columns.forEach(({ name, as }, at) => {
    const cell = row[at] ?? '';
    if (as === 'sum' && cell !== '' && !EXACT.test(cell)) {
      throw new FileProblem(
        ledgerMessages.otherShape(`row ${number} has "${cell.slice(0, 40)}" as a sum of "${name}"`),
      );
    }
  });
}

function tableOf(name: string, rows: AnswerRows, columns: readonly StatementColumn[]): TextTable {
  return {
    name,
    header: columns.map((column) => column.name),
    notation: 'exact',
    readRows: async (wanted, each, progress) => {
      const cells: string[] = [];
      rows.forEach((row, index) => {
        const count = Number(row.at(-1));
        // Without a column to group by, an empty table has one sum, of no rows.
        if (count === 0) {
          return;
        }
        wanted.forEach((column, at) => {
          cells[at] = row[column] ?? '';
        });
        each(cells, index + 1, count);
        if (index % ROWS_BETWEEN === 0) {
          progress?.(index, rows.length);
        }
      });
    },
  };
}

/** What the engine said before it was asked for the sums. */
export interface Measure {
  readonly sums: number;
  readonly rows: number;
}

/**
 * Reads the answer to the statement that measures.
 *
 * @throws FileProblem if there are more sums than can be read, or one may run over
 */
export function readMeasure(answer: string, measured: readonly LedgerColumn[]): Measure {
  const [row, ...others] = answerRows(answer, measured.length + 2);
  const [sums = '', rows = '', ...sizes] = row ?? [];
  if (row === undefined || others.length > 0 || !COUNT.test(sums) || !COUNT.test(rows)) {
    throw new FileProblem(ledgerMessages.otherShape('it does not count the sums'));
  }
  if (Number(sums) > LIMITS.groups) {
    throw new FileProblem(ledgerMessages.tooManySums(sums, LIMITS.groups));
  }
  measured.forEach(({ name, digits, scale }, at) => {
    const size = Number(sizes[at]);
    if (!(size < 10 ** (digits - scale - 1))) {
      throw new FileProblem(ledgerMessages.overflow(name, digits));
    }
  });
  return { sums: Number(sums), rows: Number(rows) };
}
