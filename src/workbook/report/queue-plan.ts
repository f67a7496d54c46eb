import { cellArea, formatArea, type Area } from '../../formats/xlsx/address';
import type { HostAbilities } from './host-abilities';
import type { Look, PlannedCell, SheetPlan } from './sheet-plan';

/** Excel's own cell styles, which follow the workbook's theme. */
const STYLES: Readonly<Partial<Record<Look, Excel.BuiltInStyle>>> = {
  title: 'SheetTitle' as Excel.BuiltInStyle,
  finding: 'Heading1' as Excel.BuiltInStyle,
  heading: 'Heading2' as Excel.BuiltInStyle,
  header: 'Heading3' as Excel.BuiltInStyle,
  total: 'Total' as Excel.BuiltInStyle,
  input: 'Input' as Excel.BuiltInStyle,
};

/** Queues all cells of a plan: looks, formats, then contents, in an area that is empty. */
export function queueCells(sheet: Excel.Worksheet, plan: SheetPlan, host: HostAbilities): void {
  const rangeOf = (area: Area): Excel.Range => sheet.getRange(formatArea(area));
  for (const { area, look } of plan.looks) {
    queueLook(rangeOf(area), look, host);
  }
  for (const { area, format, onlyWithoutTypes } of plan.formats) {
    if (!onlyWithoutTypes || !host.hasDataTypes) {
      rangeOf(area).numberFormat = [[format]];
    }
  }
  for (const cell of plan.cells) {
    queueCell(rangeOf, cell, host);
  }
}

/** Of the title and of the line below it, in points: they are set larger than the rows of a new sheet are high. */
const TITLE_HEIGHTS = [30, 27] as const;

/** Left and right on paper, in points: half an inch, so that the print is large enough to read. */
const SIDE_MARGIN = 36;

/** Queues what a new sheet has beside its cells; afterwards it is the user's to change. */
export function queueSheetLook(sheet: Excel.Worksheet, plan: SheetPlan, host: HostAbilities): void {
  plan.widths.forEach((width, column) => {
    sheet.getRange(formatArea(cellArea(0, plan.column + column))).format.columnWidth = width;
  });
  TITLE_HEIGHTS.forEach((height, row) => {
    sheet.getRange(formatArea(cellArea(plan.row + row, plan.column))).format.rowHeight = height;
  });
  if (host.has('1.8')) {
    sheet.showGridlines = false;
  }
  if (host.has('1.9')) {
    const layout = sheet.pageLayout;
    layout.orientation = 'Portrait';
    layout.zoom = { horizontalFitToPages: 1 };
    layout.centerHorizontally = true;
    layout.leftMargin = SIDE_MARGIN;
    layout.rightMargin = SIDE_MARGIN;
    layout.headersFooters.defaultForAllPages.leftFooter = '&A';
    layout.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
  }
}

/** Queues what of the sheet is printed, and what stands at the top of each page. */
export function queuePrintArea(sheet: Excel.Worksheet, plan: SheetPlan, host: HostAbilities): void {
  if (!host.has('1.9')) {
    return;
  }
  const { row, column, rows, printedColumns, headRows } = plan;
  sheet.pageLayout.setPrintArea(formatArea({ row, column, rowCount: rows, columnCount: printedColumns }));
  sheet.pageLayout.setPrintTitleRows(`$${row + 1}:$${row + headRows}`);
}

function queueCell(
  rangeOf: (area: Area) => Excel.Range,
  { row, column, rows, columns, content, isText, format, formatWithoutTypes }: PlannedCell,
  host: HostAbilities,
): void {
  const wanted = isText ? '@' : (format ?? (host.hasDataTypes ? null : formatWithoutTypes));
  if (wanted !== null) {
    rangeOf({ row, column, rowCount: rows, columnCount: columns }).numberFormat = [[wanted]];
  }
  const cell = rangeOf(cellArea(row, column));
  if (isText) {
    cell.values = [[content]];
  } else {
    cell.formulas = [[content]];
  }
}

function queueLook(range: Excel.Range, look: Look, host: HostAbilities): void {
  const style = STYLES[look];
  if (style !== undefined && host.has('1.7')) {
    range.style = style;
  } else if (style !== undefined && look !== 'input') {
    range.format.font.bold = true;
  }
  if (look === 'note' || look === 'quiet') {
    // Dark enough on white, and still behind the figures.
    range.format.font.color = '#595959';
  }
  if (look === 'header') {
    // The first head stands left, over names; the others right, over figures.
    range.format.horizontalAlignment = 'Right';
    range.getCell(0, 0).format.horizontalAlignment = 'Left';
  }
  if (look === 'label') {
    range.format.horizontalAlignment = 'Left';
  }
  if (look === 'figure') {
    range.format.horizontalAlignment = 'Right';
  }
}
