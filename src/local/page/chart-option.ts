/**
 * A chart as ECharts draws it. What a chart leaves open is drawn as Excel has it by itself.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { GENERAL } from '../../formats/xlsx/number-formats';
import type { DrawnChart, SeriesData } from '../grid/chart-data';
import { shapeOf, type ChartAxisContent, type FillLook, type FontLook, type LineLook } from '../values/chart';
import { PX_PER_POINT } from '../values/sizes';
import { readableColor } from './readable-color';

/** The colours around the series. */
export interface ChartTheme {
  readonly background: string;
  readonly text: string;
  readonly line: string;
}

/** As on paper, and on Excel's sheets. */
export const LIGHT: ChartTheme = { background: '#FFFFFF', text: '#595959', line: '#D9D9D9' };
/** On a dark grid. */
export const DARK: ChartTheme = { background: '#1F1F1F', text: '#D6D6D6', line: '#525252' };

/** What a drawing is made for. */
export interface ChartFrame {
  readonly theme: ChartTheme;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly numberText: (value: number, format: string) => string;
}

type Option = Record<string, unknown>;

/** Excel's colours of series, one after the other. */
const SERIES_COLORS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47', '#264478', '#9E480E'];
const FONT = "Calibri, 'Segoe UI', Arial, sans-serif";
const TITLE_POINTS = 14;
const TEXT_POINTS = 9;
const NONE = 'transparent';
const LINE_POINTS = 2.25;
const MARKER_POINTS = 5;
const TITLE_ROOM = 10;
const LEGEND_ROOM = 26;
/** The width of a character in its height, about. */
const CHARACTER = 0.52;
/** How much of the chart's height labels may take that stand aslant. */
const ASLANT_PART = 0.3;
/** Between one label and the next, in the height of the text. */
const LABEL_GAP = 0.7;

const DASHES: Partial<Record<NonNullable<LineLook['style']>, number[] | string>> = {
  Dash: 'dashed',
  DashDot: [6, 3, 1, 3],
  DashDotDot: [6, 3, 1, 3, 1, 3],
  Dot: 'dotted',
  RoundDot: 'dotted',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  Square: 'rect',
  Diamond: 'diamond',
  Triangle: 'triangle',
  Circle: 'circle',
  Dot: 'circle',
  Dash: 'rect',
  Plus: 'path://M4,0h2v4h4v2h-4v4h-2v-4h-4v-2h4z',
  X: 'path://M1,0l4,4l4,-4l1,1l-4,4l4,4l-1,1l-4,-4l-4,4l-1,-1l4,-4l-4,-4z',
  Star: 'path://M5,0l1.2,3.5h3.8l-3,2.3l1.1,3.7l-3.1,-2.2l-3.1,2.2l1.1,-3.7l-3,-2.3h3.8z',
};

function textStyle(font: FontLook, points: number, theme: ChartTheme): Option {
  const color = font.color ? readableColor(font.color, theme.background) : theme.text;
  return {
    color,
    fontFamily: FONT,
    fontSize: (font.size ?? points) * PX_PER_POINT,
    fontWeight: font.bold ? 'bold' : 'normal',
    fontStyle: font.italic ? 'italic' : 'normal',
  };
}

function lineStyle(line: LineLook, color: string, points: number): Option {
  return {
    color: line.style === 'None' ? NONE : (line.color ?? color),
    width: line.style === 'None' ? 0 : (line.weight ?? points) * PX_PER_POINT,
    type: (line.style && DASHES[line.style]) ?? 'solid',
  };
}

function fillColor(fill: FillLook, color: string): string {
  return fill.isNone ? NONE : (fill.color ?? color);
}

/** The colour that a series has if nothing else is said. */
export function seriesColor(index: number): string {
  return SERIES_COLORS[index % SERIES_COLORS.length] ?? '#4472C4';
}

/** Builds one option. */
class Drawing {
  private readonly isBar: boolean;
  private readonly isRound: boolean;

  constructor(
    private readonly chart: DrawnChart,
    private readonly frame: ChartFrame,
  ) {
    const { kind } = shapeOf(chart.series[0]?.content.type ?? chart.content.type);
    this.isBar = kind === 'bar';
    this.isRound = kind === 'pie' || kind === 'doughnut';
  }

