import { article } from './article';

/** A row of the table AIClients as it ships, before anything has checked it. */
export interface ReferenceClient {
  readonly client: string;
  readonly vendor: string;
  /** Empty if the source names none. */
  readonly service: string;
  /** Such as 2024-11. */
  readonly month: string;
  /** Decimal text, for that month, in the row's currency; null if the amount is not disclosed. */
  readonly spend: string | null;
  /** ISO 4217 code; empty if there is no amount. */
  readonly currency: string;
  /** The client's share of the vendor's AI revenue as a decimal fraction; null if the source states none. */
  readonly share: string | null;
  readonly basis: 'reported';
  readonly source: string;
  readonly note: string;
}

const microsoftCustomer = {
  vendor: 'Microsoft',
  month: article.month,
  basis: 'reported',
  source: article.source,
} as const;

/** The article names Adobe and Meta as customers, and neither an amount nor a service. */
const topTierCustomer = {
  ...microsoftCustomer,
  service: '',
  spend: null,
  currency: '',
  share: null,
  note: 'top-tier customer, amount not disclosed',
} as const;

/** What the article says of Microsoft's AI customers. */
export const referenceClients: readonly ReferenceClient[] = [
  {
    ...microsoftCustomer,
    client: 'ByteDance',
    service: 'Azure OpenAI Service',
    spend: '20000000',
    currency: 'EUR',
    share: '0.15',
    note: 'The headline says $20M, the text says EUR 20 million; the text is used.',
  },
  { ...topTierCustomer, client: 'Adobe' },
  { ...topTierCustomer, client: 'Meta' },
];
