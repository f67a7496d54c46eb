import { FAMILY } from '../src/functions/family/family';
import { readFunctionDocs } from './function-docs';
import { fileOfFunction } from './function-files';
import { functionReference } from './function-reference';

const START = '<!-- functions: written by `npm run readme` from the comments in src/functions -->';
const END = '<!-- end of functions -->';

/** The README with its function reference made from the comments of the functions, in the order of the family. */
export function withReference(readme: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) {
    throw new Error(`README.md needs the lines "${START}" and "${END}".`);
  }
  const files = FAMILY.map(({ name }) => fileOfFunction(name));
  const reference = functionReference(readFunctionDocs(files));
  return `${readme.slice(0, start + START.length)}\n\n${reference}\n\n${readme.slice(end)}`;
}
