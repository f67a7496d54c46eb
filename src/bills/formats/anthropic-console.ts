import { choices, columns, columnsOrBlank, columnsOrOwn, fixed, recognised, type BillFormat } from './bill-format';

/** The costs that Anthropic's console exports, in US dollars, by day, model and kind of token. */
export const anthropicConsole: BillFormat = {
  name: 'Anthropic console costs',
  recognise(table) {
    if (!table.has('usagedateutc', 'model', 'costusd') || table.find('workspace', 'apikey', 'tokentype') === null) {
      return null;
    }
    return recognised({
      format: 'Anthropic console costs',
      client: columnsOrOwn(table.all('workspace')),
      vendor: fixed('Anthropic'),
      service: columnsOrBlank(table.all('model')),
      currency: fixed('USD'),
      amounts: choices(table, [['costusd', 'What Anthropic charged, in US dollars.']]),
      months: choices(table, [['usagedateutc', 'The day on which it was used, by UTC.']]),
      documentedPoint: true,
      usage: { team: columns(table.all('apikey')), model: columns(table.all('model')) },
      whollyAi: true,
    });
  },
};
