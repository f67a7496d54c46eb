/**
 * The example workbook: a sheet of our functions at work, and the reference data that they read.
 */
import { FAMILY } from '../src/functions/family/family';
import {
  PLAIN_STYLE,
  type CellContent,
  type CellStyle,
  type SheetContent,
  type WorkbookContent,
} from '../src/local/values/content';
import { fromXlsx, toXlsx } from '../src/local/files/xlsx/xlsx-file';
import type { LocalPage } from './local-page';
import { LocalPageError } from './local-page';
import { outcomeIn } from './outcome';

/** Where the file lies in the project; the pane offers it for download from here. */
export const EXAMPLE_FILE = 'assets/ai-spend-example.xlsx';
const FUNCTIONS = FAMILY.map(({ name }) => name);
const SHEET = 'Example';
const TEAL = '#0F6C5C';
const PALE = '#E8F3F1';
const QUIET = '#616161';

const FIGURES: readonly (readonly [question: string, formula: string])[] = [
  ['What the client spends on AI a month', '=AISPEND(B5)'],
  ['The same as a run rate of a year, in US dollars', '=AISPEND(B5,"runrate","USD")'],
  ["The client's share of Microsoft's AI revenue", '=REVSHARE(B5)'],
  ["Microsoft's AI revenue a month, from stated shares", '=AIREVENUE("Microsoft")'],
  ['Return on that spend', '=AIROI(B5)'],
  ["What comes back of a year's spend", '=AIROI(B5,"All","benefit")'],
];

function cell(row: number, column: number, value: CellContent['value'], style: Partial<CellStyle> = {}): CellContent {
  return { row, column, value, formula: '', spill: null, style: { ...PLAIN_STYLE, ...style } };
}

function calculated(row: number, column: number, formula: string, style: Partial<CellStyle> = {}): CellContent {
  return { ...cell(row, column, null, style), formula };
}

function exampleSheet(): SheetContent {
  const head: Partial<CellStyle> = { bold: true, fill: PALE };
  /** The looks of the headings beside the first, which come with the formula's result. */
  const spilledHead = (row: number, count: number): CellContent[] =>
    Array.from({ length: count }, (_, index) => cell(row, 1 + index, null, head));
  const title = (row: number, text: string): CellContent => cell(row, 0, text, { bold: true, size: 13, color: TEAL });
  const first = 7;
  const list = first + FIGURES.length + 2;
  const sources = list + 7;
  return {
    name: SHEET,
    visibility: 'Visible',
    cells: [
      cell(0, 0, 'What companies spend on AI', { bold: true, size: 18, color: TEAL }),
      cell(
        1,
        0,
        'Each figure is a formula of the AI Spend add-in and reads the tables on the other sheets. Excel without the add-in shows the figures as saved.',
        { color: QUIET },
      ),
      title(3, 'One client'),
      cell(4, 0, 'Client (type another name of AI Clients)'),
      cell(4, 1, 'ByteDance', { bold: true, fill: '#FFF4CE' }),
      cell(first - 1, 0, 'Question', head),
      cell(first - 1, 1, 'Answer', { ...head, horizontal: 'right' }),
      cell(first - 1, 2, 'Formula', head),
      ...FIGURES.flatMap(([question, formula], index) => [
        cell(first + index, 0, question),
        calculated(first + index, 1, formula, { horizontal: 'right' }),
        cell(first + index, 2, formula, { color: QUIET, numberFormat: '@' }),
      ]),
      title(list, 'All clients, the largest first'),
      calculated(list + 1, 0, '=AICLIENTS("Microsoft")', head),
      ...spilledHead(list + 1, 3),
      title(sources, 'What the figure rests on'),
      calculated(sources + 1, 0, '=AISOURCE(B5)', head),
      ...spilledHead(sources + 1, 10),
    ].sort((a, b) => a.row - b.row || a.column - b.column),
    defaultColumnWidth: 88,
    defaultRowHeight: 24,
    columnWidths: [
      [0, 380],
      [1, 170],
      [2, 250],
      [3, 150],
      [4, 290],
      [5, 430],
    ],
    rowHeights: [[0, 36]],
    hiddenRows: [],
    hiddenColumns: [],
    frozenRows: 0,
    frozenColumns: 0,
    showsGridlines: false,
    tabColor: TEAL,
    merges: [],
    tables: [],
  };
}

function checkFigures({ sheets }: WorkbookContent): void {
  const broken = sheets[0]?.cells.filter(
    ({ formula, value }) => formula !== '' && (value === null || typeof value === 'object'),
  );
  if (broken === undefined || broken.length > 0) {
    throw new LocalPageError(
      `The example has no figure for ${broken?.map(({ formula }) => formula).join(', ') ?? 'anything'}.`,
    );
  }
}

/** Makes the file in an open local workbook, whose content it takes the place of: opens the sheet, loads the data by the pane, saves. */
export async function exampleWorkbook(local: LocalPage): Promise<Uint8Array> {
  const sheet = toXlsx({ sheets: [exampleSheet()], activeSheet: 0, names: [] }, FUNCTIONS);
  await Promise.all([
    local.page.waitForEvent('load'),
    local.page.evaluate((bytes) => void window.localWorkbook.openXlsx(bytes), sheet),
  ]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await outcomeIn(local.page, () => window.localWorkbook.ready, null);
  await local.loadReferenceData();
  const saved = await outcomeIn(local.page, () => window.localWorkbook.saveXlsx(), null);
  const content: WorkbookContent = { ...(await fromXlsx(saved, FUNCTIONS)), activeSheet: 0 };
  checkFigures(content);
  return toXlsx(content, FUNCTIONS);
}
