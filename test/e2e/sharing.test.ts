import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { driverScript } from './driver-script';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';

/*
 * "Prepare for sharing" in the local workbook, through real Office.js. All tests share one workbook; each looks at every
 * other cell of it before and after.
 */
let workbook: OpenedWorkbook;
let local: LocalPage;
let script: string;
const SHEET = 'Report';

beforeAll(async () => {
  script = await driverScript('sharing-driver.ts');
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
  await inAddin(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Report');
      const locked = context.workbook.worksheets.add('Locked');
      sheet.getRange('A1:B1').values = [['Client', 'Spend']];
      sheet.getRange('A1:B1').format.font.bold = true;
      sheet.getRange('A2').values = [['ByteDance']];
      sheet.getRange('B2').formulas = [['=AISPEND(A2)']];
      sheet.getRange('B3').numberFormat = [['0.00']];
      sheet.getRange('B3').formulas = [['=B2*2']];
      sheet.getRange('D1').formulas = [['=AICLIENTS()']];
      sheet.getRange('B5').formulas = [['=IFERROR(AISPEND("Nobody"),"none")']];
      sheet.getRange('B6').formulas = [['=AISPEND("Nobody")']];
      sheet.getRange('B7').values = [["'=AISPEND(1)"]];
      locked.getRange('A1').formulas = [['=_xldudf_AISPEND("ByteDance")']];
      await context.sync();
      locked.protection.protect();
      await context.sync();
    }),
  );
  await local.settle();
});

afterAll(() => workbook?.browser.close());

/** The add-in's frame, with the driver in it. */
async function addin(): Promise<Frame> {
  const frame = local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (frame === undefined) {
    throw new Error('The add-in has no frame.');
  }
  await frame.waitForFunction(() => 'Excel' in window && 'run' in Excel);
  if (!(await frame.evaluate(() => 'sharingDriver' in window))) {
    await frame.evaluate(script);
  }
  return frame;
}

async function inAddin<T>(run: () => T | Promise<T>): Promise<T> {
  return outcomeIn(await addin(), run, null);
}

function picture() {
  return inAddin(() => window.sharingDriver.picture());
}

async function write(sheet: string, cells: Readonly<Record<string, string>>): Promise<void> {
  await (
    await addin()
  ).evaluate(
    ([name, what]) =>
      Excel.run(async (context) => {
        for (const [address, formula] of Object.entries(what)) {
          context.workbook.worksheets.getItem(name).getRange(address).formulas = [[formula]];
        }
        await context.sync();
      }),
    [sheet, cells] as const,
  );
  await local.settle();
}

/** A picture in which one sheet's cells are left out. */
function without<T>(all: Readonly<Record<string, T>>, ...sheets: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !sheets.includes(name)));
}

describe('Repair', () => {
  it('rewrites foreign prefixes, leaves protected sheets and everything else alone, and is one step to undo', async () => {
    const well = await picture();
    await write(SHEET, { B2: '=[2]!_xldudf_AISPEND(A2)' });
    await write('Tour', { K1: '=_xldudf_OTHER(1)', K2: '="_xldudf_AISPEND(1)"' });
    const before = await picture();
    const status = await inAddin(() => window.sharingDriver.status());
    expect(status.ailing.map(({ address, ailment }) => [address, ailment])).toEqual([
      ['Report!B2', 'prefix'],
      ['Locked!A1', 'prefix'],
    ]);
    expect(status.protectedSheets).toEqual(['Locked']);

    const repaired = await inAddin(() => window.sharingDriver.repair());
    await local.settle();
    expect(repaired).toEqual({
      repaired: [{ address: 'Report!B2', ailment: 'prefix', formula: '=AISPEND(A2)' }],
      protected: [{ address: 'Locked!A1', ailment: 'prefix', formula: '=AISPEND("ByteDance")' }],
      watched: [],
      undoSteps: 1,
    });
    const after = await picture();
    expect(after[SHEET]).toEqual(well[SHEET]);
    expect(without(after, SHEET)).toEqual(without(before, SHEET));

    await local.click('Tour', 'M40');
    await local.page.keyboard.press('Control+z');
    await local.settle();
    expect((await picture())[SHEET]?.formulas).toEqual(before[SHEET]?.formulas);
    await inAddin(() => window.sharingDriver.repair());
    await write('Tour', { K1: '', K2: '' });
    expect(await picture()).toEqual(well);
  });
});

