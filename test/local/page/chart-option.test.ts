import type { DrawnChart } from '../../../src/local/grid/chart-data';
import { chartOption, DARK, LIGHT } from '../../../src/local/page/chart-option';
import { readableColor } from '../../../src/local/page/readable-color';
import { newChart, newSeries, type ChartSeriesContent, type ChartType } from '../../../src/local/values/chart';

const CORNER = { row: 0, column: 0, x: 0, y: 0 };

interface DrawnSeries {
  readonly type: string;
  readonly stack?: string;
  readonly data: unknown[];
  readonly itemStyle: { readonly color: string };
  readonly [more: string]: unknown;
}

interface Option {
  readonly series: readonly DrawnSeries[];
  readonly xAxis: { readonly type: string; readonly data: string[]; readonly inverse: boolean };
  readonly yAxis: readonly {
    readonly type: string;
    readonly position: string;
    readonly axisLabel: { formatter(value: number): string };
  }[];
  readonly legend: { readonly show: boolean; readonly data: string[] };
}

function drawn(
  type: ChartType,
  series: readonly Partial<ChartSeriesContent>[],
  values: readonly (number | null)[][],
): DrawnChart {
  const content = {
    ...newChart('Chart', type, CORNER, CORNER),
    series: series.map((each, index) => ({ ...newSeries(String(index + 1), type), ...each })),
  };
  return {
    content,
    title: null,
    axisTitles: { categoryAxis: null, valueAxis: null, secondaryAxis: null },
    series: content.series.map((each, index) => ({
      content: each,
      name: 'Same name',
      categories: ['Oct', 'Nov'],
      values: values[index] ?? [],
      numberFormat: '0.0',
    })),
  };
}

function option(chart: DrawnChart): Option {
  return chartOption(chart, {
    theme: LIGHT,
    width: 480,
    height: 288,
    numberText: (value, format) => `${value} as ${format}`,
  }) as never;
}

it('columns, a line and a band stand in one chart, the line on an axis of its own', () => {
  const { series, yAxis } = option(
    drawn(
      'ColumnClustered',
      [
        {},
        { type: 'Line', isSecondary: true },
        { type: 'AreaStacked', fill: { isNone: true } },
        { type: 'AreaStacked' },
      ],
      [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
    ),
  );
  expect(series.map(({ type, stack, yAxisIndex }) => [type, stack, yAxisIndex])).toEqual([
    ['bar', undefined, 0],
    ['line', undefined, 1],
    ['line', 'area 0', 0],
    ['line', 'area 0', 0],
  ]);
  expect(series[2]).toMatchObject({ areaStyle: { color: 'transparent' } });
  expect(yAxis.map(({ position }) => position)).toEqual(['left', 'right']);
});

it('what is no number is a gap, or zero where the chart says so', () => {
  const chart = drawn('Line', [{}], [[1, null]]);
  expect(option(chart).series[0]?.data).toEqual([1, '-']);
  const zero = { ...chart, content: { ...chart.content, blanks: 'Zero' as const } };
  expect(option(zero).series[0]?.data).toEqual([1, 0]);
});

it('columns to 100 % show shares of their sum', () => {
  const { series, yAxis } = option(
    drawn(
      'ColumnStacked100',
      [{}, {}],
      [
        [1, 0],
        [3, 0],
      ],
    ),
  );
  expect(series.map(({ data }) => data)).toEqual([
    [0.25, 0],
    [0.75, 0],
  ]);
  expect(yAxis[0]?.axisLabel.formatter(0.5)).toBe('0.5 as 0%');
});

it('bars lie, and the axis of values has the format of its cells', () => {
  const { xAxis, yAxis } = option(drawn('BarClustered', [{}], [[1, 2]])) as never as {
    xAxis: Option['yAxis'];
    yAxis: Option['xAxis'];
  };
  expect([xAxis[0]?.type, yAxis.type, yAxis.data]).toEqual(['value', 'category', ['Oct', 'Nov']]);
  expect(xAxis[0]?.axisLabel.formatter(3)).toBe('3 as 0.0');
});

it('a point has its own colour; series of one name are told apart; the legend leaves out what it is told to', () => {
  const chart = drawn(
    'ColumnClustered',
    [{ points: [{ index: 1, fill: { color: '#C00000' } }] }, {}],
    [
      [1, 2],
      [3, 4],
    ],
  );
  const { series, legend } = option({
    ...chart,
    content: { ...chart.content, legend: { ...chart.content.legend, hidden: [0] } },
  });
  expect(series[0]?.data).toEqual([1, { value: 2, itemStyle: { color: '#C00000' } }]);
  expect(new Set(series.map(({ name }) => name)).size).toBe(2);
  expect(legend.data).toEqual([series[1]?.name]);
});

it('slices are as large as their values, whatever their sign', () => {
  const { series } = option(drawn('Pie', [{}], [[-1, 3]]));
  expect(series).toMatchObject([
    {
      type: 'pie',
      data: [
        { name: 'Oct', value: 1 },
        { name: 'Nov', value: 3 },
      ],
    },
  ]);
});

it('colours of texts are made readable on their ground', () => {
  expect(readableColor('#1F4E79', LIGHT.background)).toBe('#1F4E79');
  expect(readableColor('#1F4E79', DARK.background)).not.toBe('#1F4E79');
  expect(readableColor('#000000', DARK.background)).toMatch(/^#[89A-F]/);
  expect(readableColor('#FFFFFF', LIGHT.background)).toMatch(/^#[0-7]/);
});

describe('labels below columns', () => {
  function labelsOf(names: readonly string[]): Record<string, unknown> {
    const { xAxis } = option(named(names));
    return (xAxis as unknown as { axisLabel: Record<string, unknown> }).axisLabel;
  }

  function named(categories: readonly string[]): DrawnChart {
    const chart = drawn('ColumnClustered', [{}], [categories.map(() => 1)]);
    return { ...chart, series: chart.series.map((each) => ({ ...each, categories })) };
  }

  it('stand all of them, on several lines where only their words fit', () => {
    expect(labelsOf(['Oct', 'Nov'])).toMatchObject({ interval: 0 });
    expect(labelsOf(['Oct', 'Nov'])).not.toHaveProperty('rotate');
    const wrapped = labelsOf(['September 2025', 'Volume', 'Mix', 'Price', 'October 2025']);
    expect(wrapped).toMatchObject({ interval: 0, overflow: 'break' });
  });

  it('stand aslant and cut short where they are long, and some are left out only where their lines would touch', () => {
    const clients = Array.from({ length: 9 }, (_, at) => `Corporation International ${at}`);
    expect(labelsOf(clients)).toMatchObject({ interval: 0, rotate: 45, overflow: 'truncate' });
    const days = Array.from({ length: 90 }, (_, at) => `Day number ${at}`);
    expect(labelsOf(days)).toMatchObject({ rotate: 45 });
    expect(labelsOf(days)).not.toHaveProperty('interval');
  });
});
