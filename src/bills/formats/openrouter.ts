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

const USD = 'What OpenRouter charged, in US dollars, as all its prices are.';

/** The activity of OpenRouter, as its page exports it (one row a request) or its API gives it (by day and model). */
export const openrouter: BillFormat = {
  name: 'OpenRouter activity',
  recognise(table) {
    const amounts = choices(table, [
      ['costtotal', USD],
      ['usage', USD],
    ]);
    const months = choices(table, [
      ['createdat', 'When the request was made, by UTC.'],
      ['date', 'The day of the requests, by UTC.'],
    ]);
    if (!table.has('modelpermaslug', 'byokusageinference') || amounts.length === 0 || months.length === 0) {
      return null;
    }
    const providers = table.all('providername');
    return recognised({
      format: 'OpenRouter activity',
      client: columnsOrOwn(table.all('apikeyname', 'user', 'appname')),
      vendor:
        providers.length === 0
          ? fixed(UNKNOWN_VENDOR)
          : { kind: 'columns', columns: providers, otherwise: UNKNOWN_VENDOR },
      service: columnsOrBlank(table.all('model', 'modelpermaslug')),
      currency: fixed('USD'),
      amounts,
      months,
      documentedPoint: true,
      usage: {
        model: columns(table.all('model', 'modelpermaslug')),
        quantity: columnsTogether(table, ['tokensprompt', 'tokenscompletion'], ['prompttokens', 'completiontokens']),
        unit: fixed('tokens'),
      },
      whollyAi: true,
    });
  },
};
