import type { ReadCell, ReadError, ReadValue } from '../src/local/page/automation';

/** What one formula gave: the form in which scripts get it. An error inside a spilled range stands at its place in the range. */
export interface FormulaResult {
  readonly cell: string;
  readonly formula: string;
  /** A number, a text, a boolean, the rows of a spilled range, or null beside an error. */
  readonly value: ReadCell['value'] | NonNullable<ReadCell['spill']>;
  /** As shown in the cell. */
  readonly text: string;
  readonly error: ReadError | null;
  /** As shown in the cells of a spilled range, if that was asked for. */
  readonly spilledTexts?: readonly (readonly string[])[];
}

/**
 * @param cell where the formula stands
 * @param formula as it was entered
 * @param spilledTexts what the cells of its range show
 */
export function resultOf(
  cell: string,
  formula: string,
  reading: ReadCell,
  spilledTexts?: readonly (readonly string[])[],
): FormulaResult {
  const { error, spill, text } = reading;
  return spill === null
    ? { cell, formula, value: error === null ? reading.value : null, text, error }
    : { cell, formula, value: spill, text, error: null, ...(spilledTexts && { spilledTexts }) };
}

/** For scripts: JSON, one formula a line. */
export function resultJson(results: readonly FormulaResult[]): string {
  const lines = results.map(({ spilledTexts: _, ...result }) => JSON.stringify(result));
  return `[\n${lines.join(',\n')}\n]`;
}

/** For people: one line a formula, errors with their message, spilled ranges row by row below. */
export function resultLines(results: readonly FormulaResult[]): string[] {
  const cells = columnWidth(
    'Cell',
    results.map((it) => it.cell),
  );
  const formulas = columnWidth(
    'Formula',
    results.map((it) => it.formula),
  );
  const line = (cell: string, formula: string, shown: string): string =>
    `${cell.padEnd(cells)}  ${formula.padEnd(formulas)}  ${shown}`;
  return [
    line('Cell', 'Formula', 'Shown'),
    line('-'.repeat(cells), '-'.repeat(formulas), '-----'),
    ...results.flatMap((it) => [
      line(it.cell, it.formula, shown(it)),
      ...spilledRows(it).map((row) => line('', '', row)),
    ]),
  ];
}

function columnWidth(heading: string, texts: readonly string[]): number {
  return Math.max(heading.length, ...texts.map((text) => text.length));
}

function shown({ text, error }: FormulaResult): string {
  return error === null || error.message === '' ? text : `${text}  ${error.message}`;
}

function spilledRows({ value, spilledTexts }: FormulaResult): string[] {
  return Array.isArray(value)
    ? value.map((row: readonly ReadValue[], down) =>
        row.map((cell, across) => plain(cell, spilledTexts?.[down]?.[across])).join(' | '),
      )
    : [];
}

/** A number with all its digits; but the serial number of a date, which tells a person nothing, as the cell shows it. */
function plain(value: ReadValue, text = ''): string {
  if (typeof value === 'number' && /^\d{4}-\d{2}/.test(text)) {
    return text;
  }
  return typeof value === 'object' ? (value?.code ?? '') : String(value);
}
