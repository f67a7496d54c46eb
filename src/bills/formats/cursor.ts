import type { Columns } from '../mapping/column-names';
import type { Recognition } from '../mapping/mapping';
import { nameText } from '../values/cell-text';
import {
  cellsOf,
  choices,
  columns,
  columnsOrBlank,
  columnsOrOwn,
  fixed,
  recognised,
  type BillFormat,
  type SampleRows,
} from './bill-format';

/** The usage that Cursor's dashboard exports, a row for each request. */
export const cursor: BillFormat = {
  name: 'Cursor usage',
  recognise(table, sample) {
    if (!table.has('date', 'kind', 'model', 'cacheread', 'outputtokens', 'cost')) {
      return null;
    }
    return recognised({
      format: 'Cursor usage',
      client: columnsOrOwn(table.all('user', 'useremail')),
      vendor: fixed('Cursor'),
      service: columnsOrBlank(table.all('model')),
      currency: fixed('USD'),
      amounts: choices(table, [
        [
          'cost',
          'What the request is worth by Cursor’s prices, in US dollars. Requests that a subscription includes are in it: filter Kind to see only what is charged beside it.',
        ],
      ]),
      months: choices(table, [['date', 'When the request was made, by UTC.']]),
      documentedPoint: true,
      noSpendColumn: unchargedKinds(table, sample),
      usage: {
        model: columns(table.all('model')),
        quantity: columns(table.all('totaltokens', 'tokens').slice(0, 1)),
        unit: fixed('tokens'),
      },
      whollyAi: true,
    });
  },
};

const UNCHARGED = /^included\b|\bno charge\b|^free\b/i;

/** Kinds of requests that cost nothing beside the subscription. */
function unchargedKinds(table: Columns, sample: SampleRows): Recognition['noSpendColumn'] {
  const column = table.find('kind');
  const words = new Set(
    cellsOf(table, sample, column)
      .map(nameText)
      .filter((kind) => UNCHARGED.test(kind)),
  );
  return column === null || words.size === 0 ? undefined : { column, words: [...words].slice(0, 5) };
}
