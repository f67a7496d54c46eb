import { addinFunctionName } from '../../formats/formula/stored-names';

/** The functions of this add-in, by name. Only their declarations know them, in a room above this one, which hands them down. */
let names: ReadonlySet<string> = new Set();
let anyName: RegExp | null = null;

/** Says, once and before any formula is looked at, which functions are ours. */
export function nameOurFunctions(functions: readonly string[]): void {
  names = new Set(functions);
  anyName = new RegExp(functions.join('|'), 'i');
}

/** Whether the name of one of our functions stands anywhere in a text: a quick look before a formula is read. */
export function hasOurName(text: string): boolean {
  if (anyName === null) {
    throw new Error('Nothing has said which functions are ours: call nameOurFunctions first.');
  }
  return anyName.test(text);
}

/** Which of our functions a name in a formula stands for, as cells show it or as Excel stores it (`_xldudf_AISPEND`). */
export function ourFunction(name: string): string | null {
  return ours(addinFunctionName(name) ?? name);
}

function ours(name: string): string | null {
  const upper = name.toUpperCase();
  return names.has(upper) ? upper : null;
}
