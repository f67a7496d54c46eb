import { readCredits } from '../values/credit-list';
import { cellsOf, choices, columns, fixed, recognised, teamTag, type BillFormat } from './bill-format';

/** The export of Google's Cloud Billing to BigQuery. */
export const googleCloud: BillFormat = {
  name: 'Google Cloud billing export',
  recognise(table, sample) {
    if (!table.has('cost', 'currency', 'servicedescription') || table.find('usagestarttime', 'invoicemonth') === null) {
      return null;
    }
    const credits = table
      .all('credits', 'creditsamount')
      .slice(0, 1)
      .filter((column) => cellsOf(table, sample, column).every((cell) => readCredits(cell) !== null));
    return recognised({
      format: 'Google Cloud billing export',
      client: columns(table.all('projectname', 'projectid', 'billingaccountid')),
      vendor: fixed('Google Cloud'),
      service: columns(table.all('servicedescription')),
      currency: columns(table.all('currency')),
      amounts: choices(table, [
        ['cost', 'What was charged; the credits beside it are taken from it.'],
        ['costatlist', 'What it would cost at list prices.'],
      ]),
      credits,
      ...(credits.length > 0 ? { sides: 'as-written' as const } : {}),
      months: choices(table, [
        ['usagestarttime', 'When it was used.'],
        ['invoicemonth', 'The invoice on which it stands.'],
      ]),
      documentedPoint: true,
      usage: {
        team: teamTag(table, sample, table.all('labels', 'projectlabels', 'tags')),
        quantity: columns(table.all('usageamountinpricingunits')),
        unit: columns(table.all('usagepricingunit')),
      },
      tagColumns: table.all('labels', 'projectlabels', 'tags'),
      aiColumns: table.all('servicedescription', 'skudescription'),
    });
  },
};
