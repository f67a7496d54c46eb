import type { Area } from '../../../../src/formats/xlsx/address';
import type { CellValue } from '../../../../src/local/values/cell-value';
import {
  PLAIN_SHEET,
  PLAIN_STYLE,
  type CellContent,
  type CellStyle,
  type SheetContent,
  type WorkbookContent,
} from '../../../../src/local/values/content';

import { combination, REPORT_PAGE } from './chart-contents';

/** The functions of an add-in, as far as files care. */
export const FUNCTIONS = ['AISPEND', 'AITREND', 'CONTOSO.ADD'];

export function area(row: number, column: number, rowCount = 1, columnCount = 1): Area {
  return { row, column, rowCount, columnCount };
}

export function cell(
  row: number,
  column: number,
  value: CellValue,
  more: Partial<Omit<CellContent, 'style'>> & { style?: Partial<CellStyle> } = {},
): CellContent {
  return { row, column, value, formula: '', spill: null, ...more, style: { ...PLAIN_STYLE, ...more.style } };
}

export function sheet(name: string, cells: readonly CellContent[], more: Partial<SheetContent> = {}): SheetContent {
  return { ...PLAIN_SHEET, name, cells, ...more };
}

export function workbook(sheets: readonly SheetContent[], more: Partial<WorkbookContent> = {}): WorkbookContent {
  return { sheets, activeSheet: 0, names: [], ...more };
}

/** One of everything. */
export const EVERYTHING: WorkbookContent = workbook(
  [
    sheet(
      'Spend & "share"',
      [
        cell(0, 0, 'Spend <2024>', { style: { bold: true, size: 14, color: '#0F6C5C' } }),
        cell(0, 1, 20_000_000, {
          formula: '=AISPEND("ByteDance")',
          style: { numberFormat: '#,##0.00 [$EUR]', isFormatOfResult: true },
        }),
        cell(1, 0, 0.1),
        cell(1, 1, -1.5e-300),
        cell(1, 2, true),
        cell(1, 3, { error: '#N/A' }),
        cell(1, 4, '#N/A'),
        cell(1, 5, '007'),
        cell(2, 0, 45_597, { style: { numberFormat: 'yyyy-mm' } }),
        cell(2, 1, 0.15, { style: { numberFormat: '0.0%', fill: '#E8F3F1', italic: true } }),
        cell(2, 2, 'two\nlines', { style: { wrap: true, vertical: 'top', horizontal: 'right' } }),
        cell(3, 0, 'Month', { formula: '=AITREND("ByteDance")', spill: area(3, 0, 2, 2) }),
        cell(3, 1, 'Spend'),
        cell(4, 0, 45_597),
        cell(4, 1, 20_000_000, { style: { numberFormat: '#,##0.00 [$EUR]', isFormatOfResult: true } }),
        cell(5, 0, 20_000_000, { formula: '=SUM(Rates[Rate])' }),
        cell(5, 1, 'yes', { formula: '=IF(A2>0,"yes","AISPEND(1)")' }),
        cell(5, 2, { error: '#DIV/0!' }, { formula: '=1/0' }),
        cell(5, 3, '', { formula: '=""' }),
        cell(5, 4, false, { formula: '=XOR(TRUE,TRUE)' }),
        cell(6, 0, null, { style: { fill: '#FFFF00' } }),
      ],
      {
        columnWidths: [
          [0, 190],
          [2, 62],
        ],
        rowHeights: [[0, 34]],
        frozenRows: 1,
        merges: [area(7, 0, 1, 3)],
        tabColor: '#0F6C5C',
        showsGridlines: false,
      },
    ),
    sheet(
      'Rates',
      [
        cell(0, 0, 'Month'),
        cell(0, 1, 'Rate'),
        cell(1, 0, 45_597, { style: { numberFormat: 'yyyy-mm' } }),
        cell(1, 1, 1.063014, { style: { numberFormat: '0.000000' } }),
      ],
      { visibility: 'Hidden', tables: [{ name: 'Rates', area: area(0, 0, 2, 2), style: 'TableStyleLight1' }] },
    ),
    sheet('Deep', [], { visibility: 'VeryHidden' }),
    sheet('Last', [cell(0, 0, 1)], {
      frozenColumns: 2,
      frozenRows: 3,
      charts: [combination('Spend & "share"')],
      page: REPORT_PAGE,
    }),
  ],
  {
    activeSheet: 3,
    names: [
      { name: 'AIFiscalYearStart', formula: '=Last!$A$1', comment: 'first month' },
      { name: 'Total', formula: '=AISPEND("*")', comment: '' },
    ],
  },
);
