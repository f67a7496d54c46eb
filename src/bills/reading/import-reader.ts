import { monthOf, type Month } from '../../domain/calendar/month';
import { ANY_TABLE } from '../formats/any-table';
import { INVOICE_DETAIL } from '../formats/focus';
import { recogniseTable } from '../formats/recognise';
import { summedTable } from '../ledger/summed-table';
import { headerKey } from '../mapping/header-key';
import { proposeMerges } from '../sums/merge';
import { sumInvoices } from '../sums/invoice-sums';
import { summariseBill } from '../sums/summarise';
import { openFile, openFiles, type OpenedRates } from './open-file';
import { FileProblem } from '../../formats/file/file-problem';
import { sha256 } from '../../formats/file/sha256';
import type { Cell, FileKind, OpenedFile, TextTable } from '../../formats/file/text-table';
import { SHEETS_APART } from '../../formats/xlsx/joined-sheets';
import type { Recognition } from '../mapping/mapping';
import { currencyMeans } from '../rates/currency-means';
import { billMessages } from '../messages';
import { nameText } from '../values/cell-text';
import { shownMark } from '../values/shown-mark';
import { fileMessages } from '../../formats/file/messages';
import { givenTable } from './given-table';
import { sideBySide } from './side-by-side';
import type { Found, FoundTable, Given, ImportCall, ImportCalls, Reached } from './import-protocol';

/** Rows that a table is recognised by. */
const SAMPLE_ROWS = 200;
const SHOWN_ROWS = 5;
const SHOWN_LETTERS = 4;
const LONGEST_LETTERS = 60;

/** Answers what the pane asks of one file, in a worker or wherever it runs. */
export interface ImportReader {
  answer<C extends ImportCall>(
    call: C,
    asked: ImportCalls[C]['asked'],
    reached: (at: Reached) => void,
  ): Promise<ImportCalls[C]['answer']>;
}

interface OpenTable {
  readonly table: TextTable;
  readonly recognition: Recognition;
}

/**
 * A reader without a file; `open` gives it one.
 *
 * @param now what the clock says, by which months that lie in the future are found
 */
