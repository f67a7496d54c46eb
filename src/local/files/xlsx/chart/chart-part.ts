/**
 * A chart's part: `chart1.xml`, ... The order of elements is that of the format, which Excel insists on.
 */
import { GENERAL } from '../../../../formats/xlsx/number-formats';
import { isCellError } from '../../../values/cell-value';
import {
  hasAxes,
  shapeOf,
  type CellSource,
  type ChartAxisContent,
  type ChartContent,
  type ChartSeriesContent,
  type ChartTitleContent,
  type ChartType,
  type DataLabelsContent,
} from '../../../values/chart';
import type { CellContent, SheetContent } from '../../../values/content';
import { XML_HEAD, xmlAttribute, xmlFormula, xmlText } from '../xml-text';
import {
  BLANK_WORDS,
  inFile,
  LABEL_PLACES,
  LEGEND_PLACES,
  MARKERS,
  mayHaveLabelsAt,
  TICK_LABELS,
  TICKS,
} from './drawing-words';
import { fixedReference } from './reference';
import { richTextXml, shapeXml, textLookXml } from './shape-xml';

/** The cells of a workbook, for the values that a chart's part repeats. */
export class ChartCells {
  private readonly sheets = new Map<string, ReadonlyMap<string, CellContent>>();

  constructor(private readonly content: readonly SheetContent[]) {}

  /** The cells that are shown, one after the other. */
  of({ sheet, area }: CellSource): (CellContent | undefined)[] {
    const key = sheet.toLowerCase();
    const cells =
      this.sheets.get(key) ??
      new Map(
        this.content
          .find(({ name }) => name.toLowerCase() === key)
          ?.cells.map((cell) => [`${cell.row}/${cell.column}`, cell]),
      );
    this.sheets.set(key, cells);
    const count = Math.min(area.rowCount * area.columnCount, MOST_REPEATED);
    return Array.from({ length: count }, (_, index) =>
      cells.get(`${area.row + Math.floor(index / area.columnCount)}/${area.column + (index % area.columnCount)}`),
    );
  }
}

/** Charts may refer to whole columns; what they repeat is for readers that do not look at the cells. */
const MOST_REPEATED = 10_000;
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;
const SECOND_CATEGORY_AXIS = 333_333_333;
const SECOND_VALUE_AXIS = 444_444_444;
const USUAL_GAP = 150;
const USUAL_HOLE = 75;

function value(tag: string, of: string | number): string {
  return `<c:${tag} val="${of}"/>`;
}

function flag(tag: string, isOn: boolean): string {
  return value(tag, isOn ? 1 : 0);
}

/** A number format: its own, else that of the cells. */
function formatXml(format: string | undefined): string {
  return `<c:numFmt formatCode="${xmlAttribute(format ?? GENERAL)}" sourceLinked="${format === undefined ? 1 : 0}"/>`;
}

/** Writes one chart. */
class ChartWriter {
  constructor(
    private readonly chart: ChartContent,
    private readonly cells: ChartCells,
  ) {}

