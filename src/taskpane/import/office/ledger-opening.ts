import { ledgerColumn, type LedgerColumn } from '../../../bills/ledger/column-type';
import { answerRows } from '../../../bills/ledger/engine-answer';
import { ledgerMessages } from '../../../bills/ledger/ledger-messages';
import { writeRecord } from '../../../bills/ledger/ledger-record';
import { readTableName, type TableName } from '../../../bills/ledger/sql-text';
import { ALL_MONTHS, type MonthSpan } from '../../../bills/ledger/month-span';
import { columnsStatement, sampleStatement, sumsStatement, type SumsStatement } from '../../../bills/ledger/statement';
import { readMeasure } from '../../../bills/ledger/summed-table';
import type { Mapping, Recognition } from '../../../bills/mapping/mapping';
import { headerKey } from '../../../bills/mapping/header-key';
import { parseMapping, without } from '../../../bills/mapping/mapping-text';
import type { BillSummary } from '../../../bills/sums/bill-summary';
import type { FoundTable, ImportCalls } from '../../../bills/reading/import-protocol';
import { FileProblem } from '../../../formats/file/file-problem';
import { LIMITS } from '../../../formats/file/limits';
import { sha256 } from '../../../formats/file/sha256';
import type { LoggedImport } from '../../../workbook/plans/import-log';
import type { LedgerRefresh } from '../../contract/ledger-services';
import type { ClickHouse } from './clickhouse';
import type { LedgerOpening, LedgerQuestion, Opening } from './import-session';
import type { Previewed } from './load-bill';

/** Descriptions of columns and first rows. */
const SMALL_BYTES = 32 * 1024 * 1024;
/** What a row of an answer comes to, for how far the reading is. */
const ROW_BYTES = 120;
/** As many digits of a hash tell statements apart for a person. */
const HASH_DIGITS = 8;

/** An import from a ledger that is to be brought up to date. */
export type RefreshedImport = LedgerRefresh & LoggedImport;

/** Asks for the columns of a table and its first rows, by which it is recognised as a bill is. */
export async function openLedger(
  engine: ClickHouse,
  typed: string,
  refreshed: RefreshedImport | null,
  cancel: AbortSignal,
): Promise<Omit<Opening, 'startReader'>> {
  const table = readTableName(typed);
  if (table === null) {
    throw new FileProblem(ledgerMessages.noTable());
  }
  const { columns, leftOut } = await columnsOf(engine, table, cancel);
  const sample = answerRows(
    await engine.ask(sampleStatement(table, columns), { cancel, limitBytes: SMALL_BYTES }),
    columns.length,
  );
  const header = columns.map(({ name }) => name);
  return {
    given: { kind: 'table', table: { name: typed, header, rows: sample, firstRow: 1 } },
    fileName: `${engine.host} ${typed}`,
    bytes: 0,
    ledger: ledgerOf(engine, table, columns, refreshed, [
      ...(leftOut.length > 0 ? [ledgerMessages.columnsLeftOut(leftOut)] : []),
      ...(refreshed !== null && refreshed.header !== headerKey(header) ? [ledgerMessages.columnsChanged()] : []),
    ]),
  };
}

async function columnsOf(
  engine: ClickHouse,
  table: TableName,
  cancel: AbortSignal,
): Promise<{ columns: LedgerColumn[]; leftOut: string[] }> {
  const text = await engine.ask(columnsStatement(table), { cancel, limitBytes: SMALL_BYTES });
  // Newer engines describe a column at greater length.
  const rows = answerRows(text, widthOf(text));
  const all = rows.slice(0, LIMITS.columns).map(([name = '', type = '']) => ledgerColumn(name, type));
  const columns = all.filter(({ kind }) => kind !== 'other');
  if (columns.length === 0) {
    throw new FileProblem(ledgerMessages.noColumns(table.table));
  }
  return { columns, leftOut: all.filter(({ kind }) => kind === 'other').map(({ name }) => name) };
}

function widthOf(text: string): number {
  try {
    const { meta } = JSON.parse(text) as { meta?: unknown };
    return Array.isArray(meta) ? Math.max(2, meta.length) : 2;
  } catch {
    return 2;
  }
}

