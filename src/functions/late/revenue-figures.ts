/* What REVSHARE and AIREVENUE need, and AISPEND where only bounds are asked for, in one script. */
export { boundedSpend } from '../../domain/figures/bounded-spend';
export { revenue } from '../../domain/figures/revenue';
export { share } from '../../domain/figures/share';
