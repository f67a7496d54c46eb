/** What AIBUDGET can tell; the first is the default. */
export const BUDGET_MEASURES = ['budget', 'actual', 'variance', 'used', 'left', 'forecast', 'runout'] as const;
export type BudgetMeasure = (typeof BUDGET_MEASURES)[number];
