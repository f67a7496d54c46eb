import { readFile } from 'node:fs/promises';
import { calculate } from './calculate';
import { print, runCommand, UsageError, UserError } from './command';
import { importFile, importLines, type LoadedFile } from './import-file';
import { filesToLoad, LOAD_HELP, LOAD_OPTIONS } from './load-options';
import { resultJson, resultLines } from './results';
import { withLocalWorkbook } from './session';

runCommand({
  help: `Usage: npm run calc -- [--json] [--load FILE [--sheet NAME] [--map MAPPING] [--answer QUESTION:ANSWER] [--earlier replace|keep] [--keep-quantities]]... [--formulas FILE] [FORMULA...]

Calculates formulas in the local workbook, without a window, with the reference data loaded.
For example: npm run calc -- --load bill.csv '=AISPEND("*","2024-09")'

  FORMULA                  such as '=AISPEND("ByteDance","runrate","USD")', in quotation marks for the shell
  --formulas FILE          takes formulas from a file, one a line; blank lines and lines that start with # are passed over
${LOAD_HELP}
  --json                   prints results as JSON (npm run --silent calc -- --json … prints nothing else)

Ends with code 1 if a file was not loaded; a formula that gives an error is a result.`,
  takes: {
    options: {
      json: { type: 'boolean' },
      formulas: { type: 'string' },
      ...LOAD_OPTIONS,
    },
    allowPositionals: true,
    tokens: true,
  },
  main: async ({ values, positionals, tokens }) => {
    const files = filesToLoad(tokens);
    const fromFile = values.formulas === undefined ? [] : await readFormulas(values.formulas);
    const formulas = [...fromFile, ...positionals].map(withEqualsSign);
    if (formulas.length === 0 && files.length === 0) {
      throw new UsageError('No formula given.');
    }
    const { loaded, results } = await withLocalWorkbook(async (local) => {
      await local.loadReferenceData();
      const loaded: LoadedFile[] = [];
      for (const file of files) {
        loaded.push(await importFile(local, file));
      }
      return { loaded, results: await calculate(local, formulas) };
    });
    if (values.json === true) {
      const json = resultJson(results);
      print(files.length === 0 ? json : `{"imports":${JSON.stringify(loaded, null, 1)},\n"results":${json}}`);
    } else {
      print([...loaded.flatMap(importLines), ...(formulas.length === 0 ? [] : resultLines(results))].join('\n'));
    }
    return loaded.some(({ error }) => error !== null) ? 1 : 0;
  },
});

/** One formula a line; blank lines and lines that start with # are passed over. */
async function readFormulas(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`"${file}" cannot be read (${error.code}).`);
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
