import { outcomeIn } from '../../scripts/outcome';
import { driverScript } from '../e2e/driver-script';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { addinOf } from '../e2e/shared-windows';

/*
 * What versions of Excel lack, and what the add-in does there.
 */
let workbook: OpenedWorkbook;

afterEach(() => workbook?.browser.close());

/** What a cell shows: its text, or its error with the message. */
async function shown(sheet: string, ...addresses: string[]): Promise<string[]> {
  await workbook.local.settle();
  const cells = await workbook.local.read(sheet, addresses);
  return cells.map(({ error, text }) => (error === null ? text : `${error.code} ${error.message}`));
}

describe.each([
  ['1.9', '20000000'],
  ['1.16', '20,000,000.00 EUR'],
  ['1.20', '20,000,000.00 EUR'],
])('an Excel with ExcelApi %s', (version, spend) => {
  it('loads, loads again, calculates and prepares for sharing', async () => {
    workbook = await openWorkbook(`?api=${version}`);
    const { local } = workbook;
    await local.loadReferenceData();
    const frame = await addinOf(local);
    expect(await frame.evaluate((set) => Office.context.requirements.isSetSupported('ExcelApi', set), version)).toBe(
      true,
    );
    await local.enter('Tour', [['M1', '=AISPEND("ByteDance")']]);
    expect(await shown('Tour', 'M1')).toEqual([spend]);

    await local.pane.getByRole('tab', { name: 'Data' }).click();
    await local.enter('AI Clients', [['E2', '5']]);
    await local.settle();
    await local.pane.getByRole('button', { name: 'Load reference data' }).click();
    await local.pane.getByText('Reference data loaded').first().waitFor({ state: 'attached' });
    expect(await shown('Tour', 'M1')).toEqual([spend]);

    await frame.evaluate(await driverScript('sharing-driver.ts'));
    const sharing = async <T>(run: () => Promise<T>): Promise<T> => outcomeIn(frame, run, null);
    expect(await sharing(() => window.sharingDriver.repair())).toMatchObject({ repaired: [] });
    const copied = await sharing(() => window.sharingDriver.copy('Tour'));
    expect(copied).toMatchObject({ copy: 'Tour (values)', notes: 0 });
    const [copy] = await local.read('Tour (values)', ['M1']);
    expect(copy).toMatchObject({ formula: '', text: spend });
    expect(await sharing(() => window.sharingDriver.sources())).toMatchObject({ figures: expect.any(Number) });
  });
});
