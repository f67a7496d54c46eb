/** What AICLIENTS can rank. */
export const RANKED = ['client', 'service', 'model', 'team', 'vendor'] as const;
export type Ranked = (typeof RANKED)[number];
