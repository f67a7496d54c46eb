import { nameText } from '../values/cell-text';
import {
  choices,
  columns,
  columnsOrBlank,
  columnsOrOwn,
  fixed,
  noSpendColumn,
  recognised,
  type BillFormat,
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
      noSpendColumn: noSpendColumn(table, sample, table.all('kind'), (cell) => UNCHARGED.test(nameText(cell))),
      usage: {
        model: columns(table.all('model')),
        quantity: columns(table.all('totaltokens', 'tokens').slice(0, 1)),
        unit: fixed('tokens'),
      },
      whollyAi: true,
    });
  },
};

/** Kinds of requests that cost nothing beside the subscription. */
const UNCHARGED = /^included\b|\bno charge\b|^free\b/i;