// eslint-disable-next-line max-lines-per-function -- steps over the file that is open; apart, each would be handed all of it
export function importReader(now: () => Date = () => new Date()): ImportReader {
  let given: Given | null = null;
  let tables: readonly OpenTable[] = [];

  const open = async (asked: Given): Promise<Found> => {
    given = asked;
    const opened = await openGiven(asked);
    if (opened.kind === 'rates') {
      tables = [];
      return ratesIn(opened);
    }
    const found: FoundTable[] = [];
    const recognised: OpenTable[] = [];
    const add = (
      table: TextTable,
      recognition: Recognition,
      sample: readonly (readonly Cell[])[],
      name: string,
    ): void => {
      recognised.push({ table, recognition });
      found.push(shownTable(table, recognition, sample, name));
    };
    const namelessColumns: string[] = [];
    const refusals: string[] = [];
    const invoices: TextTable[] = [];
    const sideNotices: string[] = [];
    for (const table of opened.tables) {
      const { sample, marks } = await firstRows(table);
      const recognition = recogniseTable(table.header, sample, table.above, marks);
      if (recognition.refusal !== undefined) {
        refusals.push(recognition.refusal);
        invoices.push(...(recognition.format === INVOICE_DETAIL ? [table] : []));
        continue;
      }
      namelessColumns.push(...nameless(table, sample));
      const side = recognition.format === ANY_TABLE ? sideBySide(table, sample) : null;
      if (side !== null) {
        sideNotices.push(side.notice);
        const below = await firstRows(side.table);
        const { header, name } = side.table;
        const ofBelow = recogniseTable(header, below.sample, table.above, below.marks);
        add(side.table, ofBelow, below.sample, billMessages.oneBelowTheOther(name));
      }
      add(table, recognition, sample, side === null ? table.name : billMessages.asItStands(table.name));
    }
    tables = sheetsFirst(opened.kind, recognised, recognised);
    if (found.length === 0 && invoices.length > 0) {
      return { kind: 'invoices', ...(await sumInvoices(invoices)) };
    }
    if (found.length === 0 && refusals[0] !== undefined) {
      throw new FileProblem(refusals[0]);
    }
    return {
      kind: 'bill',
      fileKind: opened.kind,
      reading: opened.reading,
      tables: sheetsFirst(opened.kind, recognised, found),
      notices: [
        ...opened.notices,
        ...[...sideNotices, ...refusals, ...otherTables(opened.kind, recognised)],
        ...[...found.flatMap(columnsTwice), ...namelessColumns],
      ],
    };
  };

  const calls: {
    [C in ImportCall]: (
      asked: ImportCalls[C]['asked'],
      reached: (at: Reached) => void,
    ) => Promise<ImportCalls[C]['answer']>;
  } = {
    open,
    hash: async () => {
      if (given === null) {
        throw new FileProblem(billMessages.noTable());
      }
      return contentHash(given);
    },
    summarise: async ({ table: at, mapping }, reached) => {
      const chosen = tables[at];
      if (chosen === undefined) {
        throw new FileProblem(billMessages.noTable());
      }
      return summariseBill(chosen.table, chosen.recognition, mapping, monthNow(now()), (bytesDone, bytesTotal, rows) =>
        reached({ bytesDone, bytesTotal, rows }),
      );
    },
    merges: async ({ names, known, aliases }) => proposeMerges(names, known, aliases),
    addedUp: async ({ answer, days, statement: { columns, mapping, recognition } }, reached) => {
      const { table, content } = summedTable('', answer, columns, days);
      const summary = await summariseBill(table, recognition, mapping, monthNow(now()), (bytesDone, bytesTotal, rows) =>
        reached({ bytesDone, bytesTotal, rows }),
      );
      return { summary, sha256: await sha256(content) };
    },
  };
  return { answer: (call, asked, reached) => calls[call](asked, reached) };
}

/** How many sheets of a workbook stand before the first with amounts, such as its cover; 0 if none has any. */
function sheetsBefore(kind: FileKind, tables: readonly OpenTable[]): number {
  const first = tables.findIndex(({ recognition }) => recognition.amounts.length > 0);
  return kind === 'xlsx' ? Math.max(first, 0) : 0;
}

/** What goes with each table, in the order of the tables but those behind all others that stand before the first with amounts. */
function sheetsFirst<Entry>(kind: FileKind, tables: readonly OpenTable[], each: readonly Entry[]): Entry[] {
  const count = sheetsBefore(kind, tables);
  return [...each.slice(count), ...each.slice(0, count)];
}

/**
 * Sheets that were passed over, and tables with amounts beside the one that is read that are no part of it. Of several files it is told where they are
 * put together.
 */
function otherTables(kind: FileKind, all: readonly OpenTable[]): string[] {
  const isOneFile = kind === 'xlsx' || kind === 'json' || kind === 'json-lines';
  const passedOver = all.slice(0, sheetsBefore(kind, all)).map(({ table }) => table.name);
  const tables = all.slice(passedOver.length);
  const withAmounts = tables.filter(({ recognition }, at) => at === 0 || recognition.amounts.length > 0);
  const [first = '', ...others] = new Set(withAmounts.map(({ table }) => table.name));
  const parts = first.split(SHEETS_APART);
  const left = others.filter((name) => !parts.includes(name));
  return [
    ...(passedOver.length > 0 ? [billMessages.sheetsWithoutAmounts(passedOver)] : []),
    ...(isOneFile && left.length > 0 ? [billMessages.otherTables(left)] : []),
  ];
}

function shownTable(
  { header }: TextTable,
  recognition: Recognition,
  sample: readonly (readonly Cell[])[],
  name: string,
): FoundTable {
  return {
    name,
    columns: header,
    headerKey: headerKey(header),
    sample: sample.slice(0, SHOWN_ROWS).map((cells) => cells.map(String)),
    recognition,
    letters: lettersIn(header, sample),
  };
}

