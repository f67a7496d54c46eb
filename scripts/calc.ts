import { readFile } from 'node:fs/promises';
import { calculate } from './calculate';
import { print, runCommand, UsageError, UserError } from './command';
import { importFile, importLines, type FileToLoad, type LoadedFile } from './import-file';
import { resultJson, resultLines } from './results';
import { withLocalWorkbook } from './session';

runCommand({
  help: `Usage: npm run calc -- [--json] [--load FILE [--map MAPPING] [--answer QUESTION:ANSWER] [--earlier replace|keep] [--keep-quantities]]... [--formulas FILE] [FORMULA...]

Calculates formulas in the local workbook, without a window, with the reference data loaded.
For example: npm run calc -- --load bill.csv '=AISPEND("*","2024-09")'

  FORMULA                  such as '=AISPEND("ByteDance","runrate","USD")', in quotation marks for the shell
  --formulas FILE          takes formulas from a file, one a line; blank lines and lines that start with # are passed over
  --load FILE              imports a bill, or a file of rates, before the formulas are calculated; of a folder all files as one bill
  --map MAPPING            says where columns differ from what the import proposes: 'Kosten=amount,"Microsoft"=vendor'
  --answer QUESTION:ANSWER answers a question of the preview, such as dates:day-first, numbers:comma or totals:leave-out;
                           a file whose questions are open is not loaded, and the report says what can be answered
  --earlier replace|keep   what becomes of rows that an earlier file has for the same clients and months
  --keep-quantities        keeps quantities, units, models and teams of the bill, in rows of their own: AIUSAGE and AIBRIDGE need them
  --json                   prints results as JSON (npm run --silent calc -- --json … prints nothing else)

Ends with code 1 if a file was not loaded; a formula that gives an error is a result.`,
  takes: {
    options: {
      json: { type: 'boolean' },
      formulas: { type: 'string' },
      load: { type: 'string', multiple: true },
      map: { type: 'string', multiple: true },
      answer: { type: 'string', multiple: true },
      earlier: { type: 'string', multiple: true },
      'keep-quantities': { type: 'boolean', multiple: true },
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

/** Each file with what is said of it after its name. */
function filesToLoad(
  tokens: readonly { readonly kind: string; readonly name?: string; readonly value?: string | undefined }[],
): FileToLoad[] {
  const files: FileToLoad[] = [];
  for (const { name, value = '' } of tokens) {
    if (name === 'load') {
      files.push({ path: value, mapping: [], earlier: null });
    } else if (name === 'map' || name === 'answer' || name === 'earlier' || name === 'keep-quantities') {
      const last = files.pop();
      if (last === undefined) {
        throw new UsageError(`--${name}${value === '' ? '' : ` "${value}"`} stands before any --load.`);
      }
      if (name === 'keep-quantities') {
        files.push({ ...last, keepQuantities: true });
      } else if (name === 'earlier') {
        files.push({ ...last, earlier: earlierChoice(value) });
      } else {
        files.push({ ...last, mapping: [...last.mapping, name === 'map' ? value : answerText(value)] });
      }
    }
  }
  return files;
}

/** An answer stands in a mapping as the option of the same name. */
function answerText(value: string): string {
  if (!/^(?:numbers|dates|fiscal|sides|totals|months|netting|blanks|complete|vendor):[\w-]+$/.test(value)) {
    throw new UsageError(`--answer "${value}" is not a question and its answer, such as dates:day-first.`);
  }
  return value;
}

function earlierChoice(value: string): 'replace' | 'keep' {
  if (value !== 'replace' && value !== 'keep') {
    throw new UsageError(`--earlier "${value}" is neither replace nor keep.`);
  }
  return value;
}

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
