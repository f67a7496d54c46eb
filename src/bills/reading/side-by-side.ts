import type { Cell, RowAtHand, RowListener, TextTable } from '../../formats/file/text-table';
import { partsOfName } from '../mapping/column-names';
import { billMessages } from '../messages';
import { readAmount } from '../values/amount-text';
import { readMonth } from '../values/bill-date';
import { isBlankCell } from '../values/cell-text';
import { nameKind, namesMonth } from '../values/name-kind';
import { isNoSpend } from '../values/no-spend';
import { remembered } from '../values/remembered';
import { TotalsBeside } from './totals-beside';

/** A table whose amounts stand side by side, each under its month or service, read one below the other. */
export interface SideBySide {
  readonly table: TextTable;
  /** What was done, for the user to know. */
  readonly notice: string;
}

/** How such a table is laid out; columns by their positions. */
interface Layout {
  /** The columns that each of its amounts has, and what they are called. */
  readonly kept: readonly { readonly at: number; readonly name: string }[];
  /** The columns of amounts, and what each says of them. */
  readonly spread: readonly { readonly at: number; readonly text: string }[];
  /** The columns that add these up. */
  readonly totals: readonly number[];
  /** Columns of amounts that say of themselves that they are no spend. */
  readonly noSpend: readonly string[];
  /** What the columns of the other table are called that say what stood above an amount, and the amount. */
  readonly says: string;
  readonly amount: string;
}

/** A row of totals says so in one of its first columns. */
const LABELS = 3;

/**
 * The table with its amounts one below the other, if they stand side by side under months (`2024-09`, `2024-10`) or, as in a download
 * of AWS Cost Explorer, under services. Columns that add them up are left out; of a row of totals only what it adds up to at last is kept.
 *
 * @returns null for any other table
 */
export function sideBySide(table: TextTable, sample: readonly (readonly Cell[])[]): SideBySide | null {
  const layout = costExplorer(table.header, sample) ?? underMonths(table.header, sample);
  if (layout === null) {
    return null;
  }
  const { kept, spread, totals, noSpend, says, amount } = layout;
  const header = [...kept.map(({ name }) => name), says, amount];
  const first = spread[0]?.text ?? '';
  const last = spread[spread.length - 1]?.text ?? '';
  const names = new Set([...kept, ...spread].map(({ at }) => table.header[at] ?? ''));
  const hidden = (table.hiddenColumns ?? []).filter((column) => names.has(column));
  const { atHand } = table;
  /** The column of the amount that is given. */
  const given = { at: -1 };
  let beside: readonly TotalsBeside[] = [];
  return {
    table: {
      name: table.name,
      header,
      notation: table.notation,
      ...(table.above === undefined ? {} : { above: table.above }),
      ...(table.delimiter === undefined ? {} : { delimiter: table.delimiter }),
      ...(table.endsInCell === true && spread.some(({ at }) => at === table.header.length - 1)
        ? { endsInCell: true, ...(table.othersEndInCell && { othersEndInCell: table.othersEndInCell }) }
        : {}),
      ...atHandOf(atHand, kept, given),
      noticesOfRows: (numbers) => [
        ...(hidden.length === 0 ? [] : [billMessages.hiddenColumns(hidden)]),
        ...(table.noticesOfRows?.(numbers) ?? []),
        ...beside.flatMap((check) => check.notices(numbers)),
      ],
      readRows: (columns, each, progress, rowProblem) => {
        beside = totals.flatMap((at, place) => {
          const name = table.header[at] ?? '';
          const called = partsOfName(name).before || name;
          // One of some of the months (`Q1 total`) is not looked into.
          return nameKind(called) === 'total' && !namesMonth(called) ? new TotalsBeside(name, place) : [];
        });
        const { positions, listener } = unfolded(
          layout,
          columns,
          each,
          beside,
          (at) => {
            given.at = at;
          },
          () => atHand?.isTotals === true,
        );
        return table.readRows(positions, listener, progress, rowProblem);
      },
    },
    notice: billMessages.sideBySide({
      says,
      columns: spread.length,
      first,
      last,
      totals: totals.map((at) => table.header[at] ?? ''),
      noSpend,
    }),
  };
}

/** What the workbook says of the rows of the other table: of an amount, what it says in the column that it comes from. */
function atHandOf(
  atHand: RowAtHand | undefined,
  kept: Layout['kept'],
  given: { readonly at: number },
): Pick<TextTable, 'atHand'> {
  return atHand === undefined
    ? {}
    : {
        atHand: {
          shownWith: (column) => atHand.shownWith(column > kept.length ? given.at : (kept[column]?.at ?? -1)),
          get isTotals() {
            return atHand.isTotals;
          },
        },
      };
}

/**
 * Which columns of the table to ask for, and what makes of each row those of the other table.
 *
 * @param beside for each column of totals, what holds it against the amounts of its row
 * @param giving hears of the column of an amount before it is given
 * @param isDeclared whether the row at hand is one of totals as the workbook says
 */
