import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { projectRoot } from './project';
import { withLocalWorkbook } from './session';

const SIZE = { width: 1360, height: 760 };

/** Takes the README's picture anew: the tour of the local workbook with the reference data loaded. */
runCommand(async () => {
  const folder = path.join(projectRoot, 'docs');
  await mkdir(folder, { recursive: true });
  await withLocalWorkbook(async (local) => {
    await local.page.setViewportSize(SIZE);
    await local.loadReferenceData();
    await local.showSheet('Tour');
    await local.page.screenshot({ path: path.join(folder, 'local-workbook.png') });
  });
  report('docs/local-workbook.png is new.');
  return 0;
});