describe('A copy with values', () => {
  it('has the results in the place of our formulas, spills as a whole, and the sheet is as it was', async () => {
    const before = await picture();
    const copied = await inAddin(() => window.sharingDriver.copy('Report'));
    await local.settle();
    expect(copied).toEqual({ sheet: 'Report', copy: 'Report (values)', figures: 4, notes: 0 });
    const after = await picture();
    const copy = after['Report (values)'];
    expect(without(after, 'Report (values)', 'AI Sources')).toEqual(before);
    expect(copy?.values).toEqual(before[SHEET]?.values);
    expect(copy?.formats).toEqual(before[SHEET]?.formats);
    expect(before[SHEET]?.formulas[2]?.[1]).toBe('=B2*2');
    expect(copy?.formulas.flat().filter((cell) => String(cell).startsWith('=') && cell !== '=AISPEND(1)')).toEqual([
      '=B2*2',
    ]);
    expect(JSON.stringify(after['AI Sources']?.values)).toContain('=AISPEND(A2)');
    const bold = await inAddin(() =>
      Excel.run(async (context) => {
        const font = context.workbook.worksheets.getItem('Report (values)').getRange('A1').format.font.load('bold');
        await context.sync();
        return font.bold;
      }),
    );
    expect(bold).toBe(true);
    await deleteSheets('Report (values)', 'AI Sources');
    expect(await picture()).toEqual(before);
  });

  it('is refused where the sheet cannot be copied, and leaves nothing behind', async () => {
    const before = await picture();
    expect(await inAddin(() => window.sharingDriver.copy('Locked'))).toEqual({
      failure: expect.stringContaining('Locked is protected, and so would be its copy. Unprotect it'),
    });
    expect(await inAddin(() => window.sharingDriver.copy('AI Clients'))).toEqual({
      failure: expect.stringContaining('No cell of AI Clients uses an AI Spend function.'),
    });
    await write('AI Clients', { M1: '=AISPEND("ByteDance")' });
    expect(await inAddin(() => window.sharingDriver.copy('AI Clients'))).toEqual({
      failure: expect.stringContaining('This Excel cannot copy AI Clients.'),
    });
    await write('AI Clients', { M1: '' });
    expect(await picture()).toEqual(before);
  });
});

it('where a copy with values fails half-way, it is taken back', async () => {
  const before = await picture();
  const failed = await inAddin(async () => {
    const { copyFrom } = Excel.Range.prototype;
    Excel.Range.prototype.copyFrom = () => {
      throw new Error('out of order');
    };
    try {
      return await window.sharingDriver.copy('Report');
    } finally {
      Excel.Range.prototype.copyFrom = copyFrom;
    }
  });
  expect(failed).toEqual({ failure: expect.stringContaining('The sheet was not copied.') });
  await local.settle();
  expect(await picture()).toEqual(before);
});

describe('The sources sheet', () => {
  it('lists every figure as text, is written anew, and replaces only what is ours', async () => {
    const before = await picture();
    expect(await inAddin(() => window.sharingDriver.sources())).toMatchObject({ figures: expect.any(Number) });
    await local.settle();
    const first = await picture();
    expect(without(first, 'AI Sources')).toEqual(before);
    const list = first['AI Sources'];
    expect(list?.formulas).toEqual(list?.values);
    expect(new Set(list?.formats.flat())).toEqual(new Set(['@']));
    const line = list?.values.find((row) => row[0] === SHEET && row[1] === 'B2');
    expect(line?.slice(2, 4)).toEqual(['=AISPEND(A2)', '20,000,000.00 EUR']);
    expect(String(line?.[5])).toContain('AIClients row 2');
    expect(list?.values.find((row) => row[0] === SHEET && String(row[1]).startsWith('D1:'))?.[2]).toBe('=AICLIENTS()');

    await inAddin(() => window.sharingDriver.sources());
    expect(await picture()).toEqual(first);
    await deleteSheets('AI Sources');
    await inAddin(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add('AI Sources').getRange('A1').values = [['mine']];
        await context.sync();
      }),
    );
    const own = await picture();
    expect(await inAddin(() => window.sharingDriver.sources())).toEqual({
      failure: expect.stringContaining('has a sheet AI Sources that AI Spend did not write. Rename it'),
    });
    expect(await picture()).toEqual(own);
    await deleteSheets('AI Sources');
    expect(await picture()).toEqual(before);
  });
});

