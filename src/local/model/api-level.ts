/**
 * The version of the Excel API that the page stands in for: what a member came with, and what is served at a level.
 */
import { ClassTable, type ModelClass } from '../protocol/model-class';

/**
 * The members after ExcelApi 1.9 that are served, each with the set it came with: the 13 of 1.13. A test holds this list against
 * `@types/office-js`.
 */
export const LATER_MEMBERS: Readonly<Record<string, number>> = {
  'Application.cultureInfo': 11,
  'Application.decimalSeparator': 11,
  'Application.thousandsSeparator': 11,
  'Application.useSystemSeparators': 11,
  'ChartFill.getSolidColor': 16,
  'ChartSeries.getDimensionValues': 12,
  'CultureInfo.datetimeFormat': 12,
  'CultureInfo.name': 11,
  'CultureInfo.numberFormat': 11,
  'DatetimeFormatInfo.dateSeparator': 12,
  'DatetimeFormatInfo.shortDatePattern': 12,
  'DatetimeFormatInfo.timeSeparator': 12,
  'NumberFormatInfo.numberDecimalSeparator': 11,
  'NumberFormatInfo.numberGroupSeparator': 11,
  'Range.getSpillParent': 12,
  'Range.getSpillParentOrNullObject': 12,
  'Range.getSpillingToRange': 12,
  'Range.getSpillingToRangeOrNullObject': 12,
  'Range.valuesAsJson': 16,
  'Table.resize': 13,
  'TableScopedCollection.getItemOrNullObject': 14,
};

function withoutLater<M>(className: string, members: Readonly<Record<string, M>> | undefined, level: number) {
  return Object.fromEntries(
    Object.entries(members ?? {}).filter(([name]) => (LATER_MEMBERS[`${className}.${name}`] ?? 0) <= level),
  );
}

/** The classes as a host of this level has them: a later member is one that it does not know. */
export function classesAt(table: ClassTable, level: number | null): ClassTable {
  if (level === null) {
    return table;
  }
  return new ClassTable(
    table.classes.map((each: ModelClass<never>) => ({
      ...each,
      scalars: withoutLater(each.name, each.scalars, level),
      objects: withoutLater(each.name, each.objects, level),
      reads: withoutLater(each.name, each.reads, level),
      writes: withoutLater(each.name, each.writes, level),
    })),
  );
}
