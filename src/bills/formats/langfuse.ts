import {
  choices,
  columns,
  columnsTogether,
  columnsOrBlank,
  columnsOrOwn,
  fixed,
  recognised,
  UNKNOWN_VENDOR,
  type BillFormat,
} from './bill-format';

const COST = 'What Langfuse worked out or was told, in US dollars: its documentation names no other currency.';

/** All tokens, or those in and out where no column has both together. */
const TOKENS = [
  ['totaltokens'],
  ['totalusage'],
  ['usagetotal'],
  ['usagedetailstotal'],
  ['prompttokens', 'completiontokens'],
  ['inputtokens', 'outputtokens'],
  ['inputusage', 'outputusage'],
] as const;

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
    const units = table.all('usageunit', 'unit');
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
      usage: {
        model: columns(table.all('model', 'providedmodelname', 'modelid')),
        quantity: columnsTogether(table, ...TOKENS),
        unit: units.length > 0 ? { kind: 'columns', columns: units, otherwise: 'tokens' } : fixed('tokens'),
      },
      tagColumns: table.all('metadata'),
      whollyAi: true,
    });
  },
};
