import { choices, columns, columnsOrFixed, columnsOrOwn, fixed, recognised, type BillFormat } from './bill-format';

/** What the console of Google Cloud lets one download: the cost table of an invoice, and reports of costs by service or project. */
export const googleCloudConsole: BillFormat = {
  name: 'Google Cloud console',
  recognise(table) {
    const isCostTable = table.has('servicedescription', 'skudescription', 'usagestartdate', 'cost');
    const isReport =
      table.has('cost', 'subtotal') && table.find('discounts', 'promotionsandothers', 'savings') !== null;
    if (!isCostTable && !isReport) {
      return null;
    }
    const amounts = isCostTable
      ? choices(table, [
          ['cost', 'What the invoice asks for; credits are rows of their own.'],
          ['unroundedcost', 'The same with all decimals, before rounding.'],
        ])
      : choices(table, [
          ['subtotal', 'What was charged, after discounts and credits.'],
          ['cost', 'What was charged before them.'],
        ]);
    const stated = table.above.find(([name]) => name?.toLowerCase() === 'currency')?.[1] ?? '';
    return recognised({
      format: `Google Cloud console (${isCostTable ? 'cost table' : 'report'})`,
      client: columnsOrOwn(table.all('projectname', 'projectid', 'billingaccountname')),
      vendor: fixed('Google Cloud'),
      service: columnsOrFixed(table.all('servicedescription'), ''),
      currency: stated === '' ? columns(table.all('currency')) : fixed(stated),
      amounts,
      months: choices(table, [
        ['usagestartdate', 'When it was used.'],
        ['month', 'The month of the report.'],
        ['date', 'The day of the report.'],
      ]),
      aiColumns: table.all('servicedescription', 'skudescription'),
      labelColumns: table.all('costtype'),
      labelsAreSure: true,
      documentedPoint: true,
    });
  },
};
