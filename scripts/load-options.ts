/**
 * The options of commands that load bills first.
 */
import { QUESTIONS } from '../src/bills/sums/bill-summary';
import { UsageError } from './command';
import type { FileToLoad } from './import-file';

/** What the options are, for a command's help. */
export const LOAD_HELP = `  --load FILE              imports a bill, or a file of rates, first; of a folder all files as one bill
  --sheet NAME             takes another sheet of a workbook, or table of several files, than the first
  --map MAPPING            says where columns differ from what the import proposes: 'Kosten=amount,"Microsoft"=vendor'
  --answer QUESTION:ANSWER answers a question of the preview, such as dates:day-first, numbers:comma or totals:leave-out;
                           a file whose questions are open is not loaded, and the report says what can be answered
  --earlier replace|keep   what becomes of rows that an earlier file has for the same clients and months
  --keep-quantities        keeps quantities, units, models and teams of the bill, in rows of their own: AIUSAGE and AIBRIDGE need them`;

/** The options, as node's `parseArgs` is told of them. Their order counts: a command that takes them asks for tokens as well. */
export const LOAD_OPTIONS = {
  load: { type: 'string', multiple: true },
  sheet: { type: 'string', multiple: true },
  map: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  earlier: { type: 'string', multiple: true },
  'keep-quantities': { type: 'boolean', multiple: true },
} as const;

/** Each file with what is said of it after its name. */
export function filesToLoad(
  tokens: readonly { readonly kind: string; readonly name?: string; readonly value?: string | undefined }[],
): FileToLoad[] {
  const files: FileToLoad[] = [];
  for (const { name, value = '' } of tokens) {
    if (name === 'load') {
      files.push({ path: value, mapping: [], earlier: null });
    } else if (
      name === 'sheet' ||
      name === 'map' ||
      name === 'answer' ||
      name === 'earlier' ||
      name === 'keep-quantities'
    ) {
      const last = files.pop();
      if (last === undefined) {
        throw new UsageError(`--${name}${value === '' ? '' : ` "${value}"`} stands before any --load.`);
      }
      if (name === 'keep-quantities') {
        files.push({ ...last, keepQuantities: true });
      } else if (name === 'sheet') {
        files.push({ ...last, sheet: value });
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
  const [, option = ''] = /^([a-z]+):[\w-]+$/.exec(value) ?? [];
  if (!(QUESTIONS as readonly string[]).includes(option)) {
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
