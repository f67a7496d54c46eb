import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../scripts/project';
import { evaluate } from '../src/functions/call/evaluate';
import { shownAs } from '../src/functions/explain/cell-text';
import { declarationOf, fetchLateCode } from '../src/functions/explain/outside-cells';
import type { InitialSheets } from '../src/local/grid/initial-workbook';
import { parseCall } from './golden/formula-call';
import { bookOfFile, type WorkbookFile } from './golden/workbook-file';

/*
 * The first sheet that a newcomer sees: each formula beside what to expect of it once the reference data is loaded.
 */
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')) as T;

const { sheets } = read<InitialSheets>('assets/tour.json');
const { cells, columnWidths } = sheets[0]!;
const book = bookOfFile(read<WorkbookFile>('test/golden/formulas/reference-data/workbook.json'));
const rows = Object.entries(cells).flatMap(([address, { f }]) =>
  f === undefined
    ? []
    : [{ formula: f, beside: cells[`B${address.slice(1)}`]?.v, told: String(cells[`C${address.slice(1)}`]?.v) }],
);

beforeAll(fetchLateCode);

it('the Tour has formulas', () => {
  expect(rows.length).toBeGreaterThan(10);
});

it.each(rows)('$formula shows what the Tour says, and stands beside it as it is', ({ formula, beside, told }) => {
  const { name, args } = parseCall(formula);
  const [output] = evaluate(declarationOf(name), args, book).flat();
  expect(output === undefined ? '' : shownAs(output)).toBe(told.slice(0, told.indexOf(': ')));
  expect(beside).toBe(formula);
});

it('the first formula that it asks for shows what it says', () => {
  const step = String(cells['A6']?.v);
  const [, formula = '', shown] = /type (=.*\)) and press Enter\. It shows (.*)\.$/.exec(step) ?? [];
  const { name, args } = parseCall(formula);
  const [output] = evaluate(declarationOf(name), args, book).flat();
  expect(output === undefined ? '' : shownAs(output)).toBe(shown);
});

it('the column of answers has room for each of them, at nine pixels a letter', () => {
  const longest = Math.max(...rows.map(({ told }) => told.indexOf(': ')));
  expect(columnWidths?.['A']).toBeGreaterThan(longest * 9);
});
