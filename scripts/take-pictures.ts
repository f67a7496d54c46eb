import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { REPORT_SHEET } from './example-sheets';
import { firstScreen } from './first-screen';
import type { LocalPage } from './local-page';
import { EXAMPLE_FILE, projectRoot } from './project';
import { withLocalWorkbook } from './session';

/** Wide enough for the report's printed columns beside the pane, tall enough for its first sections. */
const REPORT_SIZE = { width: 1640, height: 1240 };
const SIZE = { width: 1440, height: 900 };

/** The tour's formula whose explanation has a conversion to show. */
const EXPLAINED = { sheet: 'Tour', address: 'A13' };

runCommand({
  help: `Usage: npm run pictures

Takes the pictures in docs/ anew: a figure of the reference data explained, and of the example its first screen and its report.`,
  takes: {},
  main: async () => {
    const folder = path.join(projectRoot, 'docs');
    await mkdir(folder, { recursive: true });
    await withLocalWorkbook(async (local) => {
      await local.page.setViewportSize(SIZE);
      await pictureExplanation(local, path.join(folder, 'explain.png'));
      await local.openFile(new Uint8Array(await readFile(path.join(projectRoot, EXAMPLE_FILE))));
      await local.showPane();
      await firstScreen(local);
      await local.page.screenshot({ path: path.join(folder, 'local-workbook.png') });
      await pictureReport(local, path.join(folder, 'report.png'));
    });
    report('docs/explain.png, docs/local-workbook.png and docs/report.png are new.');
    return 0;
  },
});

async function pictureExplanation(local: LocalPage, picture: string): Promise<void> {
  await local.loadReferenceData();
  await local.showSheet(EXPLAINED.sheet);
  await local.pane.getByRole('tab', { name: 'Explain' }).click();
  await local.click(EXPLAINED.sheet, EXPLAINED.address);
  await local.pane.getByText('x 1.063014').first().waitFor();
  await local.page.screenshot({ path: picture });
}

async function pictureReport(local: LocalPage, picture: string): Promise<void> {
  await local.page.setViewportSize(REPORT_SIZE);
  await local.showSheet(REPORT_SHEET);
  await local.pane.getByRole('tab', { name: 'Report' }).click();
  await local.pane.getByRole('button', { name: 'Renew the report' }).waitFor();
  await local.page
    .getByRole('img', { name: /^Spend by month/ })
    .first()
    .waitFor();
  await local.settle();
  await local.page.screenshot({ path: picture });
}
