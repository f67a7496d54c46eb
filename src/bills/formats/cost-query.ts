import { choices, columns, columnsOrBlank, columnsOrOwn, fixed, recognised, type BillFormat } from './bill-format';

/** What AWS GetCostAndUsage answers, each group a row with its keys as columns. */
export const costQuery: BillFormat = {
  name: 'AWS cost query',
  recognise(table) {
    const unit = (metric: string) => columns(table.all(`${metric}unit`));
    const amounts = choices(table, [
      ['unblendedcostamount', 'What was charged, at the account’s own rates.', unit('unblendedcost')],
      ['netunblendedcostamount', 'The same after all discounts.', unit('netunblendedcost')],
      ['amortizedcostamount', 'With prepaid commitments spread over their time.', unit('amortizedcost')],
      ['netamortizedcostamount', 'The same after all discounts.', unit('netamortizedcost')],
      ['blendedcostamount', 'At rates that are averaged over the organisation.', unit('blendedcost')],
    ]);
    const months = choices(table, [['timeperiodstart', 'The first day of the period.']]);
    if (amounts.length === 0 || months.length === 0) {
      return null;
    }
    const services = table.all('service', 'usagetype', 'usagetypegroup', 'key1');
    return recognised({
      format: 'AWS cost query',
      client: columnsOrOwn(table.all('linkedaccountdescription', 'linkedaccount')),
      vendor: fixed('AWS'),
      service: columnsOrBlank(services),
      currency: columns([]),
      amounts,
      months,
      aiColumns: services,
      // A period and a group have one amount.
      identityColumns: table.all('timeperiodstart'),
      estimatedColumn: table.find('estimated'),
      documentedPoint: true,
    });
  },
};
