import { nameKey } from '../../domain/ledger/name-key';
import { isBlankRow, rowOf, textOf, type CellValue, type RawTable } from '../../domain/ledger/table';
import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import type { TableSchema } from '../../domain/ledger/tables';
import { Decimal } from '../../domain/money/decimal';
import { columnsToRead } from './load-columns';
import { plannedSchema, type TablePlan } from './table-plan';

/** One line of AIImports: a file that was loaded, for one of its currencies. */
export interface LogLine {
  /** The name under which the rows of the file stand in the Source column of AIClients. */
  readonly file: string;
  /** In UTC: `2024-11-18 14:05`. */
  readonly loaded: string;
  readonly format: string;
  /** Rows of the file in this currency. */
  readonly rows: number;
  readonly currency: string;
  /** Exact decimal texts. `total` is `counted` and `leftOut` together. */
  readonly total: string;
  readonly counted: string;
  readonly leftOut: string;
  /** How the columns were understood, in the form that `npm run calc -- --map` takes too. */
  readonly mapping: string;
  /** Tells headers apart; the mapping is remembered for the next file with the same. */
  readonly header: string;
  /** Of the content. */
  readonly sha256: string;
  /** What an engine was asked, and whom; '' for a file. */
  readonly statement?: string;
}

/** What the log says of one file. */
export interface LoggedImport {
  readonly file: string;
  readonly loaded: string;
  readonly format: string;
  readonly mapping: string;
  readonly header: string;
  readonly sha256: string;
  /** What an engine was asked, and whom; '' for a file. */
  readonly statement: string;
}

/**
 * The files in the log, the latest last; none if there is no log.
 *
 * @throws LoadRefused if the log lacks a column that is needed, or has one twice
 */
export function loggedImports(existing: RawTable | null): LoggedImport[] {
  if (existing === null) {
    return [];
  }
  const columns = columnsToRead(existing, EVERY_TABLE.AIImports);
  const imports = new Map<string, LoggedImport>();
  for (const cells of existing.rows) {
    if (isBlankRow(cells)) {
      continue;
    }
    const file = columns.text(cells, 'File');
    imports.delete(nameKey(file));
    imports.set(nameKey(file), {
      file,
      loaded: columns.text(cells, 'Loaded'),
      format: columns.text(cells, 'Format'),
      mapping: columns.text(cells, 'Mapping'),
      header: columns.text(cells, 'Header'),
      sha256: columns.text(cells, 'SHA-256').toLowerCase(),
      statement: columns.text(cells, 'Statement'),
    });
  }
  return [...imports.values()];
}

/** Whether an import kept quantities, units, models and teams, so that its rows are told apart by them. */
export function keptQuantities({ mapping }: Pick<LoggedImport, 'mapping'>): boolean {
  return /(?:^|,)\s*quantities:keep\s*(?:,|$)/.test(mapping);
}

/** The lines of a load take the place of those of the files that it replaces, so that the log always says what AIClients holds. */
export function planLog(existing: RawTable | null, lines: readonly LogLine[], replaced: readonly string[]): TablePlan {
  const told: Pick<TablePlan, 'optional'> = lines.some(({ statement = '' }) => statement !== '') ? STATEMENT : {};
  const schema = plannedSchema('AIImports', told);
  const wanted = lines.map((line) => logRow(schema, line));
  if (existing === null) {
    return { replaced: [], removed: [], added: wanted, kept: 0, ...told };
  }
  const columns = columnsToRead(existing, schema);
  const going = new Set(replaced.map(nameKey));
  const left = new Set(wanted);
  const removed: number[] = [];
  let kept = 0;
  existing.rows.forEach((cells, row) => {
    if (isBlankRow(cells)) {
      return;
    }
    const current = columns.inOrder(cells);
    if (!going.has(nameKey(columns.text(cells, 'File')))) {
      kept += 1;
    } else {
      const same = wanted.find(
        (values) => left.has(values) && values.every((value, at) => textOf(value) === textOf(current[at] ?? null)),
      );
      if (same === undefined) {
        removed.push(row);
      } else {
        left.delete(same);
      }
    }
  });
  return { replaced: [], removed, added: [...left], kept, ...told };
}

/** The column that only ledgers in an engine fill. */
const STATEMENT = { optional: ['Statement'] } as const satisfies Pick<TablePlan, 'optional'>;

/** `bill.csv`, or `bill (2).csv` if an import that stays has that name: a Source tells one import from all others. */
export function freeSource(fileName: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(nameKey));
  const dot = fileName.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ''];
  let name = fileName;
  for (let number = 2; keys.has(nameKey(name)); number += 1) {
    name = `${stem} (${number})${ending}`;
  }
  return name;
}

function logRow(schema: Pick<TableSchema, 'columns'>, line: LogLine): CellValue[] {
  return rowOf(schema, {
    File: line.file,
    Loaded: line.loaded,
    Format: line.format,
    Rows: line.rows,
    Currency: line.currency,
    Total: Number(line.total),
    Counted: Number(line.counted),
    'Left out': Number(line.leftOut),
    Mapping: line.mapping,
    Header: line.header,
    'SHA-256': line.sha256,
    Note: exactDigits(line),
    Statement: line.statement ?? '',
  });
}

/** A cell holds some seventeen digits; if an amount has more, the note has them all. */
function exactDigits({ total, counted }: LogLine): string {
  const fits = (amount: string): boolean => new Decimal(Number(amount)).equals(amount);
  const parts = [!fits(total) && `total ${total}`, !fits(counted) && `counted ${counted}`].filter(Boolean);
  return parts.length === 0 ? '' : `To the last digit: ${parts.join(', ')}`;
}
