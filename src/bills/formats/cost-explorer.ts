import { currencyInName } from '../mapping/column-names';
import { choices, columns, columnsOrBlank, columnsOrOwn, fixed, recognised, type BillFormat } from './bill-format';

/**
 * A download of AWS Cost Explorer, whose costs `sideBySide` has put one below the other: by service, by linked account, or by whatever
 * else they were grouped. Its first row adds up all others.
 */
export const costExplorer: BillFormat = {
  name: 'AWS Cost Explorer',
  recognise(table) {
    const amounts = choices(table, [['costexplorercost', 'The cost that was shown when it was downloaded.']]);
    const [amount] = amounts;
    if (amount === undefined || !table.has('date')) {
      return null;
    }
    const currency = currencyInName(amount.column);
    const accounts = table.all('linkedaccount');
    const others = table.header.filter(
      (column) => column !== amount.column && column !== table.find('date') && !accounts.includes(column),
    );
    return recognised({
      format: 'AWS Cost Explorer',
      client: columnsOrOwn(accounts),
      vendor: fixed('AWS'),
      service: columnsOrBlank(others),
      currency: currency === null ? columns([]) : fixed(currency),
      amounts,
      months: choices(table, [['date', 'The month, or the day, of the cost.']]),
      aiColumns: others,
      labelsAreSure: true,
      documentedPoint: true,
    });
  },
};
