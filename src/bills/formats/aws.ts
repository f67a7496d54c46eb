import { choices, columns, fixed, recognised, teamTag, type BillFormat } from './bill-format';

/** The Cost and Usage Report of Amazon Web Services, both generations: `lineItem/UnblendedCost`, `line_item_unblended_cost`. */
export const aws: BillFormat = {
  name: 'AWS Cost and Usage Report',
  recognise(table, sample) {
    const amounts = choices(table, [
      ['lineitemunblendedcost', 'What was charged on the day, at the account’s own rates.'],
      ['lineitemnetunblendedcost', 'The same after all discounts.'],
      ['lineitemblendedcost', 'The same at rates that are averaged over the organisation.'],
    ]);
    if (amounts.length === 0 || !table.has('lineitemusagestartdate')) {
      return null;
    }
    const isSecond =
      table.find('billpayeraccountname', 'lineitemusageaccountname') !== null ||
      table.header.some((name) => name.startsWith('line_item_'));
    return recognised({
      format: isSecond ? 'AWS Cost and Usage Report 2.0' : 'AWS Cost and Usage Report',
      client: columns(
        table.all('lineitemusageaccountname', 'lineitemusageaccountid', 'billpayeraccountname', 'billpayeraccountid'),
      ),
      vendor: fixed('AWS'),
      service: columns(table.all('productproductname', 'lineitemproductcode', 'productservicecode')),
      currency: columns(table.all('lineitemcurrencycode')),
      amounts,
      months: choices(table, [
        ['lineitemusagestartdate', 'When it was used or bought.'],
        ['billbillingperiodstartdate', 'The period of the invoice on which it stands.'],
      ]),
      documentedPoint: true,
      usage: { team: teamTag(table, sample, table.all('resourcetags')) },
      tagColumns: table.all('resourcetags'),
      aiColumns: table.all('productproductname', 'lineitemproductcode', 'productservicecode', 'lineitemusagetype'),
    });
  },
};
