import { choices, columns, columnsOrFixed, recognised, type BillFormat } from './bill-format';

/** A table of costs by day and meter as queries on Microsoft's FinOps hubs give it, such as Azure OpenAI's. */
export const azureDailyMeters: BillFormat = {
  name: 'Azure daily cost by meter',
  recognise(table) {
    if (!table.has('dailycost', 'day') || table.find('xskumetername') === null) {
      return null;
    }
    return recognised({
      format: 'Azure daily cost by meter',
      client: columns(table.all('subaccountname', 'subaccountid', 'billingaccountname', 'billingaccountid')),
      vendor: columnsOrFixed(table.all('providername'), 'Microsoft'),
      service: columns(table.all('servicename', 'xskumetername')),
      currency: columns(table.all('billingcurrency')),
      amounts: choices(table, [['dailycost', 'The cost of the day.']]),
      months: choices(table, [['day', 'The day on which it was used.']]),
      documentedPoint: true,
      tagColumns: table.all('tags'),
      aiColumns: table.all('servicecategory', 'servicename', 'xskumetername'),
    });
  },
};
