/**
 * Number formats in the browser's language. A workbook keeps them in English; what they show depends on where they are shown.
 */
import { formatKind } from '../../formats/xlsx/number-formats';
import { isEnglish, type Conventions } from './conventions';

/** A date in the order of the United States, alone or before a time: what Excel has for dates as the machine writes them. */
const DATE = /^m{1,2}\/d{1,2}\/yy(?:yy)?(?: (h{1,2}:mm(?::ss)?))?$/;
/** A mark, or a text that stands for itself. */
const MARKS = /"[^"]*"?|[\\_*].?|\[[^\]]*\]?|[\s\S]/g;

/** The format by which a number is shown: Excel's format for short dates stands for a date as the language writes it. */
export function datesOfLanguage(format: string, { shortDate }: Conventions): string {
  const match = DATE.exec(format);
  return match === null ? format : match[1] === undefined ? shortDate : `${shortDate} ${match[1]}`;
}

/** A format with the marks of the language, `#.##0,00`. The letters of dates and `General` stay English. */
export function localFormat(format: string, conventions: Conventions): string {
  if (isEnglish(conventions)) {
    return format;
  }
  const { decimal, group } = conventions;
  return formatKind(format) === 'number'
    ? withMarks(format, { '.': decimal, ',': group })
    : datesOfLanguage(format, conventions);
}

/** The English form of such a format. */
export function englishFormat(format: string, conventions: Conventions): string {
  if (isEnglish(conventions)) {
    return format;
  }
  const { decimal, group, shortDate } = conventions;
  if (formatKind(format) === 'number') {
    return withMarks(format, { [decimal]: '.', [group]: ',' });
  }
  return format.startsWith(shortDate) ? `m/d/yyyy${format.slice(shortDate.length)}` : format;
}

function withMarks(format: string, marks: Readonly<Record<string, string>>): string {
  return format.replace(MARKS, (text) => marks[text] ?? text);
}
