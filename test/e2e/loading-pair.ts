import type { Frame } from 'playwright-core';
import type { RunningBrowser } from '../../scripts/browser';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import { loadDriverScript } from './driver-script';
import type { SourceRows } from './load-driver';
import { openContext } from './shared-browser';
import { addinOf, contentsOnceAgreed, openShared } from './shared-windows';
import type { WorkbookPicture } from './workbook-picture';

/** Rows that are too large for one request, so that they stand ready on a hidden sheet first. */
export function largeBillOf(source: string): SourceRows {
  return {
    table: 'AIClients',
    source,
    rows: Array.from({ length: 14 }, (_, at) => [
      `${source} ${at}`,
      'OpenAI',
      '',
      45_597,
      at,
      'USD',
      null,
      'billed',
      source,
      'ü'.repeat(30_000),
    ]),
  };
}

/**
 * A workbook that two browsers have open: nothing keeps their loads from one another but what the add-in sees of the workbook.
 * The tests of a file go on from one another's workbook.
 */
export class LoadingPair {
  private constructor(
    readonly share: string,
    readonly browsers: readonly [RunningBrowser, RunningBrowser],
    private readonly script: string,
  ) {}

  one!: LocalPage;
  other!: LocalPage;

  /** Opens both windows. */
  static async open(share: string): Promise<LoadingPair> {
    const script = await loadDriverScript();
    const pair = new LoadingPair(share, await Promise.all([openContext(), openContext()]), script);
    try {
      pair.one = await openShared(pair.browsers[0].context, share);
      pair.other = await openShared(pair.browsers[1].context, share);
    } catch (error) {
      await pair.close();
      throw error;
    }
    return pair;
  }

  async close(): Promise<void> {
    await Promise.all(this.browsers.map((browser) => browser.close()));
  }

  /** The window's add-in, with the driver in it. */
  async driven(window: LocalPage): Promise<Frame> {
    const frame = await addinOf(window);
    if (!(await frame.evaluate(() => 'loadDriver' in globalThis))) {
      await frame.evaluate(this.script);
    }
    return frame;
  }

  async picture(local: LocalPage): Promise<WorkbookPicture> {
    return outcomeIn(await this.driven(local), () => window.loadDriver.picture(), null);
  }

  async expectAgreement(): Promise<void> {
    const [ofOne, ofOther] = await contentsOnceAgreed(this.one, this.other);
    expect(ofOther).toEqual(ofOne);
    expect(await this.picture(this.other)).toEqual(await this.picture(this.one));
  }

  /** How many rows of a source the first window has. */
  async rowsOf(source: string): Promise<number> {
    const { sheets } = await this.picture(this.one);
    return (sheets['AI Clients']?.formulas ?? []).filter((row) => row.includes(source)).length;
  }
}
