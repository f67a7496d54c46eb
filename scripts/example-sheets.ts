/**
 * The sheets of the example workbook before the add-in has seen them: what a newcomer sees first, and the tables.
 */
import type { RawTable } from '../src/domain/ledger/table';
import { COLUMN_FORMATS, TABLES, type Column, type TableName } from '../src/domain/ledger/tables';
import { newChart, newSeries, type CellSource, type ChartContent } from '../src/local/values/chart';
import {
  PLAIN_SHEET,
  PLAIN_STYLE,
  type CellContent,
  type CellStyle,
  type SheetContent,
} from '../src/local/values/content';
import { firstWatchWrites } from '../src/workbook/watch/watch-cells';
import { dateCell, madeUpMonths, madeUpVendors } from './made-up-ledger';

/** The first sheet. */
export const EXAMPLE_SHEET = 'Made-up example';
/** The sheet with the report. */
export const REPORT_SHEET = 'Made-up report';
/** Where the first formula goes that the first sheet asks for. */
export const FIRST_FORMULA = { address: 'B21', formula: '=AISPEND("Example Shop")', shown: '89,808.12 USD' } as const;

const TEAL = '#0F6C5C';
const PALE = '#E8F3F1';
const YELLOW = '#FFF4CE';
const QUIET = '#616161';
const COLORS = ['#1F4E79', '#5B9BD5', '#BDD7EE'];
const BUDGET_COLOR = '#C55A11';

/** The rows of the first sheet, from 0. */
const CHART_ROW = 3;
const CHART_ROWS = 11;
const STEPS_ROW = CHART_ROW + CHART_ROWS + 1;
const STEPS = [
  `1.  Click on the yellow cell, ${FIRST_FORMULA.address}.`,
  `2.  Type ${FIRST_FORMULA.formula} and press Enter. It shows ${FIRST_FORMULA.shown}: what that company paid in the latest month.`,
  '3.  Click on the cell again, and on Explain in the pane: the rows behind the figure. (The button AI Spend shows the pane.)',
  `4.  At the end of the sheet ${TABLES.AIClients.sheet}, type another Spend: figures, chart and report follow.`,
  '5.  For published figures instead of these: New workbook, at the top. Its sheet leads on.',
];
const ANSWER_ROW = STEPS_ROW + STEPS.length;
const FIGURES_ROW = ANSWER_ROW + 2;
const FIGURES: readonly (readonly [question: string, formula: string])[] = [
  ['All three, in the latest month', '=AISPEND("*",,"USD")'],
  ['Example Shop, for a year at that rate', '=AISPEND("Example Shop","runrate")'],
  ['Example Press, which pays in euros', '=AISPEND("Example Press",,"USD")'],
  ['A million tokens, at Example Bank', '=AIUSAGE("Example Bank",,"unitcost")'],
  ["How much of the year's budget is used", '=AIBUDGET("*",2025,"used")'],
  ['When the budget runs out, as it goes', '=AIBUDGET("*",2025,"runout")'],
];
/** The cells of the first sheet that answer its questions. */
export const FIGURE_CELLS: readonly string[] = FIGURES.map((_, at) => `B${FIGURES_ROW + at + 1}`);
const DATA_ROW = FIGURES_ROW + FIGURES.length + 3;
const DATA_COLUMNS = ['B', 'C', 'D'] as const;

function cell(row: number, column: number, value: CellContent['value'], style: Partial<CellStyle> = {}): CellContent {
  return { row, column, value, formula: '', spill: null, style: { ...PLAIN_STYLE, ...style } };
}

function calculated(row: number, column: number, formula: string, style: Partial<CellStyle> = {}): CellContent {
  return { ...cell(row, column, null, style), formula };
}

function title(row: number, text: string): CellContent {
  return cell(row, 0, text, { bold: true, size: 13, color: TEAL });
}

