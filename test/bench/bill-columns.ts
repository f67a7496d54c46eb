/** The columns that an import of a FOCUS bill asks for. */
export const NEEDED_COLUMNS = [
  'BilledCost',
  'BillingCurrency',
  'ChargePeriodStart',
  'ProviderName',
  'ServiceCategory',
  'ServiceName',
  'SubAccountName',
  'Tags',
] as const;
