import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { IMPORT_VIEWS } from './import-views';
import { HARNESS, servedPane } from './pane-site';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pane = servedPane(HARNESS);

interface Look {
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
  forcedColors: 'none' | 'active';
}

const LOOKS: Record<string, Look> = {
  light: { width: 350, height: 700, colorScheme: 'light', forcedColors: 'none' },
  dark: { width: 350, height: 700, colorScheme: 'dark', forcedColors: 'none' },
  'high contrast': { width: 350, height: 700, colorScheme: 'dark', forcedColors: 'active' },
  narrow: { width: 320, height: 600, colorScheme: 'light', forcedColors: 'none' },
  'Excel’s first size': { width: 350, height: 378, colorScheme: 'light', forcedColors: 'none' },
};

/** Every view in every state that has something of its own to show. */
const VIEWS: Record<string, { query: string; act?(page: Page): Promise<void> }> = {
  'first run': { query: '?workbook=new' },
  loading: { query: '?hold=snapshot', act: (page) => page.getByText('Reading the tables…').waitFor() },
  unreadable: { query: '?unreadable' },
  clients: { query: '' },
  'a client': { query: '', act: (page) => page.getByRole('button', { name: /^ByteDance/ }).click() },
  'a client with an awkward name': {
    query: '?workbook=busy',
    act: async (page) => {
      await page.getByRole('button', { name: /^Contoso/ }).click();
      await page.getByRole('button', { name: /^Insert =AIROI/ }).click();
      await page.getByText('is in Sheet1!B2.').waitFor();
    },
  },
  'nothing found': { query: '', act: (page) => page.getByLabel('Search clients').fill('nobody') },
  data: { query: '', act: openData },
  'data with problems': { query: '?workbook=busy', act: openData },
  'explain, no function': { query: '', act: (page) => explain(page, '') },
  'explain, another formula': { query: '', act: (page) => explain(page, '=SUM(A1:A3)') },
  'explain, a figure': {
    query: '',
    act: async (page) => {
      await explain(page, '=AISPEND("ByteDance",,"USD")');
      await page.getByText('21,260,280.00 USD', { exact: true }).waitFor();
      await page.locator('summary', { hasText: 'Arguments' }).click();
    },
  },
  'explain, an error': {
    query: '',
    act: async (page) => {
      await explain(page, '=IFERROR(AISPEND("Bytedanse"),AISPEND("Adobe"))');
      await page.getByRole('button', { name: 'Use "ByteDance"' }).waitFor();
    },
  },
  'explain, an argument that Excel alone can work out': {
    query: '',
    act: async (page) => {
      await explain(page, '=AISPEND(A1&B1,,"USD")');
      await page.getByText('The client is a formula of its own.').waitFor();
    },
  },
  'explain, a text to be copied by hand': {
    query: '',
    act: async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await explain(page, '=AICLIENTS()');
      await page.getByRole('button', { name: 'Copy as text' }).click();
      await page.locator('textarea').waitFor();
    },
  },
  build: { query: '', act: openBuild },
  'build, suggestions': {
    query: '',
    act: async (page) => {
      await openBuild(page);
      await page.getByRole('combobox', { name: 'client' }).press('ArrowDown');
      await page.getByRole('option', { name: 'ByteDance' }).waitFor();
    },
  },
  'build, a result': {
    query: '',
    act: async (page) => {
      await openBuild(page);
      await page.getByRole('combobox', { name: 'Function' }).selectOption('AICLIENTS');
      await page.getByRole('table').waitFor();
    },
  },
  'build, an error': {
    query: '',
    act: async (page) => {
      await openBuild(page);
      await page.getByRole('combobox', { name: 'client' }).fill('Bytedanse');
      await page.getByText('Did you mean "ByteDance"?').waitFor();
    },
  },
  'a long action': {
    query: '?hold=recalculate',
    act: async (page) => {
      await openData(page);
      await page.getByRole('button', { name: 'Recalculate' }).click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  stale: {
    query: '',
    act: async (page) => {
      await page.getByText('ByteDance').waitFor();
      await page.evaluate(() => {
        globalThis.memory.fail('snapshot', 'The tables could not be read.', 'Excel did not answer.', 'Try again.');
        globalThis.memory.change({});
      });
      await page.getByText('These figures are from').waitFor();
    },
  },
  ...IMPORT_VIEWS,
};

async function explain(page: Page, formula: string): Promise<void> {
  await page.getByRole('tab', { name: 'Explain' }).click();
  await page.evaluate((text) => globalThis.memory.goTo({ formula: text }), formula);
  await page.getByRole('tabpanel', { name: 'Explain' }).getByRole('heading', { level: 2 }).first().waitFor();
}

async function openBuild(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Build' }).click();
  await page.getByRole('button', { name: 'Insert' }).waitFor();
}

async function openData(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Data' }).click();
  for (const summary of await page.locator('summary').all()) await summary.click();
}

async function openIn(look: Look, view: { query: string; act?(page: Page): Promise<void> }): Promise<Page> {
  const page = await pane.site().open(view.query);
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors, reducedMotion: 'reduce' });
  await page.locator('#pane .tab, #pane .button, #pane .page-skeleton').first().waitFor();
  await view.act?.(page);
  return page;
}

