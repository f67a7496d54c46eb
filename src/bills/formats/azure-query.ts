import { columnKey } from '../mapping/column-names';
import { nameText } from '../values/cell-text';
import { isNoSpend } from '../values/no-spend';
import {
  cellsOf,
  choices,
  columns,
  columnsOrBlank,
  columnsOrOwn,
  fixed,
  noSpendColumn,
  recognised,
  type BillFormat,
} from './bill-format';

/** All columns that a query or the download of a cost analysis can have; a table of no others is one of them. */
const COLUMNS = new Set(
  (
    'cost costusd pretaxcost pretaxcostusd usagequantity usagedate billingmonth currency billingcurrency servicename servicefamily ' +
    'metercategory metersubcategory meter meterid subscriptionname subscriptionid resourcegroupname resourcegroup resourceid ' +
    'resourcetype resourcelocation chargetype publishertype pricingmodel frequency invoicesection invoicesectionname departmentname ' +
    'accountname enrollmentaccountname product productname reservationname benefitname costcenter costallocationrulename coststatus tagkey tagvalue'
  ).split(' '),
);

/** What a query of Azure Cost Management answers: the columns that were asked for, and a row for each group. */
export const azureQuery: BillFormat = {
  name: 'Azure Cost Management query',
  recognise(table, sample) {
    const isQuery = cellsOf(table, sample, table.find('type')).some((cell) =>
      nameText(cell).toLowerCase().startsWith('microsoft.costmanagement/query'),
    );
    const amounts = choices(table, [
      ['cost', 'What the bill asks for, in its currency.'],
      ['pretaxcost', 'What the bill asks for, before tax.'],
      ['costusd', 'The same in US dollars, at Microsoft’s rates.', fixed('USD')],
      ['pretaxcostusd', 'The same in US dollars, before tax.', fixed('USD')],
    ]);
    const isNothingElse = table.header.every((column) => COLUMNS.has(columnKey(column)));
    const isDated =
      table.find('usagedate', 'billingmonth') !== null && table.find('currency', 'billingcurrency') !== null;
    if (!(isQuery || (isNothingElse && isDated)) || amounts.length === 0) {
      return null;
    }
    return recognised({
      format: 'Azure Cost Management query',
      client: columnsOrOwn(table.all('subscriptionname', 'subscriptionid', 'resourcegroupname', 'resourcegroup')),
      vendor: fixed('Microsoft'),
      service: columnsOrBlank(table.all('servicename', 'metercategory', 'metersubcategory', 'meter')),
      currency: columns(table.all('currency', 'billingcurrency')),
      amounts,
      months: choices(table, [
        ['usagedate', 'The day on which it was used or bought.'],
        ['billingmonth', 'The month of the invoice on which it stands.'],
      ]),
      aiColumns: table.all('servicename', 'metercategory', 'metersubcategory', 'meter'),
      documentedPoint: true,
      // A day and a group have one amount.
      identityColumns: table.all('usagedate', 'billingmonth'),
      noSpendColumn: noSpendColumn(table, sample, table.all('coststatus'), isNoSpend),
    });
  },
};
