import { openWorkbook, type OpenedWorkbook } from './local-workbook';

const SET_UP_TIMEOUT_MS = 90_000;

jest.setTimeout(60_000);

describe('in the local workbook, the pane', () => {
  let workbook: OpenedWorkbook;

  beforeAll(async () => {
    workbook = await openWorkbook();
    await workbook.local.loadReferenceData();
  }, SET_UP_TIMEOUT_MS);

  afterAll(() => workbook?.browser.close());

  it('builds a formula that the cell computes, and explains it with the result that the cell shows', async () => {
    const { local } = workbook;
    const { pane } = local;
    const sheet = await local.addSheet();
    await local.type(sheet, 'A1', 'ByteDance');
    await local.click(sheet, 'A1');
    await pane.getByRole('tab', { name: 'Build' }).click();
    await pane.getByRole('button', { name: 'Use selection for client' }).click();
    await pane.getByLabel('currency', { exact: true }).fill('USD');
    await local.click(sheet, 'B2');
    await pane.getByText(`Goes into ${sheet}!B2.`).waitFor();
    const built = pane.getByRole('tabpanel', { name: 'Build' });
    await built.getByRole('status').getByText('21,260,280.00 USD').waitFor();
    await built.getByRole('button', { name: 'Insert' }).click();
    await pane.getByText('=AISPEND(A1,,"USD") is in').waitFor();
    await local.settle();
    const [cell] = await local.read(sheet, ['B2']);
    expect(cell).toMatchObject({ formula: '=AISPEND(A1,,"USD")', text: '21,260,280.00 USD' });

    await pane.getByRole('tab', { name: 'Explain' }).click();
    const explained = pane.getByRole('tabpanel', { name: 'Explain' });
    await explained.locator('.result').waitFor();
    expect(await explained.locator('.result').innerText()).toBe(cell?.text);
    await explained.getByText('20,000,000.00 EUR x 1.063014 = 21,260,280.00 USD').waitFor();
  });

  it('edits the formula of the active cell in its place, with cells that are typed without an equals sign', async () => {
    const { local } = workbook;
    const { pane } = local;
    const sheet = await local.addSheet();
    await local.enter(sheet, [
      ['B2', 'ByteDance'],
      ['B3', 'Meta'],
      ['D2', '=AISPEND("Adobe")'],
    ]);
    await local.settle();
    await pane.getByRole('tab', { name: 'Build' }).click();
    await local.click(sheet, 'D2');
    await pane.getByRole('button', { name: 'Edit this formula' }).click();
    await pane.getByLabel('client (required)', { exact: true }).fill('B2:B3');
    await pane.getByRole('button', { name: 'Change' }).click();
    await pane.getByText(`${sheet}!D2 is now =AISPEND(B2:B3).`).waitFor();
    await local.settle();
    const [cell] = await local.read(sheet, ['D2']);
    expect(cell).toMatchObject({ formula: '=AISPEND(B2:B3)', text: '20,000,000.00 EUR' });
    expect(cell?.spill).toHaveLength(2);
  });

  it('follows the selection and the edits of the cell', async () => {
    const { local } = workbook;
    const sheet = await local.addSheet();
    await local.enter(sheet, [
      ['A1', '=AISPEND("ByteDance","runrate")'],
      ['A2', '=SUM(1,2)'],
    ]);
    await local.settle();
    const explained = local.pane.getByRole('tabpanel', { name: 'Explain' });
    await local.pane.getByRole('tab', { name: 'Explain' }).click();
    await local.click(sheet, 'A1');
    await explained.getByText('20,000,000.00 EUR x 12 = 240,000,000.00 EUR/yr').waitFor();
    await local.click(sheet, 'A2');
    await explained.getByText(`None of our functions in ${sheet}!A2`).waitFor();
    await local.enter(sheet, [['A2', '=AIROI(20000000)']]);
    await explained.getByText('270.0%', { exact: true }).waitFor();
  });

  it('explains any cell of a spill by its own rows', async () => {
    const { local } = workbook;
    const sheet = await local.addSheet();
    await local.enter(sheet, [
      ['B2', '=AICLIENTS()'],
      ['F2', '=AISPEND({"Adobe";"ByteDance"})'],
    ]);
    await local.settle();
    const explained = local.pane.getByRole('tabpanel', { name: 'Explain' });
    await local.pane.getByRole('tab', { name: 'Explain' }).click();
    await local.click(sheet, 'D3');
    await explained.getByText('20,000,000.00 EUR / 20,000,000.00 EUR = 100%').waitFor();
    await local.click(sheet, 'F3');
    await explained.getByText(`Filled by the formula in ${sheet}!F2:`).waitFor();
    await explained.getByText('20,000,000.00 EUR', { exact: true }).first().waitFor();
  });

  it('puts a misspelt name right, and writes the explanation beside the cell', async () => {
    const { local } = workbook;
    const { pane } = local;
    const sheet = await local.addSheet();
    await local.enter(sheet, [
      ['A1', '=AISPEND("Bytedanse")'],
      ['B1', 'kept'],
    ]);
    await local.settle();
    await pane.getByRole('tab', { name: 'Explain' }).click();
    await local.click(sheet, 'A1');
    await pane.getByRole('button', { name: 'Use "ByteDance"' }).click();
    await pane.getByText(`${sheet}!A1 is now =AISPEND("ByteDance").`).waitFor();
    await local.settle();
    expect((await local.read(sheet, ['A1']))[0]).toMatchObject({ value: 20_000_000 });

    await pane.getByRole('tabpanel', { name: 'Explain' }).getByText('1 of 1 month on record').waitFor();
    await pane.getByRole('button', { name: 'Write as a note' }).click();
    await pane.getByText(`The explanation is in ${sheet}!C1.`).waitFor();
    const [kept, note] = await local.read(sheet, ['B1', 'C1']);
    expect(kept?.text).toBe('kept');
    expect(note?.text.startsWith(`${sheet}!A1: =AISPEND("ByteDance") · AISPEND: 20,000,000.00 EUR`)).toBe(true);
    expect(note?.text).not.toContain('\n');
  });

  it('names the sheet as it is called now, once the user comes to the pane', async () => {
    const { local } = workbook;
    const { page, pane } = local;
    const sheet = await local.addSheet();
    await local.enter(sheet, [['A1', '=AISPEND("ByteDance")']]);
    await local.settle();
    await pane.getByRole('tab', { name: 'Explain' }).click();
    await local.click(sheet, 'A1');
    const panel = pane.getByRole('tabpanel', { name: 'Explain' });
    await panel.getByText(`${sheet}!A1`).first().waitFor();
    await page.getByRole('tab', { name: sheet, exact: true }).dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Renamed');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Renamed', exact: true }).waitFor();
    await panel.hover();
    await panel.getByText('Renamed!A1').first().waitFor();
  });

  it('reads arguments from names, tables, other sheets and nested calls', async () => {
    const { local } = workbook;
    const sheet = await local.addSheet();
    const explained = local.pane.getByRole('tabpanel', { name: 'Explain' });
    await local.pane.getByRole('tab', { name: 'Explain' }).click();
    const formulas = [
      ["=AISPEND('AI Clients'!A2)", '20,000,000.00 EUR'],
      ['=AIROI(AISPEND("ByteDance","runrate"),,"multiple")', '3.70'],
      ["=AISPEND('AI Clients'!A:A)", 'No client "Client" in AIClients.'],
      ['=AISPEND(AIClients[Client])', 'The call fills 3 x 1 cells.'],
      ['=AISPEND(INDEX(AIClients[Client],1))', 'The client is a formula of its own.'],
      ['=AISPEND(AIClients,,"USD")', 'The call fills 3 x 10 cells.'],
      ['=AISPEND(NoSuchName)', 'NoSuchName stands without quotes'],
    ] as const;
    for (const [index, [formula, text]] of formulas.entries()) {
      await local.enter(sheet, [[`D${index * 10 + 1}`, formula]]);
      await local.settle();
      await local.click(sheet, `D${index * 10 + 1}`);
      await explained.getByText(text).first().waitFor();
    }
  });
});
