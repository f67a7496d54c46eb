/** By what AIBRIDGE tells the parts of a spend apart; the first is the default. */
export const BRIDGED = ['service', 'model', 'team', 'vendor', 'client'] as const;
export type Bridged = (typeof BRIDGED)[number];

/** The effects, in the order in which they are told. */
export const EFFECTS = ['Volume', 'Mix', 'Price', 'FX', 'New', 'Gone', 'Unexplained'] as const;
export type Effect = (typeof EFFECTS)[number];
