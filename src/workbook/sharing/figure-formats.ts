import { figureRange, type Figure } from './figures';

/**
 * Queues the reading of how figures are shown. A format that came with a function's result is told by the value, where
 * the host tells values with their formats, and by the cell elsewhere.
 */
export function readFormats(sheet: Excel.Worksheet, figures: readonly Figure[]): Excel.Range[] {
  const asked = tellsFormats() ? 'numberFormat,valuesAsJson' : 'numberFormat';
  return figures.map((figure) => figureRange(sheet, figure).load(asked));
}

/** The number formats with which values in the place of the formulas look as these did. */
export function formatsOf(range: Excel.Range): string[][] {
  const formats = range.numberFormat as string[][];
  return tellsFormats()
    ? formats.map((row, down) => row.map((format, across) => formatOf(format, range.valuesAsJson[down]?.[across])))
    : formats;
}

/** The cell's own format counts; the value's where the cell has none. */
export function formatOf(format: string, value: Excel.CellValue | undefined): string {
  const brought = value && 'numberFormat' in value && typeof value.numberFormat === 'string' ? value.numberFormat : '';
  return format === 'General' && brought !== '' ? brought : format;
}

function tellsFormats(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.16');
}
