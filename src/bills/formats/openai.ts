import { nameText } from '../values/cell-text';
import type { Columns } from '../mapping/column-names';
import {
  cellsOf,
  choices,
  columns,
  columnsOrOwn,
  fixed,
  recognised,
  type BillFormat,
  type Sample,
} from './bill-format';

/** What OpenAI's API and its dashboard give as costs; times are Unix seconds. */
export const openai: BillFormat = (table, sample) => {
  const amount = table.find('amountvalue', 'resultsamountvalue');
  const start = table.find('starttime');
  if (
    amount === null ||
    start === null ||
    table.find('lineitem', 'projectid', 'organizationid', 'endtime', 'object') === null
  ) {
    return null;
  }
  return recognised({
    format: 'OpenAI costs',
    client: columnsOrOwn(
      namedColumns(table, sample, ['organizationname', 'projectname', 'projectid', 'organizationid']),
    ),
    vendor: fixed('OpenAI'),
    service: columnsOrBlank(table.all('lineitem')),
    currency: columns(table.all('amountcurrency', 'resultsamountcurrency')),
    amounts: [{ column: amount, explanation: 'What OpenAI charged for the day.' }],
    months: choices(table, [['starttime', 'The day on which it was used, by UTC.']]),
    unixTimeColumns: table.all('starttime', 'endtime'),
    whollyAi: true,
  });
};

/**
 * Those of the columns that name something in the sample: both OpenAI and Anthropic leave the project blank where it is the
 * default one.
 */
export function namedColumns(table: Columns, sample: Sample, names: readonly string[]): string[] {
  const found = table.all(...names);
  return sample.length === 0
    ? found
    : found.filter((column) => cellsOf(table, sample, column).some((cell) => nameText(cell) !== ''));
}

/** A service may be missing; then it is blank, and the role is not open. */
export function columnsOrBlank(names: readonly string[]) {
  return names.length > 0 ? columns(names) : fixed('');
}
