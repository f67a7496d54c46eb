/* What AIUSAGE and AIPRICE need, in one script. */
export { price } from '../../domain/figures/price';
export { usage } from '../../domain/figures/usage';
export { unitAmountCell } from './unit-cells';
export { usageCell } from './usage-cell';
