import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';
import type { ActiveCell } from '../../../src/taskpane/contract/services';

const pane = servedPane(HARNESS);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.memory.calls);
const goTo = (page: Page, cell: Partial<ActiveCell>): Promise<void> =>
  page.evaluate((part) => globalThis.memory.goTo(part), cell);
const view = (page: Page) => page.getByRole('tabpanel', { name: 'Explain' });

/** Opens the view on a cell with a formula. */
async function explaining(formula: string): Promise<Page> {
  const page = await pane.site().open();
  await page.getByRole('tab', { name: 'Explain' }).click();
  await goTo(page, { formula });
  return page;
}

const shows = (page: Page, text: string): Promise<void> => view(page).getByText(text).first().waitFor();

describe('a figure', () => {
  it('is explained by its arithmetic, the months on record, the rows that count, the rates and the arguments', async () => {
    const page = await explaining('=AISPEND("ByteDance",,"USD")');
    await view(page).getByText('21,260,280.00 USD', { exact: true }).waitFor();
    await shows(page, '20,000,000.00 EUR x 1.063014 = 21,260,280.00 USD');
    await shows(page, '1 of 1 month on record');
    expect(await view(page).getByRole('list', { name: 'Rows that count' }).innerText()).toMatch(
      /ByteDance, Azure OpenAI Service\s+20,000,000\.00 EUR\s+2024-11 reported\s+AIClients row 2\s+Tech Giants Pay Millions, 18 Nov 2024\s+The headline says \$20M/,
    );
    expect(await view(page).getByRole('list', { name: 'Conversions' }).innerText()).toContain('2024-11 at 1.063014');
    await page.locator('summary', { hasText: 'Arguments' }).click();
    expect(await view(page).locator('.arguments').innerText()).toMatch(
      /client\s+ByteDance\s+period\s+not given \(2024-11\)/,
    );
  });

  it('inside a larger formula is one of its parts, and the parts inside it can be chosen', async () => {
    const page = await explaining('=IFERROR(AIROI(AISPEND("ByteDance","runrate"),,"net"),0)');
    await shows(page, '648,000,000.00');
    await view(page).getByLabel('Part of the formula').selectOption('AISPEND("ByteDance","runrate")');
    await shows(page, '20,000,000.00 EUR x 12 = 240,000,000.00 EUR/yr');
  });

  it('of a call over several cells says that the first is explained', async () => {
    const page = await explaining('=AISPEND({"ByteDance";"Adobe"},"runrate")');
    await shows(page, '240,000,000.00 EUR/yr');
    await shows(page, 'The call fills 2 x 1 cells. This explains the first of them.');
  });

  it('in a cell that another fills is explained by its own rows, seen from the formula', async () => {
    const page = await explaining('=AISPEND({"ByteDance";"Adobe"},"runrate")');
    const anchor = { sheet: 'Sheet1', row: 1, column: 1 };
    await goTo(page, {
      address: 'Sheet1!B3',
      row: 2,
      formula: '=AISPEND({"Adobe";"ByteDance"},"runrate")',
      text: '240,000,000.00 EUR/yr',
      anchor,
    });
    await shows(page, 'Filled by the formula in Sheet1!B2:');
    await shows(page, 'The call fills 2 x 1 cells. This explains the one that is selected.');
    await shows(page, '20,000,000.00 EUR x 12 = 240,000,000.00 EUR/yr');
    await goTo(page, {
      address: 'Sheet1!C3',
      row: 2,
      column: 2,
      formula: '=AICLIENTS()',
      text: '20,000,000.00 EUR',
      anchor,
    });
    await shows(page, '20,000,000.00 EUR / 20,000,000.00 EUR = 100%');
    expect(await view(page).getByRole('list', { name: 'Rows that count' }).getByRole('listitem').count()).toBe(1);
  });

  it('follows the data', async () => {
    const page = await explaining('=AISPEND("ByteDance")');
    await shows(page, '20,000,000.00 EUR');
    await page.evaluate(() => {
      globalThis.memory.book = globalThis.otherBook();
      globalThis.memory.change({});
    });
    await shows(page, 'No client "ByteDance" in AIClients.');
  });

  it('that rests on a cell takes the value of that cell', async () => {
    const page = await explaining('=1');
    await page.evaluate(() => {
      globalThis.memory.cells['Sheet1!A1'] = 'ByteDance';
    });
    await goTo(page, { formula: '=AISPEND($A$1,,"USD")' });
    await shows(page, '21,260,280.00 USD');
  });

  it('goes to a row, and stays on the screen while the user is there', async () => {
    const page = await explaining('=AISPEND("ByteDance")');
    await view(page).getByRole('button', { name: 'AIClients row 2, go to it' }).click();
    await goTo(page, { address: "'AI Clients'!A2", sheet: 'AI Clients', formula: '', text: 'ByteDance' });
    await shows(page, 'Still explaining Sheet1!B2.');
    await shows(page, '20,000,000.00 EUR');
    expect(await calls(page)).toEqual(['select AIClients 2']);
    await view(page).getByRole('button', { name: 'Follow the selection' }).click();
    await shows(page, 'Select a cell with one of our functions');
  });
});

