import { choices, columns, fixed, recognised, type BillFormat } from './bill-format';

/** The export of Google's Cloud Billing to BigQuery. */
export const googleCloud: BillFormat = {
  name: 'Google Cloud billing export',
  recognise(table) {
    if (!table.has('cost', 'currency', 'servicedescription') || table.find('usagestarttime', 'invoicemonth') === null) {
      return null;
    }
    return recognised({
      format: 'Google Cloud billing export',
      client: columns(table.all('projectname', 'projectid', 'billingaccountid')),
      vendor: fixed('Google Cloud'),
      service: columns(table.all('servicedescription')),
      currency: columns(table.all('currency')),
      amounts: choices(table, [
        ['cost', 'What was charged, before credits: these stand in a column of their own.'],
        ['costatlist', 'What it would cost at list prices.'],
      ]),
      months: choices(table, [
        ['usagestarttime', 'When it was used.'],
        ['invoicemonth', 'The invoice on which it stands.'],
      ]),
      documentedPoint: true,
      tagColumns: table.all('labels', 'projectlabels', 'tags'),
      aiColumns: table.all('servicedescription', 'skudescription'),
    });
  },
};
