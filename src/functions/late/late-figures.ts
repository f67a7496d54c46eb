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

export const rankings = new LateCode('rankings', () => import(/* webpackChunkName: "figures" */ './ranking-table'));

export const concentrations = new LateCode(
  'concentrations',
  () => import(/* webpackChunkName: "figures" */ '../../domain/figures/concentration'),
);

export const trends = new LateCode(
  'trends',
  () => import(/* webpackChunkName: "figures" */ '../../domain/figures/trend'),
);

export const sourceLists = new LateCode('sources', () => import(/* webpackChunkName: "figures" */ './source-table'));

export const exchanges = new LateCode(
  'exchanges',
  () => import(/* webpackChunkName: "figures" */ '../../domain/figures/exchange'),
);

export const prices = new LateCode(
  'prices',
  () => import(/* webpackChunkName: "usage" */ '../../domain/figures/price'),
);

export const usages = new LateCode('quantities', () => import(/* webpackChunkName: "usage" */ './usage-cell'));

export const forecasts = new LateCode('forecasts', () => import(/* webpackChunkName: "plan" */ './forecast-table'));

export const budgets = new LateCode('budgets', () => import(/* webpackChunkName: "plan" */ './budget-cell'));

export const bridges = new LateCode('bridges', () => import(/* webpackChunkName: "plan" */ './bridge-table'));

export const returns = new LateCode(
  'returns',
  () => import(/* webpackChunkName: "returns" */ '../../domain/figures/return-on-investment'),
);

/** The search for rates of return is as large as all other figures that come late, and few ask for `irr`. */
export const rateSearch = new LateCode(
  'rates of return',
  () => import(/* webpackChunkName: "internal-rate" */ '../../domain/cash-flow/internal-rate'),
);
