import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contains } from '../../../../src/formats/xlsx/address';
import type { CellContent, WorkbookContent } from '../../../../src/local/values/content';
import { fromXlsx, toXlsx } from '../../../../src/local/files/xlsx/xlsx-file';
import { area, EVERYTHING, FUNCTIONS } from './contents';

const PATIENCE_MS = 120_000;
const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: PATIENCE_MS }).status === 0;

/** The file as LibreOffice saves it after opening it. */
async function throughLibreOffice(bytes: Uint8Array): Promise<WorkbookContent> {
  const folder = mkdtempSync(path.join(tmpdir(), 'libreoffice-'));
  try {
    const file = path.join(folder, 'in.xlsx');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        path.join(folder, 'out'),
        file,
      ],
      { timeout: PATIENCE_MS, stdio: 'pipe' },
    );
    return await fromXlsx(new Uint8Array(readFileSync(path.join(folder, 'out/in.xlsx'))), FUNCTIONS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Dynamic arrays are the one thing that LibreOffice always calculates: where our functions stand it has #NAME?. */
function isOurs({ row, column }: CellContent): boolean {
  return SHEET_OF_OURS.cells.some(
    ({ formula, spill, ...at }) =>
      /AI(?:SPEND|TREND)\("By/.test(formula) && contains(spill ?? area(at.row, at.column), area(row, column)),
  );
}

/** LibreOffice writes the same format with more marks. */
function bare(format: string | undefined): string | undefined {
  return format?.replace(/\\/g, '').toLowerCase();
}

const SHEET_OF_OURS = EVERYTHING.sheets[0]!;
const title = 'LibreOffice opens the file and shows the values as saved, with number formats, tables and names';

(hasLibreOffice ? it : it.skip)(
  hasLibreOffice ? title : `${title} (skipped: no soffice on this machine)`,
  async () => {
    const { sheets, names } = await throughLibreOffice(toXlsx(EVERYTHING, FUNCTIONS));
    expect(sheets.map(({ name }) => name)).toEqual(EVERYTHING.sheets.map(({ name }) => name));
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['AIFiscalYearStart']));
    for (const [index, sheet] of EVERYTHING.sheets.entries()) {
      const found = new Map(sheets[index]!.cells.map((cell) => [`${cell.row}/${cell.column}`, cell]));
      for (const cell of sheet.cells) {
        const { row, column, value, style } = cell;
        const other = found.get(`${row}/${column}`);
        if (value !== null && value !== '' && !(index === 0 && isOurs(cell))) {
          expect([row, column, other?.value]).toEqual([row, column, value]);
          expect(bare(other?.style.numberFormat)).toBe(bare(style.numberFormat));
        }
      }
    }
    expect(sheets[1]?.tables.map(({ name, area }) => [name, area])).toEqual(
      EVERYTHING.sheets[1]?.tables.map(({ name, area }) => [name, area]),
    );
  },
  PATIENCE_MS,
);
