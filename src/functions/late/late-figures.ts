import { LateCode } from '../call/late-code';

/*
 * Figures that few workbooks use, or few cells of them: AISPEND over plain tables needs none of these.
 */

/** What is known only to lie between. */
export const bounds = new LateCode(
  'bounds',
  () => import(/* webpackChunkName: "revenue" */ '../../domain/figures/bounded-spend'),
);

export const revenues = new LateCode(
  'revenues',
  () => import(/* webpackChunkName: "revenue" */ '../../domain/figures/revenue'),
);

export const shares = new LateCode(
  'shares',
  () => import(/* webpackChunkName: "revenue" */ '../../domain/figures/share'),
);

export const rankings = new LateCode('rankings', async () => ({
  ...(await import(/* webpackChunkName: "figures" */ '../../domain/figures/client-ranking')),
  ...(await import(/* webpackChunkName: "figures" */ './ranking-table')),
}));

export const concentrations = new LateCode(
  'concentrations',
  () => import(/* webpackChunkName: "figures" */ '../../domain/figures/concentration'),
);

export const trends = new LateCode(
  'trends',
  () => import(/* webpackChunkName: "figures" */ '../../domain/figures/trend'),
);

export const sourceLists = new LateCode('sources', async () => ({
  ...(await import(/* webpackChunkName: "figures" */ '../../domain/figures/sources')),
  ...(await import(/* webpackChunkName: "figures" */ './source-table')),
}));

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