describe.each(Object.entries(LOOKS))('in %s', (_name, look) => {
  it.each(Object.entries(VIEWS))('%s: axe finds nothing and nothing is wider than the pane', async (_view, view) => {
    const page = await openIn(look, view);
    await page.evaluate(AXE);
    const results = await page.evaluate(async () => (await (globalThis as never as { axe: { run(): Promise<AxeResults> } }).axe.run()).violations);
    expect(results.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);

    const overflowing = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.panel, .first-run, .task-bar')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => element.className || element.tagName),
    );
    expect(overflowing).toEqual([]);
  });
});

describe.each(Object.entries(VIEWS))('%s', (_view, view) => {
  it('leaves the top right corner to the host’s menu and has targets of at least 24 pixels', async () => {
    const page = await openIn(LOOKS.narrow!, view);
    const { inCorner, small } = await page.evaluate(() => {
      for (const panel of document.querySelectorAll('.panel')) panel.scrollTop = 0;
      const shown = [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea, summary, [role=option], .message, h1, h2, p')]
        .filter((element) => element.checkVisibility())
        // A box to tick is hit on its words as well.
        .map((element) => ({ element, box: (element.closest('.choice') ?? element).getBoundingClientRect() }));
      const name = ({ element }: { element: HTMLElement }): string => element.outerHTML.slice(0, 80);
      const isTarget = ({ element }: { element: HTMLElement }): boolean => element.matches('button, a:not(p a), input, select, textarea, summary, [role=option]');
      return {
        inCorner: shown.filter(({ box }) => box.right > innerWidth - 34 && box.top < 32 && box.bottom > 0).map(name),
        small: shown.filter((item) => isTarget(item) && Math.min(item.box.width, item.box.height) < 24).map(name),
      };
    });
    expect(inCorner).toEqual([]);
    expect(small).toEqual([]);
  });
});

describe('the theme', () => {
  it('is Office’s even against the system’s, and is read again when the pane gets the focus', async () => {
    pane.site().office.script = 'window.Office = { context: { officeTheme: { isDarkTheme: true } } };';
    const page = await pane.site().open();
    await page.emulateMedia({ colorScheme: 'light' });
    const theme = (): Promise<[string | undefined, string]> =>
      page.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]);
    expect(await theme()).toEqual(['dark', 'rgb(41, 41, 41)']);
    await page.evaluate(() => {
      Object.assign(Office.context.officeTheme, { isDarkTheme: false });
      window.dispatchEvent(new Event('focus'));
    });
    expect(await theme()).toEqual(['light', 'rgb(255, 255, 255)']);
    pane.site().office.script = 'window.Office = undefined;';
  });

  it('follows the system where Office has none', async () => {
    const page = await pane.site().open();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
    }
  });
});

it('nothing moves for those who asked for less motion', async () => {
  const page = await openIn(LOOKS.light!, VIEWS['a long action']!);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
