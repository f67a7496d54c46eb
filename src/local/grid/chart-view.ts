/**
 * Where the charts of the sheet in sight lie over the grid, and when that may have changed.
 */
import { IRenderManagerService } from '@univerjs/preset-sheets-core';
import type { Charts } from './charts';
import { onExecuted, type GridSession } from './session';
import { sheetFacade } from './sheet-model';

/** A chart over the grid, in CSS pixels from the corner of the grid's canvas. */
export interface ChartPlace {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  /** At full size. */
  readonly width: number;
  readonly height: number;
  /** The sheet's zoom. */
  readonly scale: number;
  /** Above and left of these it is behind headers and frozen cells. */
  readonly clipLeft: number;
  readonly clipTop: number;
}

const MAIN_VIEWPORT = 'viewMain';
/** What is done all the time and changes no cell. */
const NO_CONTENT = /^(?:sheet\.operation\.|doc\.|ui\.)|scroll/;

/** Watches the grid for the charts' sake. */
export class ChartView {
  private watched: unknown = null;

  constructor(
    private readonly session: GridSession,
    private readonly charts: Charts,
    private readonly activeSheetId: () => string,
  ) {}

  /** Calls back when charts may have moved; `hasContent` says that cells may have changed too. May call often. */
  onChange(listener: (hasContent: boolean) => void): void {
    onExecuted(this.session, ({ id }) => listener(!NO_CONTENT.test(id)));
    this.charts.onChange(() => listener(true));
    new ResizeObserver(() => listener(false)).observe(this.canvas());
    this.watchScrolling(() => listener(false));
  }

  /** The element over which charts are laid, which the grid's canvas fills. */
  holder(): HTMLElement {
    const parent = this.canvas().parentElement;
    if (!parent) {
      throw new Error('The grid is not drawn yet.');
    }
    return parent;
  }

  /** Hands on a turn of the wheel over a chart. */
  scroll(event: WheelEvent): void {
    this.canvas().dispatchEvent(new WheelEvent('wheel', event));
  }

  /** Gives the keys back to the grid. */
  focusGrid(): void {
    this.canvas().focus();
  }

  /** The charts of the sheet in sight. */
  places(): ChartPlace[] {
    const sheetId = this.activeSheetId();
    const list = this.charts.list(sheetId);
    const scene = this.render()?.scene;
    if (list.length === 0 || !scene) {
      return [];
    }
    const viewport = scene.getViewport(MAIN_VIEWPORT);
    const sheet = sheetFacade(this.session, sheetId);
    const headers = sheet.getRange(0, 0).getCellRect();
    const freeze = sheet.getFreeze();
    const scale = scene.scaleX;
    const first = sheet.getRange(Math.max(0, freeze.startRow), Math.max(0, freeze.startColumn)).getCellRect();
    return list.map(({ id, content }) => {
      const rect = this.charts.rect(id);
      const [isFrozenDown, isFrozenAcross] = [
        content.from.row < freeze.startRow,
        content.from.column < freeze.startColumn,
      ];
      const x = headers.x + rect.left - (isFrozenAcross ? 0 : (viewport?.viewportScrollX ?? 0));
      const y = headers.y + rect.top - (isFrozenDown ? 0 : (viewport?.viewportScrollY ?? 0));
      return {
        id,
        left: x * scale,
        top: y * scale,
        width: rect.width,
        height: rect.height,
        scale,
        clipLeft: (isFrozenAcross ? headers.x : first.x) * scale,
        clipTop: (isFrozenDown ? headers.y : first.y) * scale,
      };
    });
  }

  private watchScrolling(moved: () => void): void {
    const viewport = this.render()?.scene.getViewport(MAIN_VIEWPORT);
    if (viewport && viewport !== this.watched) {
      this.watched = viewport;
      viewport.onScrollAfter$.subscribeEvent(moved);
    }
  }

  private render() {
    return this.session.injector.get(IRenderManagerService).getRenderById(this.session.unitId);
  }

  private canvas(): HTMLCanvasElement {
    const render = this.render();
    if (!render) {
      throw new Error('The grid is not drawn yet.');
    }
    return render.engine.getCanvasElement();
  }
}
