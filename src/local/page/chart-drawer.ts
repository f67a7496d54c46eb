/**
 * Charts as SVG, by ECharts. It loads when the first chart is drawn.
 */
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, LegendScrollComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DrawnChart } from '../grid/chart-data';
import { numberText } from '../grid/number-text';
import type { Conventions } from '../values/conventions';
import { chartOption, DARK, LIGHT } from './chart-option';

/** How large, and on what ground. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  readonly isDark: boolean;
}

/** Draws charts. */
export interface ChartDrawer {
  /** Puts the drawing into an element, in place of the one before. */
  draw(element: HTMLElement, chart: DrawnChart, size: DrawingSize): void;
}

/** The drawer, which writes numbers as the language does. */
export function chartDrawer(conventions: Conventions): ChartDrawer {
  use([
    BarChart,
    LineChart,
    PieChart,
    GridComponent,
    LegendComponent,
    LegendScrollComponent,
    TitleComponent,
    SVGRenderer,
  ]);
  return {
    draw: (element, chart, { width, height, isDark }) => {
      const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
      drawing.setOption(
        chartOption(chart, {
          theme: isDark ? DARK : LIGHT,
          width,
          height,
          numberText: (value, format) => numberText(value, format, conventions),
        }),
      );
      element.innerHTML = drawing.renderToSVGString();
      drawing.dispose();
    },
  };
}
