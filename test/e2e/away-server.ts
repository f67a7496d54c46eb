import type { BrowserContext } from 'playwright-core';
import { LocalPage } from '../../scripts/local-page';
import { startServer, type RunningServer } from '../../scripts/server';

/** A server that can be away for a while: what comes back at the same port knows nothing of the windows that were there. */
export class AwayServer {
  private constructor(
    private running: RunningServer | null,
    readonly origin: string,
  ) {}

  static async start(): Promise<AwayServer> {
    const server = await startServer({ port: 0 });
    return new AwayServer(server, server.origin);
  }

  async stop(): Promise<void> {
    await this.running?.close();
    this.running = null;
  }

  async comeBack(): Promise<void> {
    this.running = await startServer({ port: Number(new URL(this.origin).port) });
  }

  /** Opens a window on the shared workbook of this name. */
  async open(context: BrowserContext, name: string): Promise<LocalPage> {
    const share = `shared-by-the-tests-as-${name}`;
    return LocalPage.open(context, `${this.origin}/local.html?share=${share}`, await context.newPage());
  }
}

/** Waits until the window says this of its sharing. */
export async function untilSaid(local: LocalPage, text: string): Promise<void> {
  await local.page.locator('#status-sharing').getByText(text, { exact: true }).waitFor();
}

/** Waits until the windows say that the server is away. */
export async function untilAway(...windows: readonly LocalPage[]): Promise<void> {
  for (const { page } of windows) {
    await page.locator('#status-sharing', { hasText: 'Server away' }).waitFor();
  }
}

/** Waits until the windows are together again, those that begin anew too. */
export async function untilBack(...windows: readonly LocalPage[]): Promise<void> {
  for (const { page } of windows) {
    await page.waitForFunction((count) => {
      const sharing = 'localWorkbook' in window ? window.localWorkbook.sharing() : null;
      return sharing?.isAway === false && sharing.windows === count;
    }, windows.length);
  }
}
