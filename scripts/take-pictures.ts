import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { projectRoot } from './project';
import { withLocalWorkbook } from './session';

const SIZE = { width: 1360, height: 760 };

/** The tour's formula whose explanation has a conversion to show. */
const EXPLAINED = { sheet: 'Tour', address: 'A13' };

runCommand({
  help: `Usage: npm run pictures

Takes the pictures in docs/ anew: the tour of the local workbook with the reference data loaded, and a figure explained.`,
  takes: {},
  main: async () => {
    const folder = path.join(projectRoot, 'docs');
    await mkdir(folder, { recursive: true });
    await withLocalWorkbook(async (local) => {
      await local.page.setViewportSize(SIZE);
      await local.loadReferenceData();
      await local.showSheet('Tour');
      await local.page.screenshot({ path: path.join(folder, 'local-workbook.png') });
      await local.pane.getByRole('tab', { name: 'Explain' }).click();
      await local.click(EXPLAINED.sheet, EXPLAINED.address);
      await local.pane.getByText('x 1.063014').first().waitFor();
      await local.page.screenshot({ path: path.join(folder, 'explain.png') });
    });
    report('docs/local-workbook.png and docs/explain.png are new.');
    return 0;
  },
});
