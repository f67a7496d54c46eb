import type { Columns } from '../mapping/column-names';
import { billMessages } from '../messages';
import { choices, columns, recognised, tagIn, teamTag, type BillFormat } from './bill-format';

/** Each version's own columns, the latest first. 1.3 keeps ProviderName and PublisherName, as deprecated. */
const VERSIONS: readonly (readonly [version: string, columns: readonly string[]])[] = [
  ['1.3', ['serviceprovidername', 'hostprovidername', 'allocatedtags', 'allocatedmethodid', 'contractapplied']],
  ['1.2', ['invoiceid', 'pricingcurrency', 'pricingcurrencyeffectivecost']],
  [
    '1.1',
    [
      'commitmentdiscountquantity',
      'commitmentdiscountunit',
      'servicesubcategory',
      'capacityreservationid',
      'capacityreservationstatus',
      'skumeter',
      'skupricedetails',
    ],
  ],
];

/** Names that changed after 0.5. */
const OLD_NAMES = ['amortizedcost', 'billedcurrency', 'invoiceissuer', 'chargetype'];

/** The data set of invoices: no bill. */
export const INVOICE_DETAIL = 'FOCUS InvoiceDetail';

/** The FinOps Open Cost and Usage Specification. */
export const focus: BillFormat = {
  name: 'FOCUS',
  recognise(table, sample) {
    const amounts = choices(table, [
      ['billedcost', 'What the invoice asks for; what was paid in advance counts when it was paid.'],
      ['effectivecost', 'What was used; what was paid in advance is spread over the time it covers.'],
      ['amortizedcost', 'What was used; what was paid in advance is spread over the time it covers.'],
      ['listcost', 'What it would cost at list prices, without any discount.'],
      ['contractedcost', 'What it would cost at the contract’s prices, without discounts for commitments.'],
    ]);
    const months = choices(table, [
      ['chargeperiodstart', 'When it was used or bought.'],
      ['billingperiodstart', 'The period of the invoice on which it stands.'],
    ]);
    if (table.find('billedcost', 'effectivecost') === null || months.length === 0) {
      return null;
    }
    const details = table.all('skupricedetails');
    const provider = columns(table.all('serviceprovidername', 'providername', 'provider'));
    const issuer = table.all('invoiceissuername', 'invoiceissuer');
    const developer = tagIn(details, 'ModelDeveloper');
    const isInvoice = table.find('invoicedetailid', 'invoicedetailgrain') !== null;
    return recognised({
      ...(isInvoice ? { refusal: billMessages.invoiceDetail() } : {}),
      format: isInvoice ? INVOICE_DETAIL : `FOCUS ${versionOf(table)}`,
      client: columns(table.all('subaccountname', 'subaccountid', 'billingaccountname', 'billingaccountid')),
      vendor: provider,
      vendors: developer === null || issuer.length === 0 ? null : { provider, issuer: columns(issuer), developer },
      service: columns(table.all('servicename')),
      currency: columns(table.all('billedcurrency', 'billingcurrency')),
      amounts,
      months,
      documentedPoint: true,
      usage: {
        team: teamTag(table, sample, table.all('tags')) ?? columns(table.all('principalid')),
        model: tagIn(details, 'ModelId'),
        quantity: columns(table.all('consumedquantity')),
        unit: columns(table.all('consumedunit')),
        direction: tagIn(details, 'TokenDirection'),
        cache: tagIn(details, 'TokenCacheAction'),
      },
      tagColumns: table.all('tags'),
      aiColumns: table.all(
        'servicecategory',
        'servicename',
        'skumeter',
        'xskumetercategory',
        'xskumetername',
        'xskumetersubcategory',
      ),
    });
  },
};

function versionOf(table: Columns): string {
  const isOld = OLD_NAMES.filter((name) => table.has(name)).length >= 2 && !table.has('chargecategory');
  if (isOld) {
    return '0.5';
  }
  return VERSIONS.find(([, own]) => own.some((name) => table.has(name)))?.[0] ?? '1.0';
}
