/**
 * The charts over the grid: drawn anew when their cells change, moved with the grid, and themselves moved, sized and deleted by mouse
 * and keyboard.
 */
import type { ChartPlace } from '../grid/chart-view';
import type { DrawnChart } from '../grid/chart-data';
import type { Grid } from '../grid/grid';
import type { ChartDrawer } from './chart-drawer';

/** What the layer needs from the rest of the page. */
export interface ChartLayerParts {
  readonly grid: Grid;
  readonly isReadOnly: boolean;
  /** Whether the grid is dark now. */
  isDark(): boolean;
  /** What draws charts, which loads when it is first used. */
  loadDrawer(): Promise<ChartDrawer>;
  /** Makes a change when this window may. */
  write(change: () => void): void;
}

const KEY_STEP_PX = 8;
const LEAST_PX = 40;
const DRAG_FROM_PX = 3;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const HINT = 'Arrow keys move the chart, with Shift they size it. Delete removes it, Escape leaves it.';

/** A chart as it stands on the page. */
interface ShownChart {
  readonly element: HTMLElement;
  readonly drawing: HTMLElement;
  /** What was drawn last, to draw only what is new. */
  drawn: string;
}

/** What the chart is called by those who do not see it. */
function nameOf({ content, title }: DrawnChart): string {
  return content.description ?? title ?? content.name;
}

