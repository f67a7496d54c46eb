import { choices, columns, columnsOrBlank, columnsOrOwn, fixed, recognised, type BillFormat } from './bill-format';

/** The usage report of GitHub's billing, in US dollars. */
export const github: BillFormat = {
  name: 'GitHub usage report',
  recognise(table) {
    if (!table.has('product', 'sku', 'quantity', 'unittype', 'netamount') || table.find('date', 'usageat') === null) {
      return null;
    }
    return recognised({
      format: 'GitHub usage report',
      client: columnsOrOwn(table.all('costcentername', 'organization', 'organizationname')),
      vendor: fixed('GitHub'),
      service: columnsOrBlank(table.all('sku', 'product')),
      currency: fixed('USD'),
      amounts: choices(table, [
        ['netamount', 'What was charged, after discounts and what the plan includes.'],
        ['grossamount', 'What it would cost without them.'],
      ]),
      months: choices(table, [
        ['date', 'The day on which it was used.'],
        ['usageat', 'When it was used.'],
      ]),
      aiColumns: table.all('product', 'sku', 'model'),
      documentedPoint: true,
      usage: {
        team: columns(table.all('username')),
        model: columns(table.all('model')),
        quantity: columns(table.all('quantity')),
        unit: columns(table.all('unittype')),
      },
    });
  },
};
