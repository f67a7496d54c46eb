import { readFile } from 'node:fs/promises';
import { calculate } from './calculate';
import { print, readArguments, runCommand, UserError } from './command';
import { importFile, importLines, type FileToLoad, type LoadedFile } from './import-file';
import { resultJson, resultLines } from './results';
import { withLocalWorkbook } from './session';

const USAGE = `npm run calc -- [--json] [--load FILE [--map MAPPING] [--earlier replace|keep]]... [--formulas FILE] [FORMULA...], for example: npm run calc -- --load bill.csv '=AISPEND("*","2024-09")'`;

runCommand(async () => {
  const { values, positionals, tokens } = readArguments({
    options: {
      json: { type: 'boolean' },
      formulas: { type: 'string' },
      load: { type: 'string', multiple: true },
      map: { type: 'string', multiple: true },
      earlier: { type: 'string', multiple: true },
    },
    allowPositionals: true,
    tokens: true,
  });
  const files = filesToLoad(tokens);
  const fromFile = values.formulas === undefined ? [] : await readFormulas(values.formulas);
  const formulas = [...fromFile, ...positionals].map(withEqualsSign);
  if (formulas.length === 0 && files.length === 0) {
    throw new UserError(`No formula given. Usage: ${USAGE}`);
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
});

/** Each file with what is said of it after its name. */
function filesToLoad(
  tokens: readonly { readonly kind: string; readonly name?: string; readonly value?: string | undefined }[],
): FileToLoad[] {
  const files: FileToLoad[] = [];
  for (const { name, value = '' } of tokens) {
    if (name === 'load') {
      files.push({ path: value, mapping: [], earlier: null });
    } else if (name === 'map' || name === 'earlier') {
      const last = files.pop();
      if (last === undefined) {
        throw new UserError(`--${name} "${value}" stands before any --load. Usage: ${USAGE}`);
      }
      files.push(
        name === 'map' ? { ...last, mapping: [...last.mapping, value] } : { ...last, earlier: earlierChoice(value) },
      );
    }
  }
  return files;
}

function earlierChoice(value: string): 'replace' | 'keep' {
  if (value !== 'replace' && value !== 'keep') {
    throw new UserError(`--earlier "${value}" is neither replace nor keep. Usage: ${USAGE}`);
  }
  return value;
}

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
