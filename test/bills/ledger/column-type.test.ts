import { ledgerColumn } from '../../../src/bills/ledger/column-type';

describe('what a column of ClickHouse is', () => {
  it.each([
    ['Decimal(38, 18)', 'exact', false, 18, 38],
    ['Nullable(Decimal(10, 2))', 'exact', true, 2, 38],
    ['Decimal(50, 20)', 'exact', false, 20, 76],
    ['Decimal64(4)', 'exact', false, 4, 38],
    ['Decimal256(4)', 'exact', false, 4, 76],
    ['UInt64', 'exact', false, 0, 38],
    ['Int256', 'exact', false, 0, 76],
    ['LowCardinality(Nullable(String))', 'text', true, 0, 0],
    ["Enum8('a)(' = 1, 'b' = 2)", 'text', false, 0, 0],
    ['FixedString(3)', 'fixed-text', false, 0, 0],
    ['Float64', 'float', false, 0, 0],
    ['Date32', 'date', false, 0, 0],
    ["DateTime64(3, 'Europe/Berlin')", 'moment', false, 0, 0],
    ['Nullable(DateTime)', 'moment', true, 0, 0],
    ['Map(LowCardinality(String), String)', 'tags', false, 0, 0],
    ['Map(String, Nullable(String))', 'tags', false, 0, 0],
    ['SimpleAggregateFunction(sum, Decimal(38, 12))', 'exact', false, 12, 38],
    ['SimpleAggregateFunction(anyLast, Nullable(String))', 'text', true, 0, 0],
    ['Array(String)', 'other', false, 0, 0],
    ['Array(Nullable(Decimal(10, 2)))', 'other', true, 0, 0],
    ['AggregateFunction(sum, UInt64)', 'other', false, 0, 0],
    ['Tuple(a String)', 'other', false, 0, 0],
  ])('%s is %s', (type, kind, nullable, scale, digits) => {
    expect(ledgerColumn('c', type)).toEqual({ name: 'c', type, kind, nullable, scale, digits });
  });
});
