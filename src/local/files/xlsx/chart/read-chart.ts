/**
 * A chart's part, read. What the local workbook does not draw is left out of the chart; a chart of which it draws nothing is none.
 */
import { unescapeText } from '../../../../formats/xlsx/escaped-text';
import {
  BLANK_LABELS,
  newChart,
  newSeries,
  type CellSource,
  type ChartAxisContent,
  type ChartContent,
  type ChartPointContent,
  type ChartSeriesContent,
  type ChartTitleContent,
  type ChartType,
  type DataLabelsContent,
} from '../../../values/chart';
import { BLANK_WORDS, here, LABEL_PLACES, LEGEND_PLACES, MARKERS, TICK_LABELS, TICKS } from './drawing-words';
import type { XmlElement } from './element-tree';
import { readFill, readFont, readLine, readText, type Theme } from './read-shape';
import { readReference } from './reference';

/** Where a chart lies, and what it is called. */
export type ChartFrame = Pick<ChartContent, 'name' | 'from' | 'to' | 'description'>;

const MOST_SERIES = 255;

function typeOf(group: XmlElement): ChartType | null {
  const grouping = group.value('grouping') ?? '';
  const stacked = grouping === 'percentStacked' ? 'Stacked100' : grouping === 'stacked' ? 'Stacked' : '';
  switch (group.name) {
    case 'barChart':
      return `${group.value('barDir') === 'bar' ? 'Bar' : 'Column'}${(stacked || 'Clustered') as 'Clustered'}`;
    case 'lineChart':
      return stacked === '' ? 'Line' : 'LineStacked';
    case 'areaChart':
      return `Area${stacked as ''}`;
    case 'pieChart':
      return 'Pie';
    case 'doughnutChart':
      return 'Doughnut';
    default:
      return null;
  }
}

/** A line has markers if its chart has them and it does not say otherwise. */
function seriesType(type: ChartType, group: XmlElement, series: XmlElement): ChartType {
  const isMarked = group.isOn('marker') && series.value('marker', 'symbol') !== 'none';
  return (type === 'Line' || type === 'LineStacked') && isMarked
    ? (type.replace('Line', 'LineMarkers') as ChartType)
    : type;
}

function cells(data: XmlElement | undefined): CellSource | null {
  const reference = data?.find('numRef') ?? data?.find('strRef') ?? data?.find('multiLvlStrRef');
  return reference ? readReference(reference.find('f')?.text ?? '') : null;
}

/** Reads one chart. */
class ChartReader {
  constructor(private readonly theme: Theme) {}

  read(space: XmlElement, frame: ChartFrame): ChartContent | null {
    const chart = space.find('chart');
    const plot = chart?.find('plotArea');
    const groups = (plot?.children ?? []).flatMap((group) => {
      const type = typeOf(group);
      return type ? [{ group, type }] : [];
    });
    const [first] = groups;
    if (!chart || !plot || !first) {
      return null;
    }
    const primary = new Set(first.group.all('axId').map((id) => id.attribute('val')));
    const series = groups
      .flatMap(({ group, type }) => {
        const isSecondary =
          group.all('axId').length > 0 && !group.all('axId').some((id) => primary.has(id.attribute('val')));
        return group.all('ser').map((each) => ({ each, group, type, isSecondary }));
      })
      .sort((a, b) => (a.each.number('order') ?? 0) - (b.each.number('order') ?? 0))
      .slice(0, MOST_SERIES)
      .map(({ each, group, type, isSecondary }, index) => ({
        ...this.series(each, group, seriesType(type, group, each), String(index + 1)),
        isSecondary,
      }));
    const blank = newChart(frame.name, series[0]?.type ?? first.type, frame.from, frame.to);
    const legend = chart.find('legend');
    const hidden = (legend?.all('legendEntry') ?? [])
      .filter((entry) => entry.isOn('delete'))
      .map((entry) => entry.number('idx') ?? 0);
    return {
      ...blank,
      ...(frame.description === undefined ? {} : { description: frame.description }),
      title: this.title(chart.isOn('autoTitleDeleted') ? undefined : chart.find('title')),
      legend: {
        isVisible: legend !== undefined,
        position: here(LEGEND_PLACES, legend?.value('legendPos')) ?? blank.legend.position,
        font: readFont(legend?.find('txPr'), this.theme),
        ...(legend?.isOn('overlay') ? { overlay: true } : {}),
        ...(hidden.length > 0 ? { hidden } : {}),
      },
      ...this.axes(plot, primary, blank),
      series,
      area: {
        fill: readFill(space.find('spPr'), this.theme),
        line: readLine(space.find('spPr'), this.theme),
        font: readFont(space.find('txPr'), this.theme),
      },
      blanks: here(BLANK_WORDS, chart.value('dispBlanksAs')) ?? 'Zero',
      onlyVisible: chart.find('plotVisOnly') === undefined || chart.isOn('plotVisOnly'),
    };
  }

  private title(title: XmlElement | undefined): ChartTitleContent {
    if (!title) {
      return { isVisible: false, font: {} };
    }
    const text = title.find('tx');
    return {
      isVisible: true,
      ...readText(text),
      font: readFont(title.find('txPr') ?? text?.find('rich'), this.theme),
      ...(title.isOn('overlay') ? { overlay: true } : {}),
    };
  }

