import { LateCode } from '../call/late-code';

/*
 * Figures that few workbooks use, or few cells of them: AISPEND over plain tables needs none of these.
 */

/** Shares and revenues, and what is known only to lie between. */
export const revenues = new LateCode(
  'shares and revenues',
  () => import(/* webpackChunkName: "revenue" */ './revenue-figures'),
);

/** What is told of many clients, months or rows, and exchanges. */
export const records = new LateCode(
  'rankings, trends, sources and exchanges',
  () => import(/* webpackChunkName: "figures" */ './record-figures'),
);

/** Quantities and list prices. */
export const usages = new LateCode(
  'quantities and prices',
  () => import(/* webpackChunkName: "usage" */ './usage-figures'),
);

/** Budgets, forecasts and bridges. */
export const plans = new LateCode(
  'budgets and forecasts',
  () => import(/* webpackChunkName: "plan" */ './plan-figures'),
);

export const returns = new LateCode(
  'returns',
  () => import(/* webpackChunkName: "returns" */ '../../domain/figures/return-on-investment'),
);

/** The search for rates of return is as large as all other figures that come late, and few ask for `irr`. */
export const rateSearch = new LateCode(
  'rates of return',
  () => import(/* webpackChunkName: "internal-rate" */ '../../domain/cash-flow/internal-rate'),
);