  option(): EChartsCoreOption {
    const { content } = this.chart;
    const { theme } = this.frame;
    const common = {
      animation: false,
      backgroundColor: fillColor(content.area.fill, theme.background),
      textStyle: { fontFamily: FONT },
      ...(this.chart.title === null ? {} : { title: this.title(this.chart.title) }),
      legend: this.legend(),
    };
    return this.isRound ? { ...common, series: this.slices() } : { ...common, ...this.axes(), series: this.series() };
  }

  private title(text: string): Option {
    const { width } = this.frame;
    const { font } = this.chart.content.title;
    const style = textStyle(font, TITLE_POINTS, this.frame.theme);
    return { text, left: 'center', top: 6, textStyle: { ...style, width: width - 24, overflow: 'break' } };
  }

  private get titleRoom(): number {
    const { title, content } = this.chart;
    if (title === null || content.title.overlay) {
      return TITLE_ROOM;
    }
    const size = (content.title.font.size ?? TITLE_POINTS) * PX_PER_POINT;
    const lines = title
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((line.length * size * CHARACTER) / (this.frame.width - 24))),
        0,
      );
    return TITLE_ROOM + 4 + lines * size * 1.3;
  }

  private legend(): Option {
    const { legend } = this.chart.content;
    const isUpright = legend.position === 'Left' || legend.position === 'Right' || legend.position === 'Corner';
    const hidden = new Set(legend.hidden ?? []);
    const names = this.isRound
      ? (this.chart.series[0]?.categories ?? [])
      : this.chart.series.map(({ name }, index) => legendName(name, index));
    return {
      show: legend.isVisible,
      type: 'scroll',
      selectedMode: false,
      orient: isUpright ? 'vertical' : 'horizontal',
      icon: this.isRound ? 'rect' : undefined,
      itemWidth: 18,
      itemHeight: 9,
      data: names.filter((_, index) => !hidden.has(index)),
      formatter: (name: string) => name.replaceAll('\u200b', ''),
      textStyle: textStyle(legend.font, TEXT_POINTS, this.frame.theme),
      ...(legend.position === 'Top' ? { top: this.titleRoom } : {}),
      ...(legend.position === 'Bottom' ? { bottom: 6 } : {}),
      ...(legend.position === 'Left' ? { left: 6, top: 'middle' } : {}),
      ...(legend.position === 'Right' ? { right: 6, top: 'middle' } : {}),
      ...(legend.position === 'Corner' ? { right: 6, top: this.titleRoom } : {}),
    };
  }

  /** What is left for the plot. */
  private plot(): { left: number; right: number; top: number; bottom: number } {
    const { legend } = this.chart.content;
    const takes = (...positions: string[]): boolean =>
      legend.isVisible && !legend.overlay && positions.includes(legend.position);
    const longest = Math.max(0, ...this.chart.series.map(({ name }) => name.length));
    const side = Math.min(this.frame.width / 3, longest * TEXT_POINTS * PX_PER_POINT * CHARACTER + 44);
    return {
      left: 14 + (takes('Left') ? side : 0),
      right: 18 + (takes('Right', 'Corner') ? side : 0),
      top: this.titleRoom + (takes('Top') ? LEGEND_ROOM : 6),
      bottom: 12 + (takes('Bottom') ? LEGEND_ROOM : 0),
    };
  }

  private axes(): Option {
    const { content, series } = this.chart;
    const category = this.axis(content.categoryAxis, 'categoryAxis', {
      type: 'category',
      data: this.categories(),
      boundaryGap: series.some(({ content: { type } }) => !type.startsWith('Area')),
    });
    const hasSecondary = series.some(({ content: { isSecondary } }) => isSecondary);
    const values = [
      this.valueAxis('valueAxis', false),
      ...(hasSecondary ? [this.valueAxis('secondaryAxis', true)] : []),
    ];
    // Where the categories run the other way, Excel has the values' axis on the other side.
    const isOpposite = content.categoryAxis.isReversed !== (content.valueAxis.tickLabels === 'High');
    const placed = values.map((axis, index) => ({
      ...axis,
      position: (index === 1) === isOpposite ? (this.isBar ? 'bottom' : 'left') : this.isBar ? 'top' : 'right',
    }));
    return {
      grid: { ...this.plot(), outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: this.isBar ? placed : category,
      yAxis: this.isBar ? category : placed,
    };
  }

  private categories(): string[] {
    const { series } = this.chart;
    const length = Math.max(0, ...series.map(({ values }) => values.length));
    const named = series.find(({ categories }) => categories.length > 0)?.categories ?? [];
    return Array.from({ length: Math.max(length, named.length) }, (_, index) => named[index] ?? String(index + 1));
  }

  /**
   * Labels below columns, as Excel fits them: side by side, on several lines where their words fit, else aslant and cut short if they
   * are long. Only if even the lines would touch are some left out.
   *
   * @param size of the text, in pixels
   */
  private labelsBelow(size: number): Option {
    const labels = this.categories();
    const { left, right } = this.plot();
    // What the labels of the values take beside the plot.
    const values = 5 * size * CHARACTER + 20;
    const room = (this.frame.width - left - right - values) / Math.max(1, labels.length);
    const widthOf = (text: string): number => (text.length * CHARACTER + LABEL_GAP) * size;
    const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));
    if (longest(labels) <= room) {
      return { interval: 0 };
    }
    if (longest(labels.flatMap((text) => text.split(/\s+/))) <= room) {
      return { interval: 0, width: room - (LABEL_GAP * size) / 2, overflow: 'break' };
    }
    return {
      ...(room >= size * 1.2 ? { interval: 0 } : {}),
      rotate: 45,
      width: this.frame.height * ASLANT_PART * Math.SQRT2,
      overflow: 'truncate',
    };
  }

  private valueAxis(name: 'valueAxis' | 'secondaryAxis', isSecondary: boolean): Option {
    const { content, series } = this.chart;
    const axis = content[name];
    const own = series.filter((each) => each.content.isSecondary === isSecondary);
    const isPercent = own.some(({ content: { type } }) => shapeOf(type).grouping === 'percentStacked');
    const format = axis.numberFormat ?? (isPercent ? '0%' : (own[0]?.numberFormat ?? GENERAL));
    return this.axis(axis, name, {
      type: 'value',
      min: axis.minimum,
      max: axis.maximum ?? (isPercent ? 1 : undefined),
      interval: axis.majorUnit,
      scale: false,
      format: (value: number) => this.frame.numberText(value, format),
    });
  }

  private axis(
    axis: ChartAxisContent,
    name: 'categoryAxis' | 'valueAxis' | 'secondaryAxis',
    { format, ...own }: Option,
  ): Option {
    const { theme } = this.frame;
    const isUpright = (name === 'categoryAxis') === this.isBar;
    const title = this.chart.axisTitles[name];
    const isCategory = name === 'categoryAxis';
    return {
      ...own,
      show: axis.isVisible || title !== null || axis.hasMajorGridlines,
      inverse: axis.isReversed,
      axisLine: {
        show: axis.isVisible && axis.line.style !== 'None' && (isCategory || axis.line.color !== undefined),
        lineStyle: lineStyle(axis.line, theme.line, 0.75),
      },
      axisTick: { show: axis.isVisible && axis.tickMarks !== 'None', inside: axis.tickMarks === 'Inside' },
      axisLabel: {
        show: axis.isVisible && axis.tickLabels !== 'None',
        hideOverlap: true,
        ...textStyle(axis.font, TEXT_POINTS, theme),
        ...(isCategory && !this.isBar ? this.labelsBelow((axis.font.size ?? TEXT_POINTS) * PX_PER_POINT) : {}),
        ...(format ? { formatter: format } : {}),
      },
      splitLine: { show: axis.hasMajorGridlines, lineStyle: lineStyle(axis.gridline, theme.line, 0.75) },
      ...(title === null
        ? {}
        : {
            name: title,
            nameLocation: 'middle',
            nameGap: isUpright ? 12 : 26,
            nameTextStyle: textStyle(axis.title.font, TEXT_POINTS + 1, theme),
          }),
    };
  }

  private series(): Option[] {
    const { series } = this.chart;
    const totals = [false, true].map((isSecondary) =>
      this.categories().map((_, place) =>
        series
          .filter((each) => each.content.isSecondary === isSecondary)
          .reduce((sum, { values }) => sum + Math.abs(values[place] ?? 0), 0),
      ),
    );
    return series.map((data, index) => {
      const { grouping } = shapeOf(data.content.type);
      const total = totals[data.content.isSecondary ? 1 : 0] ?? [];
      const shown = data.values.map((value, place) =>
        value === null || grouping !== 'percentStacked' ? this.blank(value) : value / (total[place] || 1),
      );
      return this.oneSeries(data, index, shown);
    });
  }

  private blank(value: number | null): number | null | '-' {
    return value ?? (this.chart.content.blanks === 'Zero' ? 0 : '-');
  }

  private oneSeries(data: SeriesData, index: number, shown: readonly (number | null | '-')[]): Option {
    const { content } = data;
    const { kind, grouping } = shapeOf(content.type);
    const color = seriesColor(index);
    const isStacked = grouping === 'stacked' || grouping === 'percentStacked';
    const axis = content.isSecondary ? 1 : 0;
    const common = {
      name: legendName(data.name, index),
      ...(this.isBar ? { xAxisIndex: axis } : { yAxisIndex: axis }),
      ...(isStacked
        ? { stack: `${kind} ${axis}`, stackStrategy: kind === 'area' || kind === 'line' ? 'all' : 'samesign' }
        : {}),
      silent: true,
      emphasis: { disabled: true },
      label: this.label(data, isStacked),
      z: kind === 'line' ? 4 : kind === 'area' ? 1 : 2,
    };
    return kind === 'line' || kind === 'area'
      ? { ...common, ...this.lineSeries(data, color, kind === 'area'), data: shown }
      : { ...common, ...this.barSeries(data, color, isStacked), data: this.points(data, shown) };
  }

  private barSeries({ content }: SeriesData, color: string, isStacked: boolean): Option {
    const gap = content.gapWidth ?? this.gapWidthOfAll ?? 150;
    const overlap = content.overlap ?? (isStacked ? 100 : 0);
    return {
      type: 'bar',
      barCategoryGap: `${(gap / (gap + 100)) * 100}%`,
      barGap: `${-overlap}%`,
      itemStyle: {
        color: fillColor(content.fill, color),
        ...(content.line.color && content.line.style !== 'None'
          ? {
              borderColor: content.line.color,
              borderWidth: (content.line.weight ?? 0.75) * PX_PER_POINT,
              borderType: (content.line.style && DASHES[content.line.style]) ?? 'solid',
            }
          : {}),
      },
    };
  }

  private get gapWidthOfAll(): number | undefined {
    return this.chart.series.find(({ content }) => content.gapWidth !== undefined)?.content.gapWidth;
  }

  private lineSeries({ content }: SeriesData, color: string, isArea: boolean): Option {
    const { marker, line, fill } = content;
    const hasMarkers = !isArea && (marker.style ? marker.style !== 'None' : shapeOf(content.type).hasMarkers);
    const own = line.color ?? (isArea ? fill.color : undefined) ?? color;
    const shape = marker.style && marker.style !== 'Automatic' ? SYMBOLS[marker.style] : 'circle';
    return {
      type: 'line',
      smooth: content.isSmooth,
      showSymbol: hasMarkers,
      symbol: hasMarkers ? shape : 'none',
      symbolSize: (marker.size ?? MARKER_POINTS) * PX_PER_POINT,
      connectNulls: this.chart.content.blanks === 'Interplotted',
      lineStyle: isArea && line.color === undefined ? { width: 0, color: NONE } : lineStyle(line, own, LINE_POINTS),
      itemStyle: {
        color: isArea ? fillColor(fill, color) : (marker.fill ?? own),
        borderColor: marker.line ?? own,
      },
      ...(isArea ? { areaStyle: { color: fillColor(fill, color), opacity: 1 } } : {}),
    };
  }

  private points({ content }: SeriesData, shown: readonly (number | null | '-')[]): unknown[] {
    const looks = new Map(content.points.map(({ index, fill }) => [index, fill]));
    return shown.map((value, index) => {
      const fill = looks.get(index);
      return fill && (fill.isNone || fill.color) ? { value, itemStyle: { color: fillColor(fill, NONE) } } : value;
    });
  }

  private label({ content, values, categories, name, numberFormat }: SeriesData, isStacked: boolean): Option {
    const { labels } = content;
    if (!labels) {
      return { show: false };
    }
    const { kind } = shapeOf(content.type);
    const format = labels.numberFormat ?? numberFormat;
    const fallback = kind === 'line' ? 'right' : isStacked ? 'inside' : kind === 'bar' ? 'right' : 'top';
    const places: Readonly<Record<string, string>> = {
      Center: 'inside',
      InsideEnd: kind === 'bar' ? 'insideRight' : 'insideTop',
      InsideBase: kind === 'bar' ? 'insideLeft' : 'insideBottom',
      OutsideEnd: kind === 'bar' ? 'right' : 'top',
      Left: 'left',
      Right: 'right',
      Top: 'top',
      Bottom: 'bottom',
    };
    return {
      show: true,
      position: (labels.position && places[labels.position]) ?? fallback,
      ...textStyle(labels.font, TEXT_POINTS, this.frame.theme),
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const value = values[dataIndex];
        return [
          ...(labels.showSeriesName ? [name] : []),
          ...(labels.showCategoryName ? [categories[dataIndex] ?? ''] : []),
          ...(labels.showValue && typeof value === 'number' ? [this.frame.numberText(value, format)] : []),
        ].join(labels.separator ?? ', ');
      },
    };
  }

  /** Of round charts only the first series is drawn as slices; a doughnut has a ring for each. */
  private slices(): Option[] {
    const { series } = this.chart;
    const isRing = (series[0]?.content.type ?? this.chart.content.type) === 'Doughnut';
    const rings = isRing ? series : series.slice(0, 1);
    const { left, right, top, bottom } = this.plot();
    const radius = Math.max(10, Math.min(this.frame.width - left - right, this.frame.height - top - bottom) / 2 - 8);
    const hole = ((series[0]?.content.holeSize ?? 75) / 100) * radius;
    const width = isRing ? (radius - hole) / Math.max(1, rings.length) : radius;
    const center = [left + (this.frame.width - left - right) / 2, top + (this.frame.height - top - bottom) / 2];
    return rings.map((data, ring) => ({
      type: 'pie',
      name: data.name,
      center,
      radius: isRing ? [hole + ring * width, hole + (ring + 1) * width] : radius,
      startAngle: 90,
      silent: true,
      emphasis: { disabled: true },
      label: this.sliceLabel(data, isRing),
      labelLine: { length: 6, length2: 6 },
      itemStyle: { borderColor: this.frame.theme.background, borderWidth: 1 },
      data: this.slicesOf(data),
    }));
  }

  private slicesOf({ content, values, categories }: SeriesData): Option[] {
    const looks = new Map(content.points.map(({ index, fill }) => [index, fill]));
    return values.map((value, index) => ({
      name: categories[index] ?? String(index + 1),
      value: Math.abs(value ?? 0),
      itemStyle: { color: fillColor(looks.get(index) ?? {}, seriesColor(index)) },
    }));
  }

  private sliceLabel({ content: { labels }, values, numberFormat, name }: SeriesData, isRing: boolean): Option {
    if (!labels) {
      return { show: false };
    }
    const total = values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0) || 1;
    const isOutside = !isRing && (labels.position === 'OutsideEnd' || labels.position === 'BestFit');
    return {
      show: true,
      position: isOutside ? 'outside' : 'inside',
      ...textStyle(labels.font, TEXT_POINTS, this.frame.theme),
      formatter: ({ dataIndex, name: category }: { dataIndex: number; name: string }) => {
        const value = values[dataIndex] ?? 0;
        return [
          ...(labels.showSeriesName ? [name] : []),
          ...(labels.showCategoryName ? [category] : []),
          ...(labels.showValue ? [this.frame.numberText(value, labels.numberFormat ?? numberFormat)] : []),
          ...(labels.showPercentage
            ? [this.frame.numberText(Math.abs(value) / total, labels.showValue ? '0%' : (labels.numberFormat ?? '0%'))]
            : []),
        ].join(labels.separator ?? ', ');
      },
    };
  }
}

/** ECharts joins series of one name in its legend: what cannot be seen tells them apart. */
function legendName(name: string, index: number): string {
  return name + '\u200b'.repeat(index);
}

/** The option. */
export function chartOption(chart: DrawnChart, frame: ChartFrame): EChartsCoreOption {
  return new Drawing(chart, frame).option();
}