describe('an error', () => {
  it('says what is wrong, and a misspelt name is put right in the formula', async () => {
    const page = await explaining('=IFERROR(AISPEND("Bytedanse")/AISPEND("ByteDance"),"Bytedanse")');
    await shows(page, 'No client "Bytedanse" in AIClients. Did you mean "ByteDance"?');
    const button = view(page).getByRole('button', { name: 'Use "ByteDance"' });
    await button.focus();
    await page.keyboard.press('Enter');
    await view(page).getByText('20,000,000.00 EUR', { exact: true }).first().waitFor();
    expect(await calls(page)).toEqual([
      'rewrite Sheet1!B2 =IFERROR(AISPEND("ByteDance")/AISPEND("ByteDance"),"Bytedanse")',
    ]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-explain');
  });

  it('in a name that comes from a cell offers no change of the formula', async () => {
    const page = await explaining('=1');
    await page.evaluate(() => {
      globalThis.memory.cells['Sheet1!A1'] = 'Bytedanse';
    });
    await goTo(page, { formula: '=AISPEND(A1)' });
    await shows(page, 'Did you mean "ByteDance"?');
    expect(await view(page).getByRole('button', { name: /^Use/ }).count()).toBe(0);
  });

  it.each([
    ['a name without quotes', '=AISPEND(ByteDance)', '#NAME?', '=AISPEND("ByteDance")'],
    ['a misspelt function', '=AISPND("ByteDance")', '#NAME?', '=AISPEND("ByteDance")'],
    [
      'a semicolon, for which Excel took the formula for a text',
      '=AISPEND("ByteDance";"2024")',
      '=AISPEND("ByteDance";"2024")',
      '=AISPEND("ByteDance","2024")',
    ],
  ])('in how the formula is written, %s, is told and put right', async (_what, formula, text, mended) => {
    const page = await explaining('=1');
    await goTo(page, { formula, text });
    await view(page)
      .getByRole('button', { name: `Write ${mended}` })
      .focus();
    await page.keyboard.press('Enter');
    await view(page).getByText('20,000,000.00 EUR').first().waitFor();
    expect(await calls(page)).toEqual([`rewrite Sheet1!B2 ${mended}`]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-explain');
  });

  it('of a missing table loads the data', async () => {
    const page = await explaining('=1');
    await page.evaluate(() => {
      globalThis.memory.book = globalThis.otherBook({ withoutTables: true });
    });
    await goTo(page, { formula: '=AISPEND("ByteDance")' });
    await view(page).getByRole('button', { name: 'Load reference data' }).click();
    await page.getByText('Reference data loaded').waitFor();
    expect(await calls(page)).toEqual(['load']);
  });
});

describe('rows that stand against one another', () => {
  const HEADER = ['Client', 'Vendor', 'Service', 'Month', 'Spend', 'Currency', 'Share', 'Basis', 'Source', 'Note'];
  const BILL = ['Contoso', 'Microsoft', 'Azure OpenAI', '2024-11', 19.5, 'EUR', null, 'billed', 'bill.csv', null];
  const CLAIM = ['Contoso', 'Microsoft', 'Copilot', '2024-11', 20, 'EUR', null, 'reported', 'The Weekly', null];

  /** Opens the view on a bill beside a claim; a mark is written into the table, and the figures follow. */
  async function billBesideClaim(): Promise<Page> {
    const page = await explaining('=1');
    await page.evaluate(
      ([header, bill, claim]) => {
        globalThis.memory.book = globalThis.bookWith({ AIClients: [header!, bill!, claim!] });
        globalThis.memory.onMark = (_row, mark) => {
          const marked = claim!.map((cell) => (cell === 'reported' ? mark : cell));
          globalThis.memory.book = globalThis.bookWith({ AIClients: [header!, bill!, marked] });
          globalThis.memory.change({});
        };
      },
      [HEADER, BILL, CLAIM] as const,
    );
    await goTo(page, { formula: '=AISPEND("Contoso")' });
    await shows(page, 'may be the same money');
    return page;
  }

  it('are both shown, and only the claim is offered to be marked', async () => {
    const page = await billBesideClaim();
    const rows = view(page).getByRole('list', { name: 'Rows that stand against one another' });
    expect((await rows.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Contoso, Azure OpenAI 19.50 EUR 2024-11 billed AIClients row 2 bill.csv',
      'Contoso, Copilot 20.00 EUR 2024-11 reported AIClients row 3 The Weekly Mark superseded Accept',
    ]);
    await rows.getByRole('button', { name: 'AIClients row 2, go to it' }).click();
    expect(await calls(page)).toEqual(['select AIClients 2']);
  });

  it.each([
    ['Mark superseded', 'superseded', '19.50 EUR'],
    ['Accept', 'accepted', '39.50 EUR'],
  ])(
    '%s is written into the table, the figure follows, and the keyboard goes on at the tab',
    async (name, mark, figure) => {
      const page = await billBesideClaim();
      await view(page)
        .getByRole('button', { name: `${name}: AIClients row 3` })
        .focus();
      await page.keyboard.press('Enter');
      await view(page).getByText(figure, { exact: true }).first().waitFor();
      await page.getByText(`Row 3 of AIClients is now ${mark}.`).waitFor();
      expect(await calls(page)).toEqual([`mark AIClients 3 ${mark}`]);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-explain');
    },
  );
});

describe('what cannot be explained', () => {
  it.each([
    ['an empty cell', { formula: '', text: '' }, 'Sheet1!B2 holds nothing.'],
    ['a cell with a value', { formula: '', text: '12' }, 'Sheet1!B2 holds a value and no formula.'],
    ['another formula', { formula: '=SUM(A1:A9)', text: '12' }, 'None of our functions in Sheet1!B2'],
    ['a cell that waits', { formula: '=AISPEND("ByteDance")', text: '#BUSY!' }, 'Sheet1!B2 is still being calculated…'],
    ['an argument that is a formula', { formula: '=AISPEND(A1&"x")', text: '' }, 'The client is a formula of its own.'],
  ])('%s says so', async (_what, cell, text) => {
    const page = await explaining('=1');
    await goTo(page, cell);
    await shows(page, text);
  });

  it('a cell that waited is explained once it is ready', async () => {
    const page = await explaining('=1');
    await goTo(page, { formula: '=AISPEND("ByteDance")', text: '#BUSY!' });
    await shows(page, 'still being calculated');
    await page.evaluate(() => {
      globalThis.memory.cell = { ...globalThis.memory.cell, text: '20,000,000.00 EUR' };
    });
    await shows(page, '1 of 1 month on record');
  });

  it('a cell that is being edited says so, and can be tried again', async () => {
    const page = await explaining('=1');
    await page.evaluate(() =>
      globalThis.memory.fail(
        'activeCell',
        'The cell could not be read.',
        'A cell is being edited.',
        'Press Enter or Esc.',
        'editing',
      ),
    );
    await goTo(page, { formula: '=AISPEND("ByteDance")' });
    await shows(page, 'A cell is being edited.');
    await page.evaluate(() => globalThis.memory.recover('activeCell'));
    await view(page).getByRole('button', { name: 'Try again' }).click();
    await shows(page, '20,000,000.00 EUR');
  });
});

describe('taking the explanation along', () => {
  const TEXT = [
    'Sheet1!B2: =AISPEND("ByteDance",,"USD")',
    'AISPEND: 21,260,280.00 USD',
    '  20,000,000.00 EUR x 1.063014 = 21,260,280.00 USD',
    '1 of 1 month on record',
    'Arguments',
    '  client: ByteDance',
  ].join('\n');

  it('into a note beside the cell', async () => {
    const page = await explaining('=AISPEND("ByteDance",,"USD")');
    await view(page).getByRole('button', { name: 'Write as a note' }).click();
    await page.getByText('The explanation is in Sheet1!C2.').waitFor();
    expect((await calls(page))[0]?.startsWith(`note Sheet1!B2 ${TEXT}`)).toBe(true);
  });

  it('into the clipboard', async () => {
    const page = await explaining('=AISPEND("ByteDance",,"USD")');
    await page.evaluate(() => {
      const clipboard = { writeText: async (text: string) => void globalThis.memory.calls.push(text) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard });
    });
    await view(page).getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('The explanation is in the clipboard.').waitFor();
    expect((await calls(page))[0]?.startsWith(TEXT)).toBe(true);
  });

  it('by hand where the clipboard is refused: the text stands selected', async () => {
    const page = await explaining('=AISPEND("ByteDance",,"USD")');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await view(page).getByRole('button', { name: 'Copy as text' }).click();
    const field = view(page).locator('textarea');
    await field.waitFor();
    expect((await field.inputValue()).startsWith(TEXT)).toBe(true);
    expect(await page.evaluate(() => document.getSelection()?.toString().length)).toBe(
      (await field.inputValue()).length,
    );
  });
});

describe('following the selection', () => {
  it('happens only while the view is shown, and leaves the focus where it is', async () => {
    const page = await pane.site().open();
    await page.getByRole('tab', { name: 'Clients' }).waitFor();
    expect(await page.evaluate(() => globalThis.memory.followers)).toBe(0);
    await page.getByRole('tab', { name: 'Explain' }).click();
    await page.waitForFunction(() => globalThis.memory.followers === 1);
    await goTo(page, { formula: '=AISPEND("ByteDance")' });
    await shows(page, '1 of 1 month on record');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-explain');
    await page.getByRole('tab', { name: 'Clients' }).click();
    await page.waitForFunction(() => globalThis.memory.followers === 0);
    // The Data tab follows it too: the user may clear a watch cell.
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.waitForFunction(() => globalThis.memory.followers === 1);
  });

  it('an answer that comes late does not replace a later one', async () => {
    const page = await explaining('=1');
    await shows(page, 'None of our functions');
    await page.evaluate(() => globalThis.memory.hold('explain'));
    await goTo(page, { formula: '=AISPEND("Adobe")' });
    await shows(page, 'Working out the explanation…');
    await goTo(page, { formula: '=SUM(A1)' });
    await shows(page, 'None of our functions');
    await page.evaluate(() => globalThis.memory.release('explain'));
    expect(await view(page).getByText('not disclosed').count()).toBe(0);
  });
});
