/** What AIUSAGE can tell; the first is the default. */
export const USAGE_MEASURES = ['quantity', 'unitcost'] as const;
export type UsageMeasure = (typeof USAGE_MEASURES)[number];
