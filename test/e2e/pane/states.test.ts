import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';
import type { MemoryServices } from './memory-services';

const pane = servedPane(HARNESS);

/** Calls a method of the workbook behind the pane. */
async function tell<
  Name extends 'hold' | 'release' | 'step' | 'fail' | 'breakDown' | 'recover' | 'change' | 'changeClient',
>(page: Page, name: Name, ...args: Parameters<MemoryServices[Name]>): Promise<void> {
  await page.evaluate(([method, values]) => (globalThis.memory[method] as (...given: unknown[]) => void)(...values), [
    name,
    args as unknown[],
  ] as const);
}

declare global {
  var shownAt: { readonly skeleton: number; readonly words: number };
}

/** Has the page itself note when it showed its skeleton and when its words: on a busy machine a test looks too late to tell. */
const NOTING_WHEN = `
  globalThis.shownAt = {};
  new MutationObserver(() => {
    const words = document.querySelector('.loading-text');
    if (words !== null) {
      shownAt.skeleton ??= performance.now();
    }
    if (words?.textContent) {
      shownAt.words ??= performance.now();
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });`;

const shows = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

describe('before the workbook is read', () => {
  it('the page’s skeleton stays, and after half a second the pane says what it waits for', async () => {
    const site = pane.site();
    const { script } = site.office;
    site.office.script = `${script}${NOTING_WHEN}`;
    const page = await site.open('?hold=snapshot').finally(() => {
      site.office.script = script;
    });
    await page.locator('.page-skeleton').waitFor();
    await shows(page, 'Reading the tables…');
    const { skeleton, words } = await page.evaluate(() => globalThis.shownAt);
    expect(words - skeleton).toBeGreaterThan(450);
    await tell(page, 'release', 'snapshot');
    await shows(page, 'ByteDance');
  });

  it('a failure says what, why and what next, and can be tried again', async () => {
    const page = await pane.site().open('?unreadable');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/The tables could not be read\.\s+Excel did not answer\. Try again\./);
    await tell(page, 'recover', 'snapshot');
    await page.getByRole('button', { name: 'Try again' }).click();
    await shows(page, 'ByteDance');
  });
});

describe('a workbook without our tables', () => {
  it('shows one sentence, one action, and the way for a bill of one’s own', async () => {
    const page = await pane.site().open('?workbook=new');
    await page.getByRole('heading', { name: 'AI Spend' }).waitFor();
    expect(await page.getByRole('button').allInnerTexts()).toEqual([
      'Load reference data',
      'Import a bill…',
      'Connect a ledger…',
    ]);
    expect(await page.getByRole('tab').count()).toBe(0);
  });

  it('that is read-only says why nothing can be loaded', async () => {
    const page = await pane.site().open('?workbook=new');
    await page.getByRole('button').first().waitFor();
    await tell(page, 'change', { readOnly: true });
    await shows(page, 'This workbook is read-only.');
    await page.getByRole('button', { name: 'Load reference data' }).click({ force: true });
    expect(await page.evaluate(() => globalThis.memory.calls)).toEqual([]);
  });

  it('stays at its first view when the load fails, with the reason', async () => {
    const page = await pane.site().open('?workbook=new');
    await page.getByRole('button').first().waitFor();
    await tell(
      page,
      'fail',
      'loadReferenceData',
      'Nothing was loaded.',
      'The sheet “AI Clients” is protected.',
      'Unprotect it, then load again.',
    );
    await page.getByRole('button', { name: 'Load reference data' }).click();
    await shows(page, 'Nothing was loaded.');
    await shows(page, 'Unprotect it, then load again.');
    expect(await page.getByRole('tab').count()).toBe(0);
  });
});

