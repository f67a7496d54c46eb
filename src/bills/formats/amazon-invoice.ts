import { choices, columns, fixed, recognised, type BillFormat } from './bill-format';

/** The monthly invoice of Amazon Web Services as a table: its lines, and with them the totals of accounts, invoices and the statement. */
export const amazonInvoice: BillFormat = {
  name: 'Amazon Web Services monthly invoice',
  recognise(table) {
    const amounts = choices(table, [
      ['totalcost', 'What the invoice asks for, after credits and with tax.'],
      ['costbeforetax', 'The same before credits and tax.'],
    ]);
    if (amounts.length === 0 || !table.has('recordtype', 'payeraccountid', 'linkedaccountid')) {
      return null;
    }
    return recognised({
      format: 'Amazon Web Services monthly invoice',
      client: columns(table.all('linkedaccountname', 'linkedaccountid', 'payeraccountname', 'payeraccountid')),
      vendor: fixed('AWS'),
      service: columns(table.all('productname', 'productcode')),
      currency: columns(table.all('currencycode')),
      amounts,
      months: choices(table, [
        ['billingperiodstartdate', 'The period of the invoice on which it stands.'],
        ['usagestartdate', 'When it was used or bought.'],
        ['invoicedate', 'The day of the invoice.'],
      ]),
      aiColumns: table.all('productname', 'productcode', 'usagetype', 'itemdescription'),
      labelColumns: table.all('recordtype'),
      labelsAreSure: true,
      documentedPoint: true,
    });
  },
};
