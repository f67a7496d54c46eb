/** How concentration can be measured. */
export const CONCENTRATION_MEASURES = [
  'hhi',
  'cr1',
  'cr2',
  'cr3',
  'cr4',
  'cr5',
  'cr6',
  'cr7',
  'cr8',
  'cr9',
  'effective',
] as const;
export type ConcentrationMeasure = (typeof CONCENTRATION_MEASURES)[number];

/** Over whom: all clients, which has no answer if some are undisclosed, or those on record. */
export const CONCENTRATION_SCOPES = ['all', 'recorded'] as const;
export type ConcentrationScope = (typeof CONCENTRATION_SCOPES)[number];
