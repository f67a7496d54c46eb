import { FAMILY } from '../src/functions/family/family';
import { readFunctionDocs } from './function-docs';
import { fileOfFunction } from './function-files';
import { functionReference } from './function-reference';
import { functionTable } from './function-table';

const START = '<!-- functions: written by `npm run readme` from the comments in src/functions -->';
const END = '<!-- end of functions -->';

/** A page with a part that is written from the comments of the functions. */
export interface WrittenPage {
  /** From the root. */
  readonly file: string;
  /** The page with its part written anew. */
  rewrite(page: string): string;
}

/** The pages that tell of the functions, in the order of the family. */
export const WRITTEN_PAGES: readonly WrittenPage[] = [
  { file: 'README.md', rewrite: (page) => withPart(page, functionTable(familyDocs())) },
  { file: 'docs/functions.md', rewrite: (page) => withPart(page, functionReference(familyDocs())) },
];

function familyDocs(): ReturnType<typeof readFunctionDocs> {
  return readFunctionDocs(FAMILY.map(({ name }) => fileOfFunction(name)));
}

function withPart(page: string, part: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) {
    throw new Error(`The page needs the lines "${START}" and "${END}".`);
  }
  return `${page.slice(0, start + START.length)}\n\n${part}\n\n${page.slice(end)}`;
}
