import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { projectRoot } from './project';
import { WRITTEN_PAGES } from './readme';

runCommand({
  help: `Usage: npm run readme

Writes anew, from the comments of the functions, the table of functions in README.md and the reference in
docs/functions.md.`,
  takes: {},
  main: async () => {
    for (const { file, rewrite } of WRITTEN_PAGES) {
      const page = path.join(projectRoot, file);
      await writeFile(page, rewrite(await readFile(page, 'utf8')));
      report(`${file} tells of the functions as their comments do.`);
    }
    return 0;
  },
});
