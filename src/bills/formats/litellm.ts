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

const SPEND = 'What LiteLLM worked out from its price list, in US dollars: its documentation names no other currency.';

const AMOUNTS: readonly (readonly [string, string])[] = [
  ['spend', SPEND],
  ['metricsspend', SPEND],
  ['totalspend', SPEND],
];

/** The spend logs of the LiteLLM proxy (`/spend/logs`, LiteLLM_SpendLogs) and its reports by day (`/global/spend/report`). */
export const litellm: BillFormat = {
  name: 'LiteLLM spend log',
  recognise(table) {
    const amounts = choices(table, AMOUNTS);
    const months = choices(table, [
      ['starttime', 'When the request began, by UTC.'],
      ['date', 'The day of the requests, by UTC.'],
      ['groupbyday', 'The day of the requests, by UTC.'],
    ]);
    const signs = table.all(
      'requestid',
      'calltype',
      'customllmprovider',
      'modelgroup',
      'apirequests',
      'metricsapirequests',
      'groupbyday',
    );
    const providers = table.all('customllmprovider');
    const isLog = signs.length > 0 && table.find('model', 'modelgroup', 'metricsapirequests') !== null;
    const isReport = table.has('groupbyday', 'totalspend');
    if (amounts.length === 0 || months.length === 0 || !(isLog || isReport)) {
      return null;
    }
    return recognised({
      format: 'LiteLLM spend log',
      client: columnsOrOwn(
        table.all(
          'enduser',
          'customer',
          'teamalias',
          'teamname',
          'teamid',
          'organizationid',
          'user',
          'userid',
          'metadatauserapikeyteamalias',
          'metadatauserapikeyalias',
        ),
      ),
      vendor:
        providers.length === 0
          ? fixed(UNKNOWN_VENDOR)
          : { kind: 'columns', columns: providers, otherwise: UNKNOWN_VENDOR },
      service: columnsOrBlank(table.all('model', 'modelgroup')),
      currency: fixed('USD'),
      amounts,
      months,
      documentedPoint: true,
      usage: {
        team: columns(table.all('teamalias', 'teamname', 'metadatauserapikeyteamalias', 'teamid')),
        model: columns(table.all('model', 'modelgroup')),
        quantity: columnsTogether(table, ['totaltokens'], ['metricstotaltokens'], ['prompttokens', 'completiontokens']),
        unit: fixed('tokens'),
      },
      tagColumns: table.all('metadata'),
      whollyAi: true,
    });
  },
};
