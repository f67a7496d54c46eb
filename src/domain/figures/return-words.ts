/** What AIROI can measure. */
export const MEASURES = ['roi', 'multiple', 'benefit', 'net', 'payback', 'irr'] as const;
export type Measure = (typeof MEASURES)[number];
