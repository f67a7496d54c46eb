import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { EXAMPLE_FILE, exampleWorkbook } from './example-workbook';
import { projectRoot } from './project';
import { withLocalWorkbook } from './session';

runCommand({
  help: `Usage: npm run example

Writes ${EXAMPLE_FILE} anew, with the present functions and the reference data of this version: the file that
the pane's first view offers.`,
  takes: {},
  main: async () => {
    const bytes = await withLocalWorkbook(exampleWorkbook);
    await writeFile(path.join(projectRoot, EXAMPLE_FILE), bytes);
    report(`${EXAMPLE_FILE}: ${Math.ceil(bytes.length / 1024)} kB, with the reference data and our functions at work.`);
    return 0;
  },
});
