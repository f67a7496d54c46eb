import {
  choices,
  columns,
  columnsOrBlank,
  columnsOrOwn,
  fixed,
  namedColumns,
  recognised,
  type BillFormat,
} from './bill-format';

/** Anthropic's cost report: amounts are decimal texts in cents. */
export const anthropic: BillFormat = {
  name: 'Anthropic cost report',
  recognise(table, sample) {
    if (
      !table.has('startingat', 'amount', 'currency') ||
      table.find('workspaceid', 'description', 'costtype', 'model', 'endingat') === null
    ) {
      return null;
    }
    return recognised({
      format: 'Anthropic cost report',
      client: columnsOrOwn(namedColumns(table, sample, ['workspacename', 'workspaceid'])),
      vendor: fixed('Anthropic'),
      service: columnsOrBlank(table.all('description', 'model')),
      currency: columns(table.all('currency')),
      amounts: choices(table, [
        ['amount', 'What Anthropic charged, in hundredths of the currency (cents), as its API documents.'],
      ]),
      months: choices(table, [['startingat', 'The day on which it was used, by UTC.']]),
      documentedPoint: true,
      usage: { model: columns(table.all('model')) },
      hundredths: true,
      whollyAi: true,
    });
  },
};
