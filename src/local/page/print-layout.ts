/**
 * How a sheet falls on pages, as Excel lays it out: its print area, fitted or scaled, cut between lines, with its repeated rows and
 * columns on each page.
 */
import type { Area } from '../../formats/xlsx/address';
import type { PrintedSheet } from '../grid/printed-sheet';
import { PX_PER_POINT } from '../values/sizes';
import { PAPER_SIZES, type HeaderFooterContent, type PageSetup } from '../values/page-setup';

/** Sizes on the page, in pixels at 96 to the inch. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** A piece of the sheet on a page. */
export interface PagePiece {
  readonly area: Area;
  /** From the corner of what may be printed on, at full size. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One page. */
export interface PrintedPage {
  /** The repeated corner, columns and rows where there are any, and the piece itself, which comes last. */
  readonly pieces: readonly PagePiece[];
}

/** All pages of a sheet. */
export interface PageLayout {
  readonly paper: PaperSize;
  readonly scale: number;
  readonly pages: readonly PrintedPage[];
}

const MM_PER_INCH = 25.4;
const PX_PER_INCH = 96;
const LEAST_SCALE = 0.1;
/** Excel's own, if nothing is said. */
const USUAL_PAPER = 'Letter';

/** The paper, as it lies. */
export function paperOf({ paper = USUAL_PAPER, isLandscape }: PageSetup): PaperSize {
  const [, , width = 0, height = 0] = PAPER_SIZES.find(([name]) => name === paper) ?? [];
  const [across, down] = isLandscape ? [height, width] : [width, height];
  const px = (mm: number): number => (mm / MM_PER_INCH) * PX_PER_INCH;
  return { width: px(across), height: px(down) };
}

/** A run of lines: its first and how many, and how long it is. */
interface Run {
  readonly first: number;
  readonly count: number;
  readonly size: number;
}

function runOf(first: number, count: number, size: (line: number) => number): Run {
  let all = 0;
  for (let line = first; line < first + count; line += 1) {
    all += size(line);
  }
  return { first, count, size: all };
}

/** What is to stay on one page where it fits on one: Excel cuts charts in two. */
type Kept = readonly { readonly first: number; readonly last: number }[];

/** Where to cut instead of before a line that would be the first of the next page. */
function cutBefore(line: number, first: number, kept: Kept): number {
  const inTheWay = kept.filter((each) => each.first < line && each.last >= line && each.first > first);
  const next = Math.min(line, ...inTheWay.map((each) => each.first));
  return next === line ? line : cutBefore(next, first, kept);
}

/** Cuts lines into runs that fit; a line that is longer than a page has one of its own. */
function cut(lines: Run, room: (first: number) => number, size: (line: number) => number, kept: Kept): Run[] {
  const runs: Run[] = [];
  let first = lines.first;
  let length = 0;
  for (let line = lines.first; line < lines.first + lines.count; line += 1) {
    const own = size(line);
    // Sizes are multiplied on their way here: a hair is no reason for another page.
    if (line > first && length + own > room(first) + 0.01) {
      const next = cutBefore(line, first, kept);
      runs.push(runOf(first, next - first, size));
      first = next;
      length = runOf(next, line - next, size).size;
    }
    length += own;
  }
  runs.push({ first, count: lines.first + lines.count - first, size: length });
  return runs;
}

/** The repeated lines on the page that begins with a line: those before it. */
function repeatedBefore(
  lines: PageSetup['titleRows'],
  first: number,
  area: Run,
  size: (line: number) => number,
): Run | null {
  if (!lines || first <= area.first || lines.first >= first) {
    return null;
  }
  return runOf(lines.first, Math.min(lines.count, first - lines.first), size);
}

function scaleOf(page: PageSetup, columns: Run, rows: Run, room: PaperSize): number {
  const { pagesWide, pagesTall, scale } = page;
  if (pagesWide === undefined && pagesTall === undefined) {
    return (scale ?? 100) / 100;
  }
  const across = pagesWide === undefined ? 1 : (room.width * pagesWide) / columns.size;
  const down = pagesTall === undefined ? 1 : (room.height * pagesTall) / rows.size;
  return Math.max(LEAST_SCALE, Math.min(1, across, down));
}

/** Lays a sheet out; one blank page where it is empty. */
export function layOut(sheet: PrintedSheet): PageLayout {
  const { page, used } = sheet;
  const paper = paperOf(page);
  const { left, right, top, bottom } = page.margins;
  const room = {
    width: Math.max(1, paper.width - (left + right) * PX_PER_POINT),
    height: Math.max(1, paper.height - (top + bottom) * PX_PER_POINT),
  };
  const areas = page.areas.length > 0 ? page.areas : used ? [used] : [];
  const wholes = areas.map((area) => ({
    columns: runOf(area.column, area.columnCount, (column) => sheet.columnWidth(column)),
    rows: runOf(area.row, area.rowCount, (row) => sheet.rowHeight(row)),
  }));
  const scale = Math.min(...wholes.map(({ columns, rows }) => scaleOf(page, columns, rows, room)), 4);
  const pages = wholes.flatMap(({ columns, rows }) => pagesOf(sheet, columns, rows, room, scale));
  return { paper, scale: areas.length === 0 ? 1 : scale, pages: pages.length === 0 ? [{ pieces: [] }] : pages };
}

/** Down, then over. */
function pagesOf(sheet: PrintedSheet, columns: Run, rows: Run, room: PaperSize, scale: number): PrintedPage[] {
  const { titleRows, titleColumns } = sheet.page;
  const width = (column: number): number => sheet.columnWidth(column);
  const height = (row: number): number => sheet.rowHeight(row);
  const repeatedRows = (first: number): Run | null => repeatedBefore(titleRows, first, rows, height);
  const repeatedColumns = (first: number): Run | null => repeatedBefore(titleColumns, first, columns, width);
  const across = cut(columns, (first) => room.width / scale - (repeatedColumns(first)?.size ?? 0), width, []);
  const kept = sheet.charts.map(({ chart: { content } }) => ({ first: content.from.row, last: content.to.row }));
  const down = cut(rows, (first) => room.height / scale - (repeatedRows(first)?.size ?? 0), height, kept);
  return across.flatMap((own) =>
    down.map((lines) => ({ pieces: piecesOf(own, lines, repeatedColumns(own.first), repeatedRows(lines.first)) })),
  );
}

function piecesOf(columns: Run, rows: Run, titleColumns: Run | null, titleRows: Run | null): PagePiece[] {
  const left = titleColumns?.size ?? 0;
  const top = titleRows?.size ?? 0;
  const piece = (across: Run | null, down: Run | null, x: number, y: number): PagePiece[] =>
    across && down
      ? [
          {
            area: { row: down.first, column: across.first, rowCount: down.count, columnCount: across.count },
            left: x,
            top: y,
            width: across.size,
            height: down.size,
          },
        ]
      : [];
  return [
    ...piece(titleColumns, titleRows, 0, 0),
    ...piece(columns, titleRows, left, 0),
    ...piece(titleColumns, rows, 0, top),
    ...piece(columns, rows, left, top),
  ];
}

/** Which headers and footers a page has, counted from 0. */
export function headersOf({ usual, firstPage, evenPages }: PageSetup, index: number): HeaderFooterContent {
  return (index === 0 ? firstPage : index % 2 === 1 ? evenPages : undefined) ?? usual;
}

/** What a header or footer says on a page: Excel's codes with what they stand for. Codes of fonts are left out. */
export function headerText(
  text: string,
  {
    page,
    pages,
    sheet,
    now,
  }: { readonly page: number; readonly pages: number; readonly sheet: string; readonly now: Date },
): string {
  const codes: Readonly<Record<string, string>> = {
    P: String(page),
    N: String(pages),
    A: sheet,
    D: new Intl.DateTimeFormat(undefined, { dateStyle: 'short' }).format(now),
    T: new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(now),
    F: 'Workbook',
    Z: '',
    '&': '&',
  };
  return text.replaceAll(/&(?:"[^"]*"|K[\dA-F]{6}|\d{1,3}|[A-Z&])/g, (code) => codes[code.slice(1)] ?? '');
}
