import {
  choices,
  columnsOrBlank,
  columnsOrOwn,
  fixed,
  recognised,
  UNKNOWN_VENDOR,
  type BillFormat,
} from './bill-format';

const COST = 'What Langfuse worked out or was told, in US dollars: its documentation names no other currency.';

/** Observations or traces of Langfuse, from its interface (`totalCost`) or its blob storage export (`total_cost`). */
export const langfuse: BillFormat = {
  name: 'Langfuse',
  recognise(table) {
    const amounts = choices(table, [
      ['totalcost', COST],
      ['calculatedtotalcost', COST],
    ]);
    const isObservations = table.find('traceid') !== null && table.find('starttime') !== null;
    const isTraces = table.has('timestamp') && table.find('observationcount', 'sessionid', 'userid') !== null;
    if (amounts.length === 0 || !(isObservations || isTraces)) {
      return null;
    }
    return recognised({
      format: isObservations ? 'Langfuse observations' : 'Langfuse traces',
      client: columnsOrOwn(table.all('userid', 'projectid')),
      vendor: fixed(UNKNOWN_VENDOR),
      service: columnsOrBlank(table.all('model', 'providedmodelname', 'modelid')),
      currency: fixed('USD'),
      amounts,
      months: choices(table, [
        ['starttime', 'When the request began, by UTC.'],
        ['timestamp', 'When the request began, by UTC.'],
      ]),
      documentedPoint: true,
      tagColumns: table.all('metadata'),
      whollyAi: true,
    });
  },
};
