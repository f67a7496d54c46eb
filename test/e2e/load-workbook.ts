import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import type { CellValue } from '../../src/domain/ledger/table';
import { loadDriverScript } from './driver-script';
import type { LoadRecord, LoadSettings, SourceRows } from './load-driver';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';
import type { WorkbookPicture } from './workbook-picture';

/** The source of the rows that come and go. */
export const BILL = 'bill.csv';
/** The requests before that one find leftovers and read the table. */
export const FIRST_WRITE = 5;

/** A row of AIClients. */
export function clientRow(client: string, spend: number, source: string, note: string | null = null): CellValue[] {
  return [client, 'OpenAI', '', 45_597, spend, 'USD', null, 'billed', source, note];
}

/** A bill of so many rows. */
export function bill(count: number, note = 'short'): SourceRows {
  return {
    table: 'AIClients',
    source: BILL,
    rows: Array.from({ length: count }, (_, at) => clientRow(`=Client ${at}`, at + 0.25, BILL, note)),
  };
}

/** A bill whose rows are too large for one request. */
export function largeBill(count: number): SourceRows {
  return bill(count, 'ü'.repeat(30_000));
}

/**
 * The local workbook, loaded through real Office.js with plans of the test's own. AIClients stands in it among things of the
 * user's: a column with formulas, cells and a table below, formulas elsewhere.
 */
export class LoadWorkbook {
  private constructor(
    private readonly opened: OpenedWorkbook,
    private readonly script: string,
  ) {}

  /** The workbook as it was before any test. */
  before!: WorkbookPicture;

  static async open(): Promise<LoadWorkbook> {
    const script = await loadDriverScript();
    const book = new LoadWorkbook(await openWorkbook(), script);
    try {
      await book.furnish();
    } catch (error) {
      await book.close();
      throw error;
    }
    return book;
  }

  get local(): LocalPage {
    return this.opened.local;
  }

  close(): Promise<void> {
    return this.opened.browser.close();
  }

  /** The add-in's frame, with the driver in it. */
  async addin(): Promise<Frame> {
    const frame = this.local.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
    if (frame === undefined) {
      throw new Error('The add-in has no frame.');
    }
    await frame.waitForFunction(() => 'Excel' in window && 'run' in Excel);
    if (!(await frame.evaluate(() => 'loadDriver' in window))) {
      await frame.evaluate(this.script);
    }
    return frame;
  }

  async load(sources: readonly SourceRows[], settings: LoadSettings = {}): Promise<LoadRecord> {
    return outcomeIn(await this.addin(), ([what, how]) => window.loadDriver.load(what, how, true), [
      sources,
      settings,
    ] as const);
  }

  async picture(): Promise<WorkbookPicture> {
    return outcomeIn(await this.addin(), () => window.loadDriver.picture(), null);
  }

  /** What stands in the first column of AIClients. */
  async clients(): Promise<unknown[]> {
    const { sheets, tables } = await this.picture();
    const rows = Number(/\d+$/.exec(tables['AIClients'] ?? '')?.[0]);
    return (sheets['AI Clients']?.formulas ?? []).slice(1, rows).map((row) => row[0]);
  }

  async deleteSheet(name: string): Promise<void> {
    await outcomeIn(
      await this.addin(),
      (gone) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(gone).delete();
          await context.sync();
        }),
      name,
    );
    await this.local.settle();
  }

  /** The add-in's frame is loaded anew: all that ran in it is gone. */
  async startAnew(): Promise<void> {
    await this.local.page.evaluate(() => window.localWorkbook.killRuntime());
    await this.local.showPane();
    await this.local.settle();
    await (await this.addin()).waitForFunction(() => 'Excel' in window && Boolean(Office?.context?.document));
  }

  /** Lets the add-in believe that the host has another version of the API. */
  async pretend(version: string): Promise<void> {
    await (
      await this.addin()
    ).evaluate((newest) => {
      const { requirements } = Office.context;
      const isSupported = requirements.isSetSupported.bind(requirements);
      Object.assign(requirements, {
        isSetSupported: (name: string, least?: string) =>
          (name === 'ExcelApi' && least === newest) || isSupported(name, least),
      });
    }, version);
  }

  private async furnish(): Promise<void> {
    await this.local.showPane();
    await this.local.settle();
    const mine = ['Acme', 'Globex', 'Initech'].map((client, at) => clientRow(client, at + 1, 'mine'));
    await this.load([{ table: 'AIClients', source: 'mine', rows: mine }]);
    await outcomeIn(
      await this.addin(),
      () =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('AI Clients');
          const table = context.workbook.tables.getItem('AIClients');
          table.columns.add(undefined, [['Mine'], ['=E2*2'], ['=E3*2'], ['=E4*2']]);
          sheet.getRange('A7').values = [['a note']];
          sheet.getRange('B9:C10').values = [
            ['Other', 'Number'],
            ['x', 7],
          ];
          const other = sheet.tables.add('A9:K10', true);
          other.name = 'Other';
          sheet.getRange('M2').formulas = [['=SUM(E2:E4)']];
          sheet.getRange('M8').formulas = [['=A7&"!"']];
          await context.sync();
        }),
      null,
    );
    await this.local.settle();
    this.before = await this.picture();
  }
}

/**
 * Loads a large bill with a runtime that dies once a request was sent, looks that all is as before or complete, and leaves it as
 * before. Gives which it was, and how many hidden sheets were left over.
 */
export async function stateAfterDeath(book: LoadWorkbook, request: number, complete: WorkbookPicture): Promise<string> {
  expect(await book.load([largeBill(14)], { dieAt: { request, sent: true } })).toMatchObject({ died: true });
  await book.startAnew();
  const left = await book.picture();
  const staging = Object.keys(left.sheets).filter((name) => name.startsWith('AI Spend load'));
  expect(staging.map((name) => left.sheets[name]?.visibility)).toEqual(staging.map(() => 'Hidden'));
  const shown = {
    ...left,
    sheets: Object.fromEntries(Object.entries(left.sheets).filter(([name]) => !staging.includes(name))),
  };
  const isComplete = JSON.stringify(shown) === JSON.stringify(complete);
  if (isComplete) {
    await book.load([bill(0)]);
  } else {
    expect(shown).toEqual(book.before);
  }
  return `${isComplete ? 'complete' : 'before'}, ${staging.length} left over`;
}
