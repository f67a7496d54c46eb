import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pane = servedPane(HARNESS);

async function openSharing(prepare: () => void = () => undefined, size = { width: 320, height: 600 }): Promise<Page> {
  const page = await pane.site().open();
  await page.setViewportSize(size);
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.evaluate(prepare);
  await page.getByRole('button', { name: 'Prepare for sharing…' }).click();
  await page.getByRole('heading', { name: 'People with AI Spend' }).waitFor();
  return page;
}

function calls(page: Page): Promise<string[]> {
  return page.evaluate(() => globalThis.memory.checks.calls);
}

const STATES: Record<string, () => void> = {
  well: () => undefined,
  ailing: () => globalThis.memory.checks.ail(),
  'read-only': () => {
    globalThis.memory.checks.ail();
    globalThis.memory.change({ readOnly: true });
  },
  'out of step': () =>
    globalThis.memory.inStep.become({
      why: 'saved',
      tables: [],
      example: { address: 'Report!B2', shown: '20,000,000.00 EUR', given: '21,000,000.00 EUR' },
    }),
};

describe.each(['light', 'dark'] as const)('in %s, 320 pixels wide', (colorScheme) => {
  it.each(Object.entries(STATES))(
    '%s: axe finds nothing, nothing is wider than the pane, targets have 24 pixels',
    async (_state, prepare) => {
      const page = await openSharing(prepare);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(AXE);
      const results = await page.evaluate(
        async () => (await (globalThis as never as { axe: { run(): Promise<AxeResults> } }).axe.run()).violations,
      );
      expect(results.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      const wrong = await page.evaluate(() => [
        ...[document.documentElement, ...document.querySelectorAll('.panel, .check')]
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => `wide ${element.className}`),
        ...[...document.querySelectorAll('.sharing :is(button, select, input)')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => Math.min(box.width, box.height) < 24)
          .map(({ element }) => `small ${element.outerHTML.slice(0, 60)}`),
      ]);
      expect(wrong).toEqual([]);
    },
  );
});

it('the way in, through the list, and back, by keyboard', async () => {
  const page = await openSharing();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Prepare for sharing');
  await page.getByText('Nothing to repair in 10,004 figures').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Prepare for sharing…');
});

it('Repair tells what it did cell by cell, and what is left', async () => {
  const page = await openSharing(STATES['ailing']);
  await page.getByText('3 cells need repair').waitFor();
  await page.getByRole('button', { name: 'Repair' }).click();
  await page.getByText('2 cells written anew. 1 cell on protected sheets left as it is.').waitFor();
  const written = page.getByRole('list', { name: 'Written anew' });
  expect(await written.getByRole('listitem').allInnerTexts()).toEqual([
    'Report!B2 =AISPEND("ByteDance")',
    '\'A sheet whose name is as long as\'!XFD1048576 =IFERROR(AISPEND("ByteDance","2024-11","USD"),0)',
  ]);
  await page.getByText('1 cell needs repair').waitFor();
});

it('a copy is made of the sheet that is chosen, and what became of it is told', async () => {
  const page = await openSharing();
  await page.getByLabel('Sheet', { exact: true }).selectOption('Report');
  await page.getByRole('button', { name: 'Copy with values' }).click();
  await page
    .getByText(
      'Report (values) has 4 figures as values. This version of Excel does not support notes, so their formulas and sources are listed on AI Sources. Excel cannot undo this: delete Report (values) to take it back.',
    )
    .waitFor();
  await page.getByRole('button', { name: 'List the sources' }).click();
  await page.getByText('AI Sources lists 4 figures.').waitFor();
  await page.getByRole('button', { name: 'List the sources anew' }).waitFor();
  expect(await calls(page)).toEqual(['copy Report', 'sources']);
});

it('the start with the workbook is off until it is turned on, and can be turned off', async () => {
  const page = await openSharing();
  const start = (checked: boolean) => page.getByRole('switch', { name: 'Start with this workbook', checked });
  await start(false).focus();
  await page.keyboard.press('Space');
  await page.getByText('AI Spend starts with this workbook from its next opening.').waitFor();
  await start(true).click();
  await page.getByText('AI Spend no longer starts with this workbook.').waitFor();
  await start(false).waitFor();
  expect(await calls(page)).toEqual(['start true', 'start false']);
});

it('in a read-only workbook each action says why it cannot be had, and does nothing', async () => {
  const page = await openSharing(STATES['read-only']);
  const described: Record<string, string> = {
    Repair: 'Cells cannot be rewritten: the workbook is read-only.',
    'Copy with values': 'No sheet can be added: the workbook is read-only.',
    'List the sources anew': 'No sheet can be written: the workbook is read-only.',
  };
  for (const [name, reason] of Object.entries(described)) {
    const button = page.getByRole('button', { name, exact: true });
    await page.getByText(reason).waitFor();
    await button.click({ force: true });
    expect(
      await button.evaluate(
        (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
      ),
    ).toContain(reason);
  }
  await page.getByRole('switch').click({ force: true });
  expect(await calls(page)).toEqual([]);
});

it('where the workbook cannot be checked, it says so and tries again', async () => {
  const page = await pane.site().open();
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.evaluate(() => {
    globalThis.memory.fail('sharing', 'The check list could not be opened.', 'Excel did not answer.', 'Try again.');
  });
  await page.getByRole('button', { name: 'Prepare for sharing…' }).click();
  await page.getByText('The check list could not be opened.').waitFor();
  await page.evaluate(() => globalThis.memory.recover('sharing'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'People with AI Spend' }).waitFor();
});

it('cells that are out of step are told of with the table that changed, and Recalculate has an end', async () => {
  const page = await pane.site().open();
  await page.getByRole('tab', { name: 'Data' }).waitFor();
  await page.evaluate(() =>
    globalThis.memory.inStep.become({ why: 'manual', tables: ['AIRates', 'AIClients'], example: null }),
  );
  await page.getByText('AIRates and AIClients changed after these cells were calculated.').waitFor();
  await page.locator('.message').getByRole('button', { name: 'Recalculate' }).click();
  await page.getByText('10,000 cells up to date.').waitFor();
  await page.evaluate(() => globalThis.memory.inStep.become(null));
  await page.getByText('AIRates and AIClients changed').waitFor({ state: 'detached' });
});