/** Draws them. */
export class ChartLayer {
  private readonly layer = document.createElement('div');
  private readonly shown = new Map<string, ShownChart>();
  private isDue = false;
  private hasContent = false;
  private selected: string | null = null;
  private drawing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ChartLayerParts) {
    const { chartView, charts } = parts.grid;
    this.layer.className = 'charts';
    chartView.holder().append(this.layer);
    chartView.onChange((hasContent) => this.schedule(hasContent));
    charts.onSelect((id) => {
      this.selected = id;
      this.schedule(false);
    });
    this.schedule(true);
  }

  /** Whether everything is drawn as the cells are now. */
  get isIdle(): boolean {
    return !this.isDue;
  }

  /** Draws them for the grid's new colours. */
  colorsChanged(): void {
    this.schedule(true);
  }

  private schedule(hasContent: boolean): void {
    this.hasContent ||= hasContent;
    if (!this.isDue) {
      this.isDue = true;
      // A page in the background has no frames, but is printed and read by scripts all the same.
      const start = document.visibilityState === 'visible' ? requestAnimationFrame : setTimeout;
      start(() => {
        this.drawing = this.drawing.then(() => this.update());
      });
    }
  }

  private async update(): Promise<void> {
    const { chartView, charts, chartData } = this.parts.grid;
    const places = chartView.places();
    this.forgetOthers(new Set(places.map(({ id }) => id)));
    const withContent = this.hasContent;
    this.hasContent = false;
    for (const place of places) {
      const known = this.shown.get(place.id);
      const chart = known ?? this.add(place.id);
      this.put(chart, place);
      if (withContent || !known) {
        await this.draw(chart, chartData.read(charts.get(place.id).content), place);
      }
    }
    this.isDue = false;
    this.focusSelected();
    if (this.hasContent) {
      this.schedule(true);
    }
  }

  private forgetOthers(ids: ReadonlySet<string>): void {
    for (const [id, { element }] of this.shown) {
      if (!ids.has(id)) {
        const hadFocus = element === document.activeElement;
        element.remove();
        this.shown.delete(id);
        if (hadFocus) {
          this.parts.grid.chartView.focusGrid();
        }
      }
    }
  }

  private add(id: string): ShownChart {
    const element = document.createElement('div');
    element.className = 'chart';
    element.setAttribute('role', 'img');
    element.tabIndex = 0;
    element.title = this.parts.isReadOnly ? '' : HINT;
    const drawing = document.createElement('div');
    drawing.className = 'chart-drawing';
    element.append(drawing);
    if (!this.parts.isReadOnly) {
      const handle = document.createElement('div');
      handle.className = 'chart-handle';
      handle.addEventListener('pointerdown', (event) => this.drag(event, id, element, true));
      element.append(handle);
      element.addEventListener('keydown', (event) => this.key(event, id));
      element.addEventListener('pointerdown', (event) => this.drag(event, id, element, false));
    }
    element.addEventListener('wheel', (event) => this.parts.grid.chartView.scroll(event), { passive: true });
    this.layer.append(element);
    const chart = { element, drawing, drawn: '' };
    this.shown.set(id, chart);
    return chart;
  }

  private put({ element }: ShownChart, place: ChartPlace): void {
    const { left, top, width, height, scale, clipLeft, clipTop } = place;
    element.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    const cut = (edge: number, start: number): string => `${Math.max(0, edge - start) / scale}px`;
    const isCut = clipTop > top || clipLeft > left;
    element.style.clipPath = isCut ? `inset(${cut(clipTop, top)} -4px -4px ${cut(clipLeft, left)})` : '';
  }

  private async draw(shown: ShownChart, chart: DrawnChart, { width, height }: ChartPlace): Promise<void> {
    const isDark = this.parts.isDark();
    const drawn = JSON.stringify([chart, width, height, isDark]);
    if (drawn === shown.drawn) {
      return;
    }
    shown.drawn = drawn;
    shown.element.setAttribute('aria-label', nameOf(chart));
    const drawer = await this.parts.loadDrawer();
    drawer.draw(shown.drawing, chart, { width, height, isDark });
  }

  private focusSelected(): void {
    const chart = this.selected === null ? undefined : this.shown.get(this.selected);
    if (chart) {
      this.selected = null;
      chart.element.focus();
    }
  }

  private key(event: KeyboardEvent, id: string): void {
    const { charts, chartView } = this.parts.grid;
    const arrow = ARROWS[event.key];
    // The grid listens to the whole page, and would take these for its own.
    event.stopPropagation();
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.parts.write(() => charts.remove(id));
    } else if (event.key === 'Escape') {
      chartView.focusGrid();
    } else if (arrow) {
      event.preventDefault();
      const [x, y] = arrow;
      const step = event.ctrlKey || event.metaKey ? 1 : KEY_STEP_PX;
      this.moveBy(id, x * step, y * step, event.shiftKey);
    }
  }

  private moveBy(id: string, x: number, y: number, isSizing: boolean): void {
    const { charts } = this.parts.grid;
    this.parts.write(() => {
      const { left, top, width, height } = charts.rect(id);
      charts.place(
        id,
        isSizing
          ? { left, top, width: Math.max(LEAST_PX, width + x), height: Math.max(LEAST_PX, height + y) }
          : { left: Math.max(0, left + x), top: Math.max(0, top + y), width, height },
      );
    });
  }

  private drag(event: PointerEvent, id: string, element: HTMLElement, isSizing: boolean): void {
    event.stopPropagation();
    if (event.button !== 0) {
      return;
    }
    element.focus();
    element.setPointerCapture(event.pointerId);
    const scale = this.parts.grid.chartView.places().find((place) => place.id === id)?.scale ?? 1;
    const by = (moved: PointerEvent): [number, number] => [
      (moved.clientX - event.clientX) / scale,
      (moved.clientY - event.clientY) / scale,
    ];
    const move = (moved: PointerEvent): void => {
      const [x, y] = by(moved);
      element.style.translate = isSizing ? '' : `${x * scale}px ${y * scale}px`;
      element.style.outlineOffset = isSizing ? `${Math.max(0, Math.min(x, y))}px` : '';
    };
    const end = (ended: PointerEvent): void => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
      element.style.translate = '';
      element.style.outlineOffset = '';
      const [x, y] = by(ended);
      if (ended.type === 'pointerup' && Math.hypot(x, y) >= DRAG_FROM_PX) {
        this.moveBy(id, x, y, isSizing);
      }
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  }
}