  private axes(
    plot: XmlElement,
    primary: ReadonlySet<string | undefined>,
    blank: ChartContent,
  ): Pick<ChartContent, 'categoryAxis' | 'valueAxis' | 'secondaryAxis'> {
    const isPrimary = (axis: XmlElement): boolean => primary.has(axis.value('axId'));
    const categories = [...plot.all('catAx'), ...plot.all('dateAx')];
    const values = plot.all('valAx');
    const category = categories.find(isPrimary);
    const value = values.find(isPrimary);
    const secondary = values.find((axis) => !isPrimary(axis));
    return {
      categoryAxis: category ? this.axis(category) : blank.categoryAxis,
      valueAxis: value ? this.axis(value) : blank.valueAxis,
      secondaryAxis: secondary ? this.axis(secondary) : blank.secondaryAxis,
    };
  }

  private axis(axis: XmlElement): ChartAxisContent {
    const [minimum, maximum, majorUnit] = [
      axis.number('scaling', 'min'),
      axis.number('scaling', 'max'),
      axis.number('majorUnit'),
    ];
    const format = axis.find('numFmt');
    const isLinked = format === undefined || ['1', 'true'].includes(format.attribute('sourceLinked') ?? '1');
    const gridlines = axis.find('majorGridlines');
    return {
      isVisible: !axis.isOn('delete'),
      title: this.title(axis.find('title')),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(majorUnit === undefined ? {} : { majorUnit }),
      ...(isLinked ? {} : { numberFormat: format.attribute('formatCode') ?? '' }),
      hasMajorGridlines: gridlines !== undefined,
      gridline: readLine(gridlines?.find('spPr'), this.theme),
      line: readLine(axis.find('spPr'), this.theme),
      font: readFont(axis.find('txPr'), this.theme),
      isReversed: axis.value('scaling', 'orientation') === 'maxMin',
      tickLabels: here(TICK_LABELS, axis.value('tickLblPos')) ?? 'NextToAxis',
      tickMarks: here(TICKS, axis.value('majorTickMark')) ?? 'Cross',
    };
  }

  private series(series: XmlElement, group: XmlElement, type: ChartType, id: string): ChartSeriesContent {
    const shape = series.find('spPr');
    const isBar = group.name === 'barChart';
    const gapWidth = isBar ? group.number('gapWidth') : undefined;
    const overlap = isBar ? group.number('overlap') : undefined;
    const usualOverlap = /Stacked/.test(type) ? 100 : 0;
    const holeSize = type === 'Doughnut' ? group.number('holeSize') : undefined;
    return {
      ...newSeries(id, type),
      name: readText(series.find('tx')),
      categories: cells(series.find('cat')),
      values: cells(series.find('val')),
      fill: group.name === 'lineChart' ? {} : readFill(shape, this.theme),
      line: readLine(shape, this.theme),
      marker: this.marker(series.find('marker')),
      isSmooth: series.isOn('smooth'),
      ...(gapWidth === undefined || gapWidth === 150 ? {} : { gapWidth }),
      ...(overlap === undefined || overlap === usualOverlap ? {} : { overlap }),
      ...(holeSize === undefined || holeSize === 75 ? {} : { holeSize }),
      labels: this.labels(series.find('dLbls') ?? group.find('dLbls')),
      points: this.points(series),
    };
  }

  private marker(marker: XmlElement | undefined): ChartSeriesContent['marker'] {
    const style = here(MARKERS, marker?.value('symbol'));
    const size = marker?.number('size');
    const fill = readFill(marker?.find('spPr'), this.theme).color;
    const line = readLine(marker?.find('spPr'), this.theme).color;
    // What has none is of another type.
    return {
      ...(style === undefined || style === 'None' || style === 'Automatic' ? {} : { style }),
      ...(size === undefined ? {} : { size }),
      ...(fill ? { fill } : {}),
      ...(line ? { line } : {}),
    };
  }

  private points(series: XmlElement): ChartPointContent[] {
    return series.all('dPt').flatMap((point) => {
      const index = point.number('idx');
      const fill = readFill(point.find('spPr'), this.theme);
      return index === undefined || Object.keys(fill).length === 0 ? [] : [{ index, fill }];
    });
  }

  private labels(labels: XmlElement | undefined): DataLabelsContent | null {
    if (!labels || labels.isOn('delete')) {
      return null;
    }
    const position = here(LABEL_PLACES, labels.value('dLblPos'));
    const format = labels.find('numFmt');
    const isLinked = format === undefined || ['1', 'true'].includes(format.attribute('sourceLinked') ?? '0');
    const separator = labels.find('separator')?.text;
    const shown = {
      showValue: labels.isOn('showVal'),
      showCategoryName: labels.isOn('showCatName'),
      showSeriesName: labels.isOn('showSerName'),
      showPercentage: labels.isOn('showPercent'),
      showLegendKey: labels.isOn('showLegendKey'),
    };
    return Object.values(shown).some(Boolean)
      ? {
          ...BLANK_LABELS,
          ...shown,
          ...(position ? { position } : {}),
          ...(isLinked ? {} : { numberFormat: format.attribute('formatCode') ?? '' }),
          ...(separator === undefined ? {} : { separator: unescapeText(separator) }),
          font: readFont(labels.find('txPr'), this.theme),
        }
      : null;
  }
}

/** The chart of a part; null if nothing of it is drawn here. */
export function readChart(space: XmlElement, frame: ChartFrame, theme: Theme): ChartContent | null {
  return new ChartReader(theme).read(space, frame);
}
