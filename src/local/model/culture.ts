/**
 * Excel.CultureInfo and its parts: how the browser's language writes numbers and dates.
 */
import type { Conventions } from '../values/conventions';
import { object, type ServedClass } from './excel-class';
import type { WorkbookTarget } from './targets';

const conventions = ({ host }: WorkbookTarget): Conventions => host.grid.conventions;

export const CultureInfoClass: ServedClass<'CultureInfo'> = {
  scalars: { name: { get: (target) => conventions(target).language } },
  objects: {
    datetimeFormat: (target) => object('DatetimeFormatInfo', target),
    numberFormat: (target) => object('NumberFormatInfo', target),
  },
};

export const DatetimeFormatInfoClass: ServedClass<'DatetimeFormatInfo'> = {
  scalars: {
    dateSeparator: { get: (target) => conventions(target).dateMark },
    shortDatePattern: { get: (target) => conventions(target).shortDate.replaceAll('\\', '') },
    timeSeparator: { get: () => ':' },
  },
};

export const NumberFormatInfoClass: ServedClass<'NumberFormatInfo'> = {
  scalars: {
    numberDecimalSeparator: { get: (target) => conventions(target).decimal },
    numberGroupSeparator: { get: (target) => conventions(target).group },
  },
};