function ledgerOf(
  engine: ClickHouse,
  table: TableName,
  columns: readonly LedgerColumn[],
  refreshed: RefreshedImport | null,
  notices: readonly string[],
): LedgerOpening {
  const answers = new LastAnswer(engine);
  const statementOf = (recognition: Recognition, mapping: Mapping, months: MonthSpan): SumsStatement =>
    sumsStatement(table, columns, recognition, mapping, months);
  const sum = async (question: LedgerQuestion): Promise<Omit<Previewed, 'preview'>> => {
    const { reader, table: found, mapping, months, progress, cancel } = question;
    const statement = statementOf(found.recognition, mapping, months);
    const asked = {
      ...(await answers.to(statement, question)),
      statement: { columns: statement.columns, mapping: statement.mapping, recognition: statement.recognition },
    };
    const { summary, sha256: content } = await reader.call('addedUp', asked, { reached: progress, cancel });
    const hash = (await sha256(statement.sums)).slice(0, HASH_DIGITS);
    return {
      summary: asOfLedger(summary, mapping, statement),
      table: found,
      mapping,
      sha256: content,
      asked: {
        source: `${engine.host} ${[table.database, table.table].filter(Boolean).join('.')} ${hash} ${nowInUtc()}`,
        record: writeRecord({ address: engine.href, table, months, statement: statement.sums }),
        refreshed: refreshed?.source ?? null,
      },
    };
  };
  return {
    notices,
    shown: {
      months: refreshed?.months ?? ALL_MONTHS,
      areMonthsFixed: refreshed !== null,
      question: (...asked) => {
        try {
          const { sums, measure, days } = statementOf(...asked);
          return { statement: sums, before: [measure, ...(days === null ? [] : [days])] };
        } catch (thrown) {
          if (thrown instanceof FileProblem) {
            return { problem: thrown.message };
          }
          throw thrown;
        }
      },
      isAnswered: (statement) => answers.isTo(statement),
    },
    mappingFor: (found) => (refreshed === null ? null : refreshedMapping(refreshed, found)),
    sum,
  };
}

/** What the engine said of the sums, and of the days that have rows. */
type LedgerAnswers = Pick<ImportCalls['addedUp']['asked'], 'answer' | 'days'>;

/** The last answer of an engine: what changes only how it is read does not ask again. */
class LastAnswer {
  private last: { readonly statement: string; readonly answers: LedgerAnswers } | null = null;

  constructor(private readonly engine: ClickHouse) {}

  isTo(statement: string): boolean {
    return this.last?.statement === statement;
  }

  /** Asks first how many sums there are, whether one may run over, and which days have rows. */
  async to(statement: SumsStatement, { progress, cancel }: LedgerQuestion): Promise<LedgerAnswers> {
    if (this.last?.statement === statement.sums) {
      return this.last.answers;
    }
    const measure = readMeasure(
      await this.engine.ask(statement.measure, { cancel, limitBytes: SMALL_BYTES }),
      statement.measured,
    );
    const days =
      statement.days === null ? null : await this.engine.ask(statement.days, { cancel, limitBytes: SMALL_BYTES });
    const total = Math.max(1, measure.sums * ROW_BYTES);
    const answer = await this.engine.ask(statement.sums, {
      cancel,
      progress: (bytes) =>
        progress({ bytesDone: bytes, bytesTotal: Math.max(bytes, total), rows: Math.round(bytes / ROW_BYTES) }),
    });
    this.last = { statement: statement.sums, answers: { answer, days } };
    return this.last.answers;
  }
}

function asOfLedger(summary: BillSummary, mapping: Mapping, { floats }: SumsStatement): BillSummary {
  return {
    ...summary,
    ...usageOffered(mapping, summary),
    // Unless only AI is asked for, the columns that tell it are not read.
    ai: mapping.onlyAi ? summary.ai : [],
    notices: [...summary.notices, ...(floats.length > 0 ? [ledgerMessages.floats(floats)] : [])],
  };
}

/** Quantities and the like are asked for only if they are kept: how many sums they make is not known before. */
function usageOffered({ usage = {} }: Mapping, summary: BillSummary): Pick<BillSummary, 'usage'> | object {
  const { length } = summary.groups;
  return summary.usage !== undefined || Object.keys(usage).length === 0
    ? {}
    : { usage: { isKept: false, rowsWith: length, orMore: true, rowsWithout: length } };
}

/**
 * The mapping of the import that is refreshed, as it was, with what was answered; but whether the last month is over says nothing of the
 * one that is the last by now.
 *
 * @throws FileProblem if the table lacks a column of it
 */
function refreshedMapping({ mapping }: RefreshedImport, { recognition, columns }: FoundTable): Mapping {
  try {
    return without(parseMapping(mapping, without(recognition.mapping, 'credits', 'side'), columns), 'complete');
  } catch (thrown) {
    throw thrown instanceof FileProblem ? new FileProblem(ledgerMessages.refreshColumn(thrown.message)) : thrown;
  }
}

/** `2024-11-18 14:05`. */
function nowInUtc(): string {
  return new Date().toISOString().slice(0, 16).replace('T', ' ');
}
