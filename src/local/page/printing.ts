/**
 * Printing: what the browser prints, by its menu, by its keys or by the button, are the pages of a sheet.
 */
import type { Grid } from '../grid/grid';
import type { ChartDrawer } from './chart-drawer';
import { showForPrinting } from './print-view';
import type { Shell } from './shell';

/** Connects the browser's printing with the grid. */
export class Printing {
  private drawer: ChartDrawer | null = null;
  private chosen: string | null = null;

  constructor(
    shell: Shell,
    private readonly grid: Grid,
    private readonly loadDrawer: () => Promise<ChartDrawer>,
  ) {
    window.addEventListener('beforeprint', () => this.show());
    window.addEventListener('afterprint', () => {
      this.chosen = null;
    });
    shell.printButton.addEventListener('click', () => {
      void this.prepare(grid.sheets.activeId()).then(() => window.print());
    });
  }

  /** Has the next printout be this sheet. */
  async prepare(sheetId: string): Promise<void> {
    if (this.grid.charts.list(sheetId).length > 0) {
      this.drawer = await this.loadDrawer();
    }
    this.chosen = sheetId;
    this.show();
  }

  /** The browser waits for nothing: what draws charts is there if charts have been in sight. */
  private show(): void {
    const sheetId = this.chosen ?? this.grid.sheets.activeId();
    showForPrinting(this.grid.printed(sheetId), this.drawer, new Date());
  }
}