describe('a workbook that is partly there', () => {
  it('without AIClients offers to load it', async () => {
    const page = await pane.site().open();
    await shows(page, 'ByteDance');
    await tell(page, 'change', {
      tables: { ...(await page.evaluate(() => globalThis.memory.workbook.tables)), AIClients: { kind: 'missing' } },
      clients: [],
    });
    await shows(page, 'This workbook has no table AIClients.');
    await page.getByRole('button', { name: 'Load reference data' }).click();
    await shows(page, 'ByteDance');
  });

  it('with an AIClients that cannot be read says why and goes there', async () => {
    const page = await pane.site().open();
    await shows(page, 'ByteDance');
    await tell(page, 'change', {
      tables: {
        ...(await page.evaluate(() => globalThis.memory.workbook.tables)),
        AIClients: { kind: 'broken', message: 'AIClients has no column "Spend". Add it.' },
      },
    });
    await shows(page, 'AIClients cannot be read.');
    await page.getByRole('button', { name: 'Go to AIClients' }).first().click();
    expect(await page.evaluate(() => globalThis.memory.calls)).toEqual(['select AIClients null']);
  });

  it('with rows that cannot be used counts them and leads to each', async () => {
    const page = await pane.site().open('?workbook=busy');
    await shows(page, '2 rows of AIClients cannot be used.');
    await page.getByRole('button', { name: 'Show the rows' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-data');
    await shows(page, 'Month is "next year", not a month.');
    await shows(page, 'AIRates has no column "Units per EUR".');
    await page.getByRole('button', { name: 'Row 19, go to it' }).click();
    expect(await page.evaluate(() => globalThis.memory.calls)).toEqual(['select AIClients 19']);
  });
});

describe('while the data changes', () => {
  it('the figures follow, and neither focus nor search text is touched', async () => {
    const page = await pane.site().open();
    await page.getByLabel('Search clients').fill('byte');
    await tell(page, 'changeClient', 'ByteDance', { spend: '25,000,000.00 EUR' });
    await shows(page, '25,000,000.00 EUR');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('byte');
  });

  it('a failed reading leaves the old figures, says from when they are, and can be tried again', async () => {
    const page = await pane.site().open();
    await shows(page, 'ByteDance');
    await tell(
      page,
      'fail',
      'snapshot',
      'The tables could not be read.',
      'Excel did not answer.',
      'Try again in a moment.',
    );
    await tell(page, 'changeClient', 'ByteDance', { spend: '25,000,000.00 EUR' });
    await shows(page, 'These figures are from');
    await shows(page, '20,000,000.00 EUR');
    await tell(page, 'recover', 'snapshot');
    await page.getByRole('button', { name: 'Try again' }).click();
    await shows(page, '25,000,000.00 EUR');
    expect(await page.getByText('These figures are from').count()).toBe(0);
  });

  it('a change during a reading is not lost', async () => {
    const page = await pane.site().open('?hold=snapshot');
    await page.locator('.page-skeleton').waitFor();
    await tell(page, 'changeClient', 'ByteDance', { spend: '1.00 EUR' });
    await tell(page, 'release', 'snapshot');
    await shows(page, '1.00 EUR');
  });
});

describe('a long action', () => {
  async function startRecalculation(): Promise<Page> {
    const page = await pane.site().open('?hold=recalculate');
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Recalculate' }).click();
    return page;
  }

  it('shows how far it is, then its end', async () => {
    const page = await startRecalculation();
    await page.getByRole('progressbar', { name: 'Recalculating…' }).waitFor();
    await tell(page, 'step', 'recalculate', { kind: 'recalculating', done: 3_200, total: 10_000 });
    await shows(page, '3,200 of 10,000 cells');
    expect(await page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.position)).toBeCloseTo(0.32);
    await tell(page, 'release', 'recalculate');
    await shows(page, '10,000 cells up to date.');
    expect(await page.getByRole('progressbar').count()).toBe(0);
  });

  it('keeps other actions waiting', async () => {
    const page = await startRecalculation();
    await page.getByRole('button', { name: 'Load reference data' }).click({ force: true });
    expect(await page.evaluate(() => globalThis.memory.calls)).toEqual(['recalculate']);
  });

  it('is cancelled, and says what that leaves', async () => {
    const page = await startRecalculation();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await shows(page, 'Recalculation cancelled. Cells that were not reached keep their last value.');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await page.getByText('Recalculation cancelled').count()).toBe(0);
  });

  it('says at once when it waits for the user to leave a cell', async () => {
    const page = await pane.site().open('?workbook=new&hold=loadReferenceData');
    await page.getByRole('button', { name: 'Load reference data' }).click();
    await tell(page, 'step', 'loadReferenceData', { kind: 'waiting-for-cell-edit' });
    await shows(page, 'Finish editing the cell, then this goes on by itself.');
    await tell(page, 'release', 'loadReferenceData');
    await shows(page, 'Reference data loaded');
  });
});

