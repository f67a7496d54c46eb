import { readFile } from 'node:fs/promises';
import { calculate } from './calculate';
import { print, readArguments, runCommand, UserError } from './command';
import { resultJson, resultLines } from './results';
import { withLocalWorkbook } from './session';

const USAGE = `npm run calc -- [--json] [--formulas FILE] [FORMULA...], for example: npm run calc -- '=AISPEND("ByteDance")'`;

runCommand(async () => {
  const { values, positionals } = readArguments({
    options: { json: { type: 'boolean' }, formulas: { type: 'string' } },
    allowPositionals: true,
  });
  const fromFile = values.formulas === undefined ? [] : await readFormulas(values.formulas);
  const formulas = [...fromFile, ...positionals].map(withEqualsSign);
  if (formulas.length === 0) {
    throw new UserError(`No formula given. Usage: ${USAGE}`);
  }
  const results = await withLocalWorkbook(async (local) => {
    await local.loadReferenceData();
    return calculate(local, formulas);
  });
  print(values.json === true ? resultJson(results) : resultLines(results).join('\n'));
  return 0;
});

/** One formula a line; blank lines and lines that start with # are passed over. */
async function readFormulas(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`"${file}" cannot be read (${error.code}). Usage: ${USAGE}`);
  });
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function withEqualsSign(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}