  xml(): string {
    const { chart } = this;
    const { area, legend } = chart;
    return (
      `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
      `${flag('roundedCorners', false)}<c:chart>` +
      this.title(chart.title) +
      flag('autoTitleDeleted', !chart.title.isVisible) +
      `<c:plotArea><c:layout/>${this.groups()}${this.axes()}</c:plotArea>` +
      (legend.isVisible
        ? `<c:legend>${value('legendPos', inFile(LEGEND_PLACES, legend.position))}` +
          (legend.hidden ?? [])
            .map((index) => `<c:legendEntry>${value('idx', index)}${flag('delete', true)}</c:legendEntry>`)
            .join('') +
          `${flag('overlay', legend.overlay === true)}${textLookXml(legend.font)}</c:legend>`
        : '') +
      flag('plotVisOnly', chart.onlyVisible) +
      value('dispBlanksAs', inFile(BLANK_WORDS, chart.blanks)) +
      `</c:chart>${shapeXml(area.fill, area.line)}${textLookXml(area.font)}</c:chartSpace>`
    );
  }

  private title(title: ChartTitleContent): string {
    if (!title.isVisible) {
      return '';
    }
    const { text, source, font } = title;
    const own = source
      ? `<c:tx>${this.textReference(source)}</c:tx>`
      : text === undefined
        ? ''
        : `<c:tx>${richTextXml(text, font)}</c:tx>`;
    const look = text === undefined || source ? textLookXml(font) : '';
    return `<c:title>${own}${flag('overlay', title.overlay === true)}${look}</c:title>`;
  }

  private textReference(source: CellSource): string {
    const points = this.cells.of(source).map((cell, index) => {
      const text = cell?.value;
      return text === null || text === undefined || isCellError(text)
        ? ''
        : `<c:pt idx="${index}"><c:v>${xmlText(String(text))}</c:v></c:pt>`;
    });
    const cache = `<c:strCache>${value('ptCount', points.length)}${points.join('')}</c:strCache>`;
    return `<c:strRef><c:f>${xmlFormula(fixedReference(source))}</c:f>${cache}</c:strRef>`;
  }

  private numberReference(source: CellSource): string {
    const cells = this.cells.of(source);
    const format = cells.find((cell) => typeof cell?.value === 'number')?.style.numberFormat ?? GENERAL;
    const points = cells.map((cell, index) =>
      typeof cell?.value === 'number' ? `<c:pt idx="${index}"><c:v>${cell.value}</c:v></c:pt>` : '',
    );
    const cache = `<c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${value('ptCount', points.length)}${points.join('')}</c:numCache>`;
    return `<c:numRef><c:f>${xmlFormula(fixedReference(source))}</c:f>${cache}</c:numRef>`;
  }

  /** The series by what they are drawn as, on which axes: each kind once, in the order of their first. */
  private groups(): string {
    const groups = new Map<string, { series: ChartSeriesContent; index: number }[]>();
    for (const [index, series] of this.chart.series.entries()) {
      const { kind, grouping } = shapeOf(series.type);
      const key = `${kind} ${grouping} ${series.isSecondary}`;
      groups.set(key, [...(groups.get(key) ?? []), { series, index }]);
    }
    return groups.size === 0
      ? this.group(this.chart.type, [])
      : [...groups.values()].map((group) => this.group(group[0]?.series.type ?? this.chart.type, group)).join('');
  }

  private group(type: ChartType, group: readonly { series: ChartSeriesContent; index: number }[]): string {
    const { kind, grouping } = shapeOf(type);
    const all = group.map(({ series, index }) => this.series(series, index)).join('');
    const first = group[0]?.series;
    const axes = first?.isSecondary
      ? value('axId', SECOND_CATEGORY_AXIS) + value('axId', SECOND_VALUE_AXIS)
      : value('axId', CATEGORY_AXIS) + value('axId', VALUE_AXIS);
    switch (kind) {
      case 'column':
      case 'bar': {
        const overlap = first?.overlap ?? (grouping === 'clustered' ? undefined : 100);
        const gap = group.find(({ series }) => series.gapWidth !== undefined)?.series.gapWidth ?? USUAL_GAP;
        return (
          `<c:barChart>${value('barDir', kind === 'bar' ? 'bar' : 'col')}${value('grouping', grouping)}${flag('varyColors', false)}${all}` +
          `${value('gapWidth', gap)}${overlap === undefined ? '' : value('overlap', overlap)}${axes}</c:barChart>`
        );
      }
      case 'line':
        return `<c:lineChart>${value('grouping', grouping)}${flag('varyColors', false)}${all}${flag('marker', true)}${axes}</c:lineChart>`;
      case 'area':
        return `<c:areaChart>${value('grouping', grouping)}${flag('varyColors', false)}${all}${axes}</c:areaChart>`;
      case 'pie':
        return `<c:pieChart>${flag('varyColors', true)}${all}${value('firstSliceAng', 0)}</c:pieChart>`;
      case 'doughnut':
        return `<c:doughnutChart>${flag('varyColors', true)}${all}${value('firstSliceAng', 0)}${value('holeSize', first?.holeSize ?? USUAL_HOLE)}</c:doughnutChart>`;
    }
  }

  private series(series: ChartSeriesContent, index: number): string {
    const { kind } = shapeOf(series.type);
    const isBar = kind === 'column' || kind === 'bar';
    return (
      `<c:ser>${value('idx', index)}${value('order', index)}` +
      this.seriesName(series) +
      shapeXml(kind === 'line' ? {} : series.fill, series.line) +
      (isBar ? flag('invertIfNegative', false) : '') +
      (kind === 'line' ? this.marker(series) : '') +
      (kind === 'line' || kind === 'area' ? '' : this.points(series, isBar)) +
      (series.labels ? this.labels(series.labels, series.type) : '') +
      this.categories(series) +
      (series.values ? `<c:val>${this.numberReference(series.values)}</c:val>` : '') +
      (kind === 'line' ? flag('smooth', series.isSmooth) : '') +
      '</c:ser>'
    );
  }

  private seriesName({ name: { text, source } }: ChartSeriesContent): string {
    return source
      ? `<c:tx>${this.textReference(source)}</c:tx>`
      : text === undefined
        ? ''
        : `<c:tx><c:v>${xmlText(text)}</c:v></c:tx>`;
  }

  private categories({ categories }: ChartSeriesContent): string {
    if (!categories) {
      return '';
    }
    const values = this.cells.of(categories).flatMap((cell) => cell?.value ?? []);
    const areNumbers = values.length > 0 && values.every((each) => typeof each === 'number');
    return `<c:cat>${areNumbers ? this.numberReference(categories) : this.textReference(categories)}</c:cat>`;
  }

  private marker({ marker, type }: ChartSeriesContent): string {
    const style = marker.style ?? (shapeOf(type).hasMarkers ? 'Automatic' : 'None');
    if (style === 'None') {
      return `<c:marker>${value('symbol', 'none')}</c:marker>`;
    }
    const symbol = style === 'Automatic' ? '' : value('symbol', inFile(MARKERS, style));
    const look = shapeXml(marker.fill ? { color: marker.fill } : {}, marker.line ? { color: marker.line } : {});
    const inner = symbol + (marker.size === undefined ? '' : value('size', Math.round(marker.size))) + look;
    return inner === '' ? '' : `<c:marker>${inner}</c:marker>`;
  }

  private points({ points }: ChartSeriesContent, isBar: boolean): string {
    return points
      .map(({ index, fill }) => {
        const look = shapeXml(fill, {});
        return look === ''
          ? ''
          : `<c:dPt>${value('idx', index)}${isBar ? flag('invertIfNegative', false) : ''}${flag('bubble3D', false)}${look}</c:dPt>`;
      })
      .join('');
  }

  private labels(labels: DataLabelsContent, type: ChartType): string {
    const { position, numberFormat, separator, font } = labels;
    const place = position && mayHaveLabelsAt(type, position) ? value('dLblPos', inFile(LABEL_PLACES, position)) : '';
    return (
      `<c:dLbls>${numberFormat === undefined ? '' : formatXml(numberFormat)}` +
      `${textLookXml(font)}${place}${flag('showLegendKey', labels.showLegendKey)}${flag('showVal', labels.showValue)}` +
      `${flag('showCatName', labels.showCategoryName)}${flag('showSerName', labels.showSeriesName)}` +
      `${flag('showPercent', labels.showPercentage)}${flag('showBubbleSize', false)}` +
      `${separator === undefined ? '' : `<c:separator>${xmlText(separator)}</c:separator>`}</c:dLbls>`
    );
  }

  private axes(): string {
    const { series, type, categoryAxis, valueAxis, secondaryAxis } = this.chart;
    if (!hasAxes(series[0]?.type ?? type)) {
      return '';
    }
    const isBar = shapeOf(series[0]?.type ?? type).kind === 'bar';
    const [across, up] = isBar ? ['l', 'b'] : ['b', 'l'];
    const hasPrimary = series.length === 0 || series.some(({ isSecondary }) => !isSecondary);
    const primary = hasPrimary
      ? this.categoryAxis(categoryAxis, CATEGORY_AXIS, VALUE_AXIS, across ?? 'b') +
        this.valueAxis(valueAxis, VALUE_AXIS, CATEGORY_AXIS, up ?? 'l', 'autoZero')
      : '';
    const secondary = series.some(({ isSecondary }) => isSecondary)
      ? this.valueAxis(secondaryAxis, SECOND_VALUE_AXIS, SECOND_CATEGORY_AXIS, isBar ? 't' : 'r', 'max') +
        this.categoryAxis(
          { ...categoryAxis, isVisible: false, title: { isVisible: false, font: {} }, hasMajorGridlines: false },
          SECOND_CATEGORY_AXIS,
          SECOND_VALUE_AXIS,
          across ?? 'b',
        )
      : '';
    return primary + secondary;
  }

  private categoryAxis(axis: ChartAxisContent, id: number, crossing: number, position: string): string {
    return (
      `<c:catAx>${this.axisStart(axis, id, position)}${value('crossAx', crossing)}${value('crosses', 'autoZero')}` +
      `${flag('auto', true)}${value('lblAlgn', 'ctr')}${value('lblOffset', 100)}${flag('noMultiLvlLbl', false)}</c:catAx>`
    );
  }

  private valueAxis(axis: ChartAxisContent, id: number, crossing: number, position: string, crosses: string): string {
    // An area begins at the edge only if no columns stand between the categories.
    const isArea = this.chart.series.every(({ type }) => type.startsWith('Area')) && this.chart.series.length > 0;
    return (
      `<c:valAx>${this.axisStart(axis, id, position)}${value('crossAx', crossing)}${value('crosses', crosses)}` +
      `${value('crossBetween', isArea ? 'midCat' : 'between')}` +
      `${axis.majorUnit === undefined ? '' : value('majorUnit', axis.majorUnit)}</c:valAx>`
    );
  }

  private axisStart(axis: ChartAxisContent, id: number, position: string): string {
    const { minimum, maximum, isReversed, gridline } = axis;
    const bounds =
      (maximum === undefined ? '' : value('max', maximum)) + (minimum === undefined ? '' : value('min', minimum));
    return (
      `${value('axId', id)}<c:scaling>${value('orientation', isReversed ? 'maxMin' : 'minMax')}${bounds}</c:scaling>` +
      `${flag('delete', !axis.isVisible)}${value('axPos', position)}` +
      (axis.hasMajorGridlines ? `<c:majorGridlines>${shapeXml({}, gridline)}</c:majorGridlines>` : '') +
      this.title(axis.title) +
      formatXml(axis.numberFormat) +
      `${value('majorTickMark', inFile(TICKS, axis.tickMarks))}${value('minorTickMark', 'none')}` +
      `${value('tickLblPos', inFile(TICK_LABELS, axis.tickLabels))}${shapeXml({}, axis.line)}${textLookXml(axis.font)}`
    );
  }
}

/** The part of a chart. */
export function chartXml(chart: ChartContent, cells: ChartCells): string {
  return new ChartWriter(chart, cells).xml();
}
