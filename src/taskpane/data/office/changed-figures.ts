import { tablesToLoad, type ReferenceSetId } from '../../../bills/reference/reference-sets';
import { bookOf, type Book } from '../../../domain/ledger/book';
import { nameKey } from '../../../domain/ledger/name-key';
import type { ReferenceTable } from '../../../domain/ledger/rows-to-load';
import { LocatedColumns, type RawTable } from '../../../domain/ledger/table';
import { TABLES, type TableName, type TableSchema } from '../../../domain/ledger/tables';
import { orProblem, Problem } from '../../../domain/messages/problem';
import type { CellOutput } from '../../../functions/call/cell-output';
import { shownAs } from '../../../functions/explain/cell-text';
import { plannedTable } from '../../../workbook/plans/planned-table';
import { referencePlanner } from '../../../workbook/plans/refresh-plan';
import { quoted } from '../../contract/formulas';
import type { FigureChange } from '../../contract/reference-data';
import { outputsOf } from '../../explain/call-explanation';

/** A call with plain arguments. */
interface PlainCall {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

/** An amount to ask a return of: the article's own. */
const EXAMPLE_INVESTMENT = 20_000_000;

/** The figures of a set's clients and vendors that come out otherwise once it is loaded, the returns first. Nothing is written. */
export function changedFigures(
  id: ReferenceSetId,
  tables: Readonly<Record<TableName, RawTable | null>>,
  book: Book,
): FigureChange[] {
  const sets = tablesToLoad(id);
  const planned = sets.map((set) => {
    const existing = tables[set.name];
    return [set.name, plannedTable(set.name, existing, referencePlanner(set).plan(existing, new Map()))] as const;
  });
  const yearStart = orProblem(() => book.fiscalYearStart());
  const after = bookOf({
    tables: { ...tables, ...Object.fromEntries(planned) },
    fiscalYearStart: yearStart instanceof Problem ? null : yearStart,
  });
  return callsOf(sets).flatMap((call) => {
    const [was, is] = [shownIn(book, call), shownIn(after, call)];
    return was === is ? [] : [{ formula: formulaOf(call), before: was, after: is }];
  });
}

/** Calls whose figures rest on the rows of a set. */
function callsOf(sets: readonly ReferenceTable[]): PlainCall[] {
  const clients = namesIn(sets, 'AIClients', 'Client');
  const vendors = [...namesIn(sets, 'AIClients', 'Vendor'), ...namesIn(sets, 'AIRevenue', 'Vendor')];
  const has = (name: TableName): boolean => sets.some((set) => set.name === name);
  return [
    ...(has('AIReturns') ? [{ name: 'AIROI', values: [EXAMPLE_INVESTMENT] }] : []),
    ...(has('AIClients') ? [{ name: 'AISPEND', values: ['*'] }] : []),
    ...clients.flatMap((client) => [
      { name: 'AISPEND', values: [client] },
      { name: 'REVSHARE', values: [client] },
    ]),
    ...distinct(vendors).map((vendor) => ({ name: 'AIREVENUE', values: [vendor] })),
    ...(has('AIRates') ? [{ name: 'AIFX', values: [1, 'EUR', 'USD'] }] : []),
  ];
}

function namesIn(sets: readonly ReferenceTable[], name: TableName, column: string): string[] {
  const set = sets.find((candidate) => candidate.name === name);
  const schema: TableSchema = TABLES[name];
  const columns = new LocatedColumns({ name, header: schema.columns.map((each) => each.name) }, schema);
  return distinct((set?.rows ?? []).map((cells) => columns.text(cells, column)));
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

function shownIn(book: Book, { name, values }: PlainCall): string {
  const output = outputsOf(
    name,
    values.map((value) => [[value]]),
    book,
  )[0]?.[0];
  return output === undefined ? '' : textOf(output);
}

function textOf(output: CellOutput): string {
  return output instanceof Problem ? `${output.code} ${output.message}` : shownAs(output);
}

function formulaOf({ name, values }: PlainCall): string {
  return `=${name}(${values.map((value) => (typeof value === 'string' ? quoted(value) : String(value))).join(',')})`;
}
