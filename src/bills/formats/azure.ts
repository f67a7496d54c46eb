import { readAmount } from '../values/amount-text';
import { isBlankText, nameText } from '../values/cell-text';
import type { Columns } from '../mapping/column-names';
import { cellsOf, choices, columns, fixed, recognised, type BillFormat, type SampleRows } from './bill-format';

const USD = fixed('USD');

/** The cost details exports of Microsoft's Cost Management, and the pay-as-you-go usage files before them. */
export const azure: BillFormat = {
  name: 'Azure cost export',
  recognise(table, sample) {
    const pricingCurrency = columns(table.all('pricingcurrency', 'pricingcurrencycode'));
    const amounts = choices(table, [
      ['costinbillingcurrency', 'What the bill asks for, in its currency.'],
      ['cost', 'What the bill asks for, in its currency.'],
      ['pretaxcost', 'What the bill asks for, before tax.'],
      ['costinpricingcurrency', 'The same in the currency of the prices.', pricingCurrency],
      ['costinusd', 'The same in US dollars, at Microsoft’s rates.', USD],
      ['costusd', 'The same in US dollars, at Microsoft’s rates.', USD],
      ['paygcostinbillingcurrency', 'What it would cost at pay-as-you-go prices, without discounts.'],
      ['paygcostinusd', 'What it would cost at pay-as-you-go prices, in US dollars.', USD],
    ]);
    const months = choices(table, [
      ['date', 'The day on which it was used or bought.'],
      ['usagedatetime', 'The day on which it was used or bought.'],
      ['usagedate', 'The day on which it was used or bought.'],
      ['billingperiodstartdate', 'The period of the invoice on which it stands.'],
      ['billingperiod', 'The period of the invoice on which it stands.'],
    ]);
    const isAzure =
      table.has('metercategory') &&
      amounts.length > 0 &&
      table.find('subscriptionid', 'subscriptionguid', 'consumedservice') !== null;
    if (!isAzure) {
      return null;
    }
    return recognised({
      format: formatName(table, sample, amounts[0]?.column ?? null),
      client: columns(
        table.all(
          'subscriptionname',
          'subscriptionid',
          'subscriptionguid',
          'customername',
          'invoicesectionname',
          'invoicesection',
          'billingprofilename',
          'billingaccountname',
          'billingaccountid',
        ),
      ),
      vendor: fixed('Microsoft'),
      service: columns(table.all('metercategory', 'servicename', 'servicefamily', 'consumedservice')),
      currency: columns(table.all('billingcurrency', 'billingcurrencycode', 'currency')),
      amounts,
      months,
      tagColumns: table.all('tags'),
      aiColumns: table.all(
        'servicefamily',
        'metercategory',
        'metersubcategory',
        'metername',
        'productname',
        'product',
        'consumedservice',
        'servicename',
      ),
      documentedDates: 'month-first',
    });
  },
};

function formatName(table: Columns, sample: SampleRows, amount: string | null): string {
  const parts = [agreementOf(table), costTypeOf(table, sample, amount)].filter((part) => part !== '');
  return parts.length > 0 ? `Azure cost export (${parts.join(', ')})` : 'Azure cost export';
}

function agreementOf(table: Columns): string {
  if (
    table.find('costinpricingcurrency', 'pricingcurrency', 'pricingcurrencycode', 'costinusd', 'partnername') !== null
  ) {
    return 'MCA';
  }
  if (table.find('accountownerid', 'accountname') !== null) {
    return 'EA';
  }
  return table.has('subscriptionguid', 'pretaxcost') || table.has('subscriptionguid', 'usagedatetime')
    ? 'pay-as-you-go'
    : '';
}

/**
 * An amortised export spreads what a reservation cost over the usage it covers and names what was not used; an actual one has
 * the purchase, and the usage it covers costs nothing.
 */
function costTypeOf(table: Columns, sample: SampleRows, amount: string | null): string {
  const types = cellsOf(table, sample, table.find('chargetype')).map((cell) => nameText(cell).toLowerCase());
  const reservations = cellsOf(table, sample, table.find('reservationid'));
  const benefits = cellsOf(table, sample, table.find('benefitid'));
  const costs = cellsOf(table, sample, amount);
  let isActual = false;
  for (const [row, type] of types.entries()) {
    if (type.startsWith('unused')) {
      return 'amortised';
    }
    const covered = !isBlankText(nameText(reservations[row] ?? '')) || !isBlankText(nameText(benefits[row] ?? ''));
    const reading = covered ? readAmount(costs[row] ?? '') : null;
    const isFree = reading === null || reading === 'blank' || Number(reading.unscaled) === 0;
    if (covered && type === 'usage' && !isFree) {
      return 'amortised';
    }
    if (covered && (type === 'purchase' || (type === 'usage' && isFree))) {
      isActual = true;
    }
  }
  return isActual ? 'actual' : '';
}
