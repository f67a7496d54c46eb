import fs from 'node:fs';
import path from 'node:path';
import { toDouble } from '../../src/domain/money/decimal';
import { Problem } from '../../src/domain/messages/problem';
import { CellError } from '../../src/functions/cell-input';
import type { CellOutput } from '../../src/functions/cell-output';
import { FAMILY } from '../../src/functions/family';
import { evaluate } from '../../src/functions/evaluate';
import { parseCall } from './formula-call';
import { bookOfFile, type WorkbookFile } from './workbook-file';

/*
 * Each folder under formulas/ is a case: workbook.json holds the tables, cases.txt the formulas, each followed by a
 * line with what it must give. UPDATE_GOLDEN=1 writes what they give now; read the difference before you keep it.
 */
const CASES = path.join(__dirname, 'formulas');
const UPDATING = process.env.UPDATE_GOLDEN === '1';
const FUNCTIONS = new Map(FAMILY.map((declaration) => [declaration.name, declaration]));

describe.each(fs.readdirSync(CASES))('formulas over the workbook "%s"', (name) => {
  const folder = path.join(CASES, name);
  const file = path.join(folder, 'cases.txt');
  const book = bookOfFile(JSON.parse(fs.readFileSync(path.join(folder, 'workbook.json'), 'utf8')) as WorkbookFile);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const formulas = lines.flatMap((line, index) => (line.startsWith('=') ? [{ formula: line, expected: lines[index + 1], index }] : []));

  if (UPDATING) {
    const given = new Map(formulas.map(({ formula, index }) => [index, `${formula}\n${shown(give(formula))}`]));
    const kept = lines.filter((line, index) => !/^ {2}/.test(line) || index === lines.length - 1);
    let at = -1;
    const positions = formulas.map(({ index }) => index);
    fs.writeFileSync(file, kept.map((line) => (line.startsWith('=') ? given.get(positions[(at += 1)] ?? -1) : line)).join('\n'));
  }

  test.each(formulas)('$formula', ({ formula, expected }) => {
    const given = shown(give(formula));
    expect(given).toBe(UPDATING ? given : expected);
  });

  function give(formula: string): CellOutput[][] {
    const call = parseCall(formula);
    const declaration = FUNCTIONS.get(call.name);
    if (declaration === undefined) {throw new Error(`No function ${call.name}`);}
    return evaluate(declaration, call.args, book);
  }
});

/** One line, indented: the value with its number format, or the error with its message; a spill as an array of them. */
function shown(outputs: CellOutput[][]): string {
  const rows = outputs.map((row) => row.map(cell).join(' | '));
  return `  ${rows.length === 1 && outputs[0]?.length === 1 ? rows[0] : `{ ${rows.join(' ; ')} }`}`;
}

function cell(output: CellOutput): string {
  if (output instanceof Problem) {return `${output.code} ${output.message}`;}
  if (output instanceof CellError) {return `${output.code} passed on`;}
  if (typeof output === 'string') {return JSON.stringify(output);}
  return `${toDouble(output.value)}  ${output.format}`;
}