describe('Start with this workbook', () => {
  it('is off by itself, is kept in the document, and can be turned off again', async () => {
    const before = await picture();
    const status = () => inAddin(async () => (await window.sharingDriver.status()).startsWithWorkbook);
    expect(await status()).toBe(false);
    await inAddin(() => window.sharingDriver.startup(true));
    expect(await status()).toBe(true);
    await inAddin(() => window.sharingDriver.startup(false));
    expect(await status()).toBe(false);
    expect(await picture()).toEqual(before);
  });
});

describe('Out of step', () => {
  it('in manual calculation a change of a table is told of, and Recalculate has an end', async () => {
    await inAddin(() => {
      Object.defineProperty(Excel.Application.prototype, 'calculationMode', {
        configurable: true,
        get: () => 'Manual',
        set: () => undefined,
      });
    });
    await local.enter('AI Clients', [['E2', '19000000']]);
    await local.pane.getByText('AIClients changed after these cells were calculated.').waitFor();
    await local.pane.locator('.message').getByRole('button', { name: 'Recalculate' }).click();
    await local.pane.getByText('cells up to date.').first().waitFor();
    await local.pane.getByText('AIClients changed after').waitFor({ state: 'detached' });
    await local.settle();
    expect((await local.read(SHEET, ['B2']))[0]?.text).toBe('19,000,000.00 EUR');
  });

  it('a table that was edited while no runtime was there: all cells follow when one starts, for whatever reason', async () => {
    await local.enter('AI Clients', [['L1', '']]);
    await editWithoutRuntime('18000000');
    expect((await local.read(SHEET, ['B2']))[0]?.text).toBe('19,000,000.00 EUR');
    await local.showPane();
    await shows('B2', '18,000,000.00 EUR');
    expect(await local.pane.getByText('The saved values do not match the tables.').count()).toBe(0);
  });

  it('in manual calculation, saved values that do not match the tables are noticed when the pane opens', async () => {
    await local.page.addInitScript(calculateManually);
    await editWithoutRuntime('17000000');
    await local.showPane();
    await local.pane.getByText('The saved values do not match the tables.').waitFor();
    await local.settle();
    expect((await local.read(SHEET, ['B2']))[0]?.text).toBe('18,000,000.00 EUR');
    await local.pane.locator('.message').getByRole('button', { name: 'Recalculate' }).click();
    await local.pane.getByText('The saved values do not match').waitFor({ state: 'detached' });
    await local.settle();
    expect((await local.read(SHEET, ['B2']))[0]?.text).toBe('17,000,000.00 EUR');
  });
});

/** Types another Spend for ByteDance after the add-in's runtime has ended. */
async function editWithoutRuntime(spend: string): Promise<void> {
  await local.settle();
  await local.page.evaluate((text) => {
    window.localWorkbook.killRuntime();
    window.localWorkbook.enter('AI Clients', 'E2', text);
  }, spend);
  await local.settle();
}

/** Waits until a cell of the sheet shows this text. */
async function shows(address: string, text: string): Promise<void> {
  await local.page.waitForFunction(([sheet, cell, wanted]) => window.localWorkbook.read(sheet, cell).text === wanted, [
    SHEET,
    address,
    text,
  ] as const);
}

/** Runs in the add-in's frame before its scripts: Excel as it is where the user has set calculation to manual. */
function calculateManually(): void {
  let excel: typeof Excel | undefined;
  Object.defineProperty(window, 'Excel', {
    configurable: true,
    get: () => {
      if (excel !== undefined && 'Application' in excel) {
        Object.defineProperty(excel.Application.prototype, 'calculationMode', {
          configurable: true,
          get: () => 'Manual',
          set: () => undefined,
        });
        excel.Range.prototype.setDirty = () => undefined;
      }
      return excel;
    },
    set: (given: typeof Excel) => {
      excel = given;
    },
  });
}

async function deleteSheets(...names: string[]): Promise<void> {
  await (
    await addin()
  ).evaluate(
    (gone) =>
      Excel.run(async (context) => {
        for (const name of gone) {
          context.workbook.worksheets.getItemOrNullObject(name).delete();
        }
        await context.sync();
      }),
    names,
  );
  await local.settle();
}
