/* What AICLIENTS, AICONCENTRATION, AITREND, AISOURCE and AIFX need, in one script. */
export { rankClients } from '../../domain/figures/client-ranking';
export { concentration } from '../../domain/figures/concentration';
export { exchange } from '../../domain/figures/exchange';
export { sources } from '../../domain/figures/sources';
export { trend } from '../../domain/figures/trend';
export { rankingTable } from './ranking-table';
export { sourceTable } from './source-table';