function unfolded(
  { kept, spread, totals }: Layout,
  columns: readonly number[],
  each: RowListener,
  beside: readonly TotalsBeside[],
  giving: (at: number) => void,
  isDeclared: () => boolean,
): { positions: number[]; listener: RowListener } {
  const labels = kept.slice(0, LABELS).map(({ at }) => at);
  const total = totals[totals.length - 1];
  const positions = [...kept, ...spread].map(({ at }) => at).concat(totals);
  const isTotal = remembered((cell) => nameKind(String(cell)) === 'total');
  const placeOf = (at: number): number => positions.indexOf(at);
  const labelPlaces = labels.map(placeOf);
  const spreadFrom = kept.length;
  const totalsFrom = spreadFrom + spread.length;
  const totalPlace = positions.length - 1;
  const row: Cell[] = [];
  const listener: RowListener = (cells, line) => {
    const give = (text: string, amount: Cell, at: number): void => {
      giving(at);
      columns.forEach((column, place) => {
        row[place] = column < kept.length ? (cells[column] ?? '') : column === kept.length ? text : amount;
      });
      each(row, line);
    };
    if (total !== undefined && (isDeclared() || labelPlaces.some((place) => isTotal(cells[place] ?? '')))) {
      give('', cells[totalPlace] ?? '', total);
      return;
    }
    const amounts = cells.slice(spreadFrom, totalsFrom);
    beside.forEach((check) => check.note(amounts, cells[totalsFrom + check.place] ?? '', line));
    let isBlank = true;
    for (const [place, { at, text }] of spread.entries()) {
      const cell = cells[spreadFrom + place] ?? '';
      if (!isBlankCell(cell)) {
        isBlank = false;
        give(text, cell, at);
      }
    }
    if (isBlank) {
      give('', '', -1);
    }
  };
  return { positions, listener };
}

/** A download of AWS Cost Explorer: months below `Service` or another name, and beside them the cost of each service. */
function costExplorer(header: readonly string[], sample: readonly (readonly Cell[])[]): Layout | null {
  const last = header.length - 1;
  const { before, within } = partsOfName(header[last] ?? '');
  const areCosts = header.slice(1).every((name) => partsOfName(name).within === within);
  const areMonths = sample.every(([cell = '']) => isMonth(cell) || /\btotal$/i.test(String(cell)));
  if (last < 2 || !/^total costs?$/i.test(before) || !areCosts || !areMonths) {
    return null;
  }
  return {
    kept: [{ at: 0, name: 'Date' }],
    spread: header.slice(1, last).map((name, at) => ({ at: at + 1, text: partsOfName(name).before })),
    totals: [last],
    noSpend: [],
    says: header[0] === 'Date' || header[0] === '' ? 'Service' : (header[0] ?? 'Service'),
    amount: `Cost Explorer cost (${within === '$' ? 'USD' : within})`,
  };
}

/** What is planned and not spent, as columns of months say it in short. */
const OF_PLANS = /^(?:f|fc|fcst|bud|b|plan|soll|pl|le|rolling forecast)$/i;

/** Any table with an amount for each of several months in a row. */
function underMonths(header: readonly string[], sample: readonly (readonly Cell[])[]): Layout | null {
  const written = header.map((name, at) => {
    const { before, within } = partsOfName(name);
    return { at, name, text: before === '' ? name : before, within };
  });
  const columns = withFullYears(written);
  const areAmounts = ({ at }: { readonly at: number }): boolean =>
    sample.some((row) => !isBlankCell(row[at] ?? '')) && sample.every((row) => readAmount(row[at] ?? '') !== null);
  const called = columns.filter(({ text }) => isMonth(text));
  const noSpend = called.filter(({ within }) => isNoSpend(within) || OF_PLANS.test(within));
  const months = called.filter((column) => !noSpend.includes(column));
  const spread = months.filter(areAmounts);
  const isEach = new Set(months.map(({ text }) => text)).size === months.length;
  // A month in which nothing was spent yet may be blank; one with other things in it makes it another table.
  const areBlank = months.every(
    (column) => areAmounts(column) || sample.every((row) => isBlankCell(row[column.at] ?? '')),
  );
  if (spread.length < 2 || !isEach || !areBlank) {
    return null;
  }
  const others = columns.filter((column) => !called.includes(column));
  const totals = others.filter((column) => nameKind(column.text) !== 'name' && areAmounts(column));
  const kept = others.filter((column) => !totals.includes(column));
  const [currency = '', another] = new Set(months.map(({ within }) => within));
  const free = (name: string): string => (kept.some((column) => column.name === name) ? `${name} of the column` : name);
  return {
    kept,
    spread: months,
    totals: totals.map(({ at }) => at),
    noSpend: noSpend.map(({ name }) => name),
    says: free('Month'),
    amount: free(currency !== '' && another === undefined ? `Amount (${currency})` : 'Amount'),
  };
}

/** A month and two digits, which are the day of it or the year. */
const WORD_AND_TWO_DIGITS = /^([\p{L}\p{M}]{3,14})\.? (\d{2})$/u;

/** `Jan 24`, `Feb 24`, `Mrz 24` with all digits of the year, if each is the month after the one before: days of so many months never are. */
function withFullYears<Column extends { readonly text: string }>(columns: readonly Column[]): readonly Column[] {
  const full = columns.map(({ text }) => text.replace(WORD_AND_TWO_DIGITS, '$1 20$2'));
  const months = full.flatMap((text, at) => {
    const reading = text === columns[at]?.text ? 'blank' : readMonth(text);
    return reading === 'blank' ? [] : [reading.months['month-first']];
  });
  const [first = null] = months;
  const areInARow = months.length > 1 && first !== null && months.every((month, at) => month === first + at);
  return areInARow ? columns.map((column, at) => ({ ...column, text: full[at] ?? column.text })) : columns;
}

/** A date that has one month, however it is read. */
function isMonth(cell: Cell): boolean {
  const reading = typeof cell === 'string' ? readMonth(cell) : 'blank';
  if (reading === 'blank') {
    return false;
  }
  const [first, ...others] = Object.values(reading.months);
  return first !== null && others.every((month) => month === first);
}
