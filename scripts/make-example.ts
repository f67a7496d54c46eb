import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { exampleWorkbook } from './example-workbook';
import { EXAMPLE_FILE, projectRoot } from './project';
import { withLocalWorkbook } from './session';

runCommand({
  help: `Usage: npm run example

Writes ${EXAMPLE_FILE} anew: made-up bills, budgets and a report on them, by the present functions. It is what
npm start opens, and what the pane's first view offers.`,
  takes: {},
  main: async () => {
    const bytes = await withLocalWorkbook(exampleWorkbook);
    await writeFile(path.join(projectRoot, EXAMPLE_FILE), bytes);
    report(`${EXAMPLE_FILE}: ${Math.ceil(bytes.length / 1024)} kB, with a made-up ledger and our functions at work.`);
    return 0;
  },
});