function sheetOf(content: Pick<SheetContent, 'name' | 'cells' | 'columnWidths'> & Partial<SheetContent>): SheetContent {
  return {
    ...PLAIN_SHEET,
    defaultColumnWidth: 110,
    ...content,
    cells: [...content.cells].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** What a newcomer sees first: that it is made up, a chart, the steps to a first formula, and figures. */
export function exampleSheet(): SheetContent {
  return sheetOf({
    name: EXAMPLE_SHEET,
    cells: [
      cell(0, 0, 'Made-up example: what three companies pay for AI', { bold: true, size: 18, color: TEAL }),
      cell(
        1,
        0,
        'Companies, amounts and prices are invented. Every figure is a formula of the AI Spend add-in over the',
        {
          color: QUIET,
        },
      ),
      cell(2, 0, `tables on the sheets behind; so is all of the report on the sheet ${REPORT_SHEET}.`, {
        color: QUIET,
      }),
      ...steps(),
      ...figures(),
      ...chartData(),
    ],
    columnWidths: [
      [0, 320],
      [1, 230],
      [2, 280],
      [3, 180],
      [4, 140],
    ],
    rowHeights: [[0, 36]],
    showsGridlines: false,
    tabColor: TEAL,
    charts: [chart()],
  });
}

function steps(): CellContent[] {
  return [
    title(STEPS_ROW - 1, 'Your first formula, in less than a minute'),
    ...STEPS.map((text, at) => cell(STEPS_ROW + at, 0, text)),
    cell(ANSWER_ROW, 0, 'Your formula:', { bold: true, horizontal: 'right' }),
    cell(ANSWER_ROW, 1, null, { bold: true, fill: YELLOW, horizontal: 'right' }),
  ];
}

function figures(): CellContent[] {
  const head: Partial<CellStyle> = { bold: true, fill: PALE };
  return [
    cell(FIGURES_ROW - 1, 0, 'Question', head),
    cell(FIGURES_ROW - 1, 1, 'Answer', { ...head, horizontal: 'right' }),
    cell(FIGURES_ROW - 1, 2, 'Formula', head),
    ...FIGURES.flatMap(([question, formula], at) => [
      cell(FIGURES_ROW + at, 0, question),
      calculated(FIGURES_ROW + at, 1, formula, { horizontal: 'right' }),
      cell(FIGURES_ROW + at, 2, formula, { color: QUIET, numberFormat: '@' }),
    ]),
  ];
}

/** What the chart shows: one formula for all vendors and months, and one for the budget. */
function chartData(): CellContent[] {
  const head: Partial<CellStyle> = { bold: true, fill: PALE };
  const right: Partial<CellStyle> = { ...head, horizontal: 'right' };
  const first = DATA_ROW + 2;
  const months = `A${first}:A${first + madeUpMonths.length - 1}`;
  const vendors = `${DATA_COLUMNS[0]}${first - 1}:${DATA_COLUMNS[2]}${first - 1}`;
  return [
    title(DATA_ROW - 1, 'What the chart shows'),
    cell(DATA_ROW, 0, 'Month', head),
    ...madeUpVendors.map((vendor, at) => cell(DATA_ROW, 1 + at, vendor, right)),
    cell(DATA_ROW, 4, 'Budget', right),
    ...madeUpMonths.map((month, at) =>
      cell(DATA_ROW + 1 + at, 0, dateCell(month), { numberFormat: COLUMN_FORMATS.month, horizontal: 'left' }),
    ),
    calculated(DATA_ROW + 1, 1, `=AISPEND("*",${months},"USD",${vendors})`),
    calculated(DATA_ROW + 1, 4, `=IFERROR(AIBUDGET("*",${months},,"USD"),"")`, { numberFormat: COLUMN_FORMATS.amount }),
  ];
}

function chart(): ChartContent {
  const source = (row: number, column: number, rowCount: number): CellSource => ({
    sheet: EXAMPLE_SHEET,
    area: { row, column, rowCount, columnCount: 1 },
  });
  const categories = source(DATA_ROW + 1, 0, madeUpMonths.length);
  const columns = madeUpVendors.map((_, at) => ({
    ...newSeries(`vendor-${at + 1}`, 'ColumnStacked'),
    name: { source: source(DATA_ROW, 1 + at, 1) },
    categories,
    values: source(DATA_ROW + 1, 1 + at, madeUpMonths.length),
    fill: { color: COLORS[at] ?? QUIET },
    gapWidth: 40,
  }));
  const budget = {
    ...newSeries('budget', 'Line'),
    name: { source: source(DATA_ROW, 4, 1) },
    categories,
    values: source(DATA_ROW + 1, 4, madeUpMonths.length),
    line: { color: BUDGET_COLOR, weight: 2, style: 'Dash' },
  } as const;
  const plain = newChart(
    'Spend by vendor',
    'ColumnStacked',
    { row: CHART_ROW, column: 0, x: 0, y: 4 },
    { row: CHART_ROW + CHART_ROWS - 1, column: 2, x: 279, y: 20 },
  );
  return {
    ...plain,
    title: { isVisible: true, text: 'AI spend by vendor and month, in US dollars (made up)', font: { size: 12 } },
    valueAxis: { ...plain.valueAxis, numberFormat: '#,##0' },
    series: [...columns, budget],
    description:
      'What the three made-up companies pay each of three vendors, month by month, and the budget of the month.',
  };
}

/** A table on a sheet of its own, as a load makes it, with the cells that watch it. */
export async function tableSheet(table: RawTable): Promise<SheetContent> {
  const schema = TABLES[table.name as TableName];
  const declared: readonly Column[] = [...schema.columns, ...('optional' in schema ? schema.optional : [])];
  const columns = table.header.map((name) => {
    const found = declared.find((column) => column.name === name);
    if (found === undefined) {
      throw new Error(`${table.name} has no column "${String(name)}".`);
    }
    return found;
  });
  const watches = await firstWatchWrites(table);
  return sheetOf({
    name: schema.sheet,
    cells: [
      ...columns.map(({ name }, at) => cell(0, at, name)),
      ...table.rows.flatMap((row, down) =>
        columns.map(({ type }, at) => cell(1 + down, at, row[at] ?? null, { numberFormat: COLUMN_FORMATS[type] })),
      ),
      ...watches.map(({ row, column, formula }) => calculated(row, column, formula, { color: QUIET })),
    ],
    columnWidths: columns.map(({ width }, at) => [at, width * 7 + 12]),
    frozenRows: 1,
    tables: [
      {
        name: schema.name,
        area: { row: 0, column: 0, rowCount: table.rows.length + 1, columnCount: columns.length },
        style: 'TableStyleLight1',
      },
    ],
  });
}
