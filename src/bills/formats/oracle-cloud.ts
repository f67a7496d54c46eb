import { choices, columns, columnsOrBlank, columnsOrOwn, fixed, recognised, type BillFormat } from './bill-format';

/** The cost report of Oracle Cloud. A correction has a row of its own, with its sign. */
export const oracleCloud: BillFormat = {
  name: 'Oracle Cloud cost report',
  recognise(table) {
    if (!table.has('costmycost', 'costcurrencycode', 'lineitemintervalusagestart')) {
      return null;
    }
    return recognised({
      format: 'Oracle Cloud cost report',
      client: columnsOrOwn(table.all('productcompartmentname', 'productcompartmentid', 'lineitemtenantid')),
      vendor: fixed('Oracle'),
      service: columnsOrBlank(table.all('productservice', 'productdescription')),
      currency: columns(table.all('costcurrencycode')),
      amounts: choices(table, [
        ['costmycost', 'What Oracle charged.'],
        ['costmycostoverage', 'What of it is beyond the commitment.'],
      ]),
      months: choices(table, [['lineitemintervalusagestart', 'When it was used.']]),
      tagColumns: table.all('tags'),
      aiColumns: table.all('productservice', 'productdescription'),
      documentedPoint: true,
    });
  },
};
