import type { FunctionName, Member } from '../family/family';
import { explainBridge } from './aibridge';
import { explainBudget } from './aibudget';
import { explainRanking } from './aiclients';
import { explainConcentration } from './aiconcentration';
import { explainForecast } from './aiforecast';
import { explainExchange } from './aifx';
import { explainPrice } from './aiprice';
import { explainRevenue } from './airevenue';
import { explainReturn } from './airoi';
import { explainSources } from './aisource';
import { explainSpend } from './aispend';
import { explainTrend } from './aitrend';
import { explainUsage } from './aiusage';
import type { Basis, TableLine } from './basis';
import { explainShare } from './revshare';

/** What the function called `Name` works out. */
type FigureOf<Name extends FunctionName> = ReturnType<Extract<Member, { readonly name: Name }>['figure']>;

/**
 * What a figure of each function rests on. A function without an explanation does not compile. They are not in the
 * declarations, because only the pane needs them and every workbook loads the declarations.
 */
export const EXPLANATIONS: {
  readonly [Name in FunctionName]: (figure: FigureOf<Name>, line: TableLine | null) => Basis;
} = {
  AISPEND: explainSpend,
  REVSHARE: explainShare,
  AIROI: explainReturn,
  AIREVENUE: explainRevenue,
  AICLIENTS: ({ ranking }, line) => explainRanking(ranking, line),
  AITREND: explainTrend,
  AICONCENTRATION: explainConcentration,
  AISOURCE: explainSources,
  AIFX: explainExchange,
  AIBUDGET: explainBudget,
  AIFORECAST: explainForecast,
  AIBRIDGE: explainBridge,
  AIUSAGE: explainUsage,
  AIPRICE: explainPrice,
};
