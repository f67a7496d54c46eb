import fs from 'node:fs';
import path from 'node:path';
import { toDouble } from '../../src/domain/money/decimal';
import { Problem } from '../../src/domain/messages/problem';
import { CellError } from '../../src/functions/call/cell-input';
import type { CellOutput } from '../../src/functions/call/cell-output';
import { declarationOf, fetchLateCode } from '../../src/functions/explain/outside-cells';
import { evaluate } from '../../src/functions/call/evaluate';
import { parseCall } from './formula-call';
import { bookOfFile, type WorkbookFile } from './workbook-file';

/*
 * Each folder under formulas/ is a case: workbook.json holds the tables, cases.txt the formulas, each followed by a
 * line with what it must give. UPDATE_GOLDEN=1 writes what they give now; read the difference before you keep it.
 */
const CASES = path.join(__dirname, 'formulas');
const UPDATING = process.env.UPDATE_GOLDEN === '1';

describe.each(fs.readdirSync(CASES))('formulas over the workbook "%s"', (name) => {
  const folder = path.join(CASES, name);
  const file = path.join(folder, 'cases.txt');
  const book = bookOfFile(JSON.parse(fs.readFileSync(path.join(folder, 'workbook.json'), 'utf8')) as WorkbookFile);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const formulas = lines.flatMap((line, index) =>
    line.startsWith('=') ? [{ formula: line, expected: lines[index + 1], index }] : [],
  );

  beforeAll(async () => {
    await fetchLateCode();
    if (UPDATING) {
      const given = new Map(formulas.map(({ formula, index }) => [index, `${formula}\n${shown(give(formula))}`]));
      const kept = lines.flatMap((line, index) =>
        /^ {2}/.test(line) && index !== lines.length - 1 ? [] : [given.get(index) ?? line],
      );
      fs.writeFileSync(file, kept.join('\n'));
    }
  });

  test.each(formulas)('$formula', ({ formula, expected }) => {
    const given = shown(give(formula));
    expect(given).toBe(UPDATING ? given : expected);
  });

  function give(formula: string): CellOutput[][] {
    const call = parseCall(formula);
    return evaluate(declarationOf(call.name), call.args, book);
  }
});

/** One line, indented: the value with its number format, or the error with its message; a spill as an array of them. */
function shown(outputs: CellOutput[][]): string {
  const rows = outputs.map((row) => row.map(cell).join(' | '));
  return `  ${rows.length === 1 && outputs[0]?.length === 1 ? rows[0] : `{ ${rows.join(' ; ')} }`}`;
}

function cell(output: CellOutput): string {
  if (output instanceof Problem) {
    return `${output.code} ${output.message}`;
  }
  if (output instanceof CellError) {
    return `${output.code} passed on`;
  }
  if (typeof output === 'string') {
    return JSON.stringify(output);
  }
  return `${toDouble(output.value)}  ${output.format}`;
}
