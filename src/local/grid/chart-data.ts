/**
 * What charts show: the values, texts and formats of the cells that they refer to, as they are now.
 */
import { formatKind, GENERAL } from '../../formats/xlsx/number-formats';
import { cellCount, contains, type Area } from '../../formats/xlsx/address';
import type { CellValue } from '../values/cell-value';
import type { CellSource, ChartContent, ChartSeriesContent, ChartText } from '../values/chart';
import { seriesCells, type SeriesBy, type SeriesCells } from '../values/chart-layout';
import type { Cells } from './cells';
import type { Sheets } from './sheets';

/** One series as it is drawn. */
export interface SeriesData {
  readonly content: ChartSeriesContent;
  readonly name: string;
  readonly categories: readonly string[];
  /** Null if there is nothing to draw: a blank cell, a text, an error. */
  readonly values: readonly (number | null)[];
  /** Of the first value. */
  readonly numberFormat: string;
}

/** A chart as it is drawn. */
export interface DrawnChart {
  readonly content: ChartContent;
  /** Null if no title is shown; so are those of the axes. */
  readonly title: string | null;
  readonly axisTitles: Readonly<Record<'categoryAxis' | 'valueAxis' | 'secondaryAxis', string | null>>;
  readonly series: readonly SeriesData[];
}

/** More points than these are not drawn: whole columns have a million. */
const MOST_POINTS = 10_000;
const AUTOMATIC_TITLE = 'Chart Title';
const AUTOMATIC_AXIS_TITLE = 'Axis Title';

/** Reads charts' cells. */
export class ChartData {
  constructor(
    private readonly sheets: Sheets,
    private readonly cells: Cells,
  ) {}

  /** The chart with what its cells hold now. */
  read(content: ChartContent): DrawnChart {
    const axisTitle = (axis: 'categoryAxis' | 'valueAxis' | 'secondaryAxis'): string | null =>
      content[axis].title.isVisible ? (this.text(content[axis].title) ?? AUTOMATIC_AXIS_TITLE) : null;
    return {
      content,
      title: content.title.isVisible ? this.title(content) : null,
      axisTitles: {
        categoryAxis: axisTitle('categoryAxis'),
        valueAxis: axisTitle('valueAxis'),
        secondaryAxis: axisTitle('secondaryAxis'),
      },
      series: content.series.map((_, index) => this.series(content, index)),
    };
  }

  /** The chart's title, shown or not: its own, else the name of the only series. */
  title(content: ChartContent): string {
    const own = this.text(content.title);
    return own ?? (content.series.length === 1 ? this.seriesName(content, 0) : AUTOMATIC_TITLE);
  }

  /** The title of an axis, shown or not. */
  axisTitle(text: ChartText): string {
    return this.text(text) ?? AUTOMATIC_AXIS_TITLE;
  }

  /** A series' name; "Series1" if it has none. */
  seriesName(content: ChartContent, index: number): string {
    return this.text(content.series[index]?.name ?? {}) ?? `Series${index + 1}`;
  }

  /** A text's own words or those of its cells, joined; null if it has neither. */
  text({ text, source }: ChartText): string | null {
    return source ? this.texts(source).join(' ') : (text ?? null);
  }

  /** The values of cells, those of numbers alone. */
  values(source: CellSource | null): (number | null)[] {
    return source === null || !this.sheets.exists(source.sheet)
      ? []
      : this.cells
          .values(source.sheet, drawn(source.area))
          .flat()
          .map((value) => (typeof value === 'number' ? value : null));
  }

  /** The texts that cells show. */
  texts(source: CellSource | null): string[] {
    return source === null || !this.sheets.exists(source.sheet)
      ? []
      : this.cells.texts(source.sheet, drawn(source.area)).flat();
  }

  /** The series that Excel makes of a range. */
  layout({ sheet, area }: CellSource, by: SeriesBy): SeriesCells[] {
    const used = this.cells.usedArea(sheet, area) ?? { ...area, rowCount: 1, columnCount: 1 };
    const looked = cellCount(area) <= MOST_POINTS || !contains(area, used) ? area : used;
    const formats = this.cells.numberFormats(sheet, looked);
    const cells = this.cells.values(sheet, looked).map((row, rowIndex) =>
      row.map((value: CellValue, columnIndex) => ({
        value,
        isDate: typeof value === 'number' && formatKind(formats[rowIndex]?.[columnIndex] ?? GENERAL) === 'date',
      })),
    );
    return seriesCells(looked, cells, by);
  }

  private series(content: ChartContent, index: number): SeriesData {
    const series = content.series[index] as ChartSeriesContent;
    // Excel labels the axis by the first series that names categories.
    const categories = series.categories ?? content.series.find((other) => other.categories)?.categories ?? null;
    const { values } = series;
    const first = values && { ...values.area, rowCount: 1, columnCount: 1 };
    const exists = values !== null && this.sheets.exists(values.sheet);
    return {
      content: series,
      name: this.seriesName(content, index),
      categories: this.texts(categories),
      values: this.values(values),
      numberFormat: (exists && first && this.cells.numberFormats(values.sheet, first)[0]?.[0]) || GENERAL,
    };
  }
}

function drawn(area: Area): Area {
  const rowCount = Math.min(area.rowCount, MOST_POINTS);
  return {
    ...area,
    rowCount,
    columnCount: Math.min(area.columnCount, Math.max(1, Math.floor(MOST_POINTS / rowCount))),
  };
}
