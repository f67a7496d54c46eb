import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { projectRoot } from './project';
import { withReference } from './readme';

/** Writes the README's function reference anew, from the comments of the functions. */
runCommand(async () => {
  const file = path.join(projectRoot, 'README.md');
  await writeFile(file, withReference(await readFile(file, 'utf8')));
  report('README.md has the function reference of the present comments.');
  return 0;
});
