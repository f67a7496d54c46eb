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

/** What OpenAI's API and its dashboard give as costs; times are Unix seconds. */
export const openai: BillFormat = {
  name: 'OpenAI costs',
  recognise(table, sample) {
    const amount = table.find('amountvalue', 'resultsamountvalue');
    const start = table.find('starttime');
    if (
      amount === null ||
      start === null ||
      table.find('lineitem', 'projectid', 'organizationid', 'endtime', 'object') === null
    ) {
      return null;
    }
    const clients = namedColumns(table, sample, ['organizationname', 'projectname', 'projectid', 'organizationid']);
    const team = namedColumns(table, sample, ['projectname', 'projectid', 'userid', 'apikeyid']).filter(
      (column) => column !== clients[0],
    );
    return recognised({
      format: 'OpenAI costs',
      client: columnsOrOwn(clients),
      vendor: fixed('OpenAI'),
      service: columnsOrBlank(table.all('lineitem')),
      currency: columns(table.all('amountcurrency', 'resultsamountcurrency')),
      amounts: [{ column: amount, explanation: 'What OpenAI charged for the day.' }],
      months: choices(table, [['starttime', 'The day on which it was used, by UTC.']]),
      documentedPoint: true,
      usage: {
        team: columns(team),
        model: columns(table.all('lineitem')),
        quantity: columns(table.all('quantity', 'resultsquantity')),
        unit: columns(table.all('quantityunit', 'resultsquantityunit')),
        direction: columns(table.all('lineitem')),
      },
      unixTimeColumns: table.all('starttime', 'endtime'),
      whollyAi: true,
    });
  },
};