function ratesIn({ daily }: OpenedRates): Found {
  const { means, incomplete } = currencyMeans(daily);
  return { kind: 'rates', rates: means, incomplete };
}

function openGiven(given: Given): Promise<OpenedFile | OpenedRates> {
  switch (given.kind) {
    case 'file':
      return openFile(given.file, given.reading);
    case 'files':
      return openFiles(given.files, given.reading);
    case 'table':
      return Promise.resolve(givenTable(given.table));
  }
}

/** Of several files: the same in whatever order and under whatever names they come. */
async function contentHash(given: Given): Promise<string> {
  switch (given.kind) {
    case 'file':
      return sha256(given.file);
    case 'files': {
      const hashes: string[] = [];
      for (const file of given.files) {
        hashes.push(await sha256(file));
      }
      return sha256(hashes.sort().join('\n'));
    }
    case 'table':
      return sha256(JSON.stringify([given.table.header, given.table.rows]));
  }
}

function monthNow(now: Date): Month {
  return monthOf(now.getUTCFullYear(), now.getUTCMonth() + 1);
}

/** A mapping names columns, so of two with one name the second is out of reach. */
function columnsTwice({ name, columns }: FoundTable): string[] {
  const again = new Set(columns.filter((column, at) => column !== '' && columns.indexOf(column) < at));
  return [...again].map((column) => fileMessages.columnTwice(column, name === '' ? 'The file' : `Sheet "${name}"`));
}

/** Texts that would read otherwise in another encoding: of the rows first, for headers are seldom wrong alone. */
function lettersIn(header: readonly string[], sample: readonly (readonly Cell[])[]): string[] {
  const texts = [...sample.flat(), ...header].filter((cell): cell is string => typeof cell === 'string');
  // eslint-disable-next-line no-control-regex -- ASCII begins with them
  const telling = texts.filter((text) => /[^\x00-\x7f]/.test(text) && text.length <= LONGEST_LETTERS);
  return [...new Set(telling)].slice(0, SHOWN_LETTERS);
}

/** Columns without a name that have content: they may be what is missing. */
function nameless({ name, header }: TextTable, sample: readonly (readonly Cell[])[]): string[] {
  const where = name === '' ? 'The file' : `Sheet "${name}"`;
  const filled = header.flatMap((column, at) => {
    const example =
      column === '' ? sample.map((row) => nameText(row[at] ?? '')).find((text) => text !== '') : undefined;
    return example === undefined ? [] : [{ at, example }];
  });
  const [first] = filled;
  if (first === undefined) {
    return [];
  }
  return [
    fileMessages.namelessColumn(first.at + 1, first.example.slice(0, 60), where),
    ...(filled.length > 1 || header.indexOf('') < first.at ? [fileMessages.namelessTwice(where)] : []),
  ];
}

/** Thrown to end a reading early: enough rows have been seen. */
class EnoughRows extends Error {}

/** The first rows of a table, and the currencies that it shows beside the numbers of a column, row by row. */
async function firstRows(
  table: TextTable,
): Promise<{ readonly sample: Cell[][]; readonly marks: (column: string) => readonly string[] }> {
  const { atHand } = table;
  const rows: Cell[][] = [];
  const marks: string[][] = [];
  try {
    await table.readRows(
      table.header.map((_, index) => index),
      (cells) => {
        rows.push([...cells]);
        if (atHand !== undefined) {
          marks.push(cells.map((_, at) => shownMark(atHand.shownWith(at)).mark));
        }
        if (rows.length === SAMPLE_ROWS) {
          throw new EnoughRows();
        }
      },
      undefined,
      // A row that does not fit is told of when the bill is summed.
      () => undefined,
    );
  } catch (thrown) {
    if (!(thrown instanceof EnoughRows)) {
      throw thrown;
    }
  }
  return {
    sample: rows,
    marks: (column) => {
      const at = table.header.indexOf(column);
      return marks.map((ofRow) => ofRow[at] ?? '');
    },
  };
}