describe('closing the tab', () => {
  /** Whether the browser would ask first. */
  const asks = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const leaving = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(leaving);
      return leaving.defaultPrevented;
    });

  it('asks first while a load runs, and no longer once it has ended or failed', async () => {
    const page = await pane.site().open('?workbook=new&hold=loadReferenceData');
    const load = page.getByRole('button', { name: 'Load reference data' });
    await load.waitFor();
    expect(await asks(page)).toBe(false);
    await tell(page, 'fail', 'loadReferenceData', 'Nothing was loaded.', 'Excel is busy.', 'Try again.');
    await load.click();
    expect(await asks(page)).toBe(true);
    await tell(page, 'release', 'loadReferenceData');
    await shows(page, 'Nothing was loaded.');
    expect(await asks(page)).toBe(false);
    await tell(page, 'recover', 'loadReferenceData');
    await load.click();
    await shows(page, 'Reference data loaded');
    expect(await asks(page)).toBe(false);
  });

  it('does not ask while nothing is written', async () => {
    const page = await pane.site().open('?hold=recalculate');
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Recalculate' }).click();
    await page.getByRole('progressbar', { name: 'Recalculating…' }).waitFor();
    expect(await asks(page)).toBe(false);
  });
});

describe('an insertion', () => {
  async function insert(): Promise<Page> {
    const page = await pane.site().open();
    await page.getByRole('button', { name: /^ByteDance/ }).click();
    return page;
  }
  const press = (page: Page): Promise<void> => page.getByRole('button', { name: /^Insert =AISPEND/ }).click();

  it('while a cell is edited says what to finish first, as information', async () => {
    const page = await insert();
    await tell(page, 'fail', 'insertFormula', 'Finish editing the cell, then press Insert again.', '', '', 'editing');
    await press(page);
    await page.locator('.message.info', { hasText: 'Finish editing the cell, then press Insert again.' }).waitFor();
  });

  it('that fails for a reason nobody foresaw still says what happened', async () => {
    const page = await insert();
    await tell(page, 'breakDown', 'insertFormula', 'GeneralException');
    await press(page);
    await page.locator('.message.error', { hasText: 'GeneralException.' }).waitFor();
    expect(pane.site().complaints.splice(0).join()).toContain('GeneralException');
  });

  it('can be made again after a failure', async () => {
    const page = await insert();
    await tell(page, 'fail', 'insertFormula', 'The cell is protected.', '', '');
    await press(page);
    await shows(page, 'The cell is protected.');
    await tell(page, 'recover', 'insertFormula');
    await press(page);
    await shows(page, '=AISPEND("ByteDance") is in Sheet1!B2.');
    expect(await page.getByText('The cell is protected.').count()).toBe(0);
  });
});

describe('a view that cannot be drawn', () => {
  it('leaves a message and a way back', async () => {
    const page = await pane.site().open();
    await shows(page, 'ByteDance');
    const { clients } = await page.evaluate(() => globalThis.memory.workbook);
    await tell(page, 'change', { clients: null as never });
    await page.getByRole('alert').waitFor();
    expect(pane.site().complaints.splice(0).length).toBeGreaterThan(0);
    await tell(page, 'change', { clients });
    await page.getByRole('button', { name: 'Show the pane again' }).click();
    await shows(page, 'ByteDance');
  });
});
