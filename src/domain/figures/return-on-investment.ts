import type { Book } from '../ledger/book';
import { discountedFlows, netFlows, payback, presentValue } from '../cash-flow/cash-flow';
import { ALL } from '../ledger/name-key';
import { returnMessages } from '../messages/return-messages';
import type { Measure } from './return-words';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { divide, sum, ZERO } from '../money/decimal';
import { parsePeriod } from '../arguments/period';
import { Problem } from '../messages/problem';
import { ALL_SEGMENT, ReturnTable, type StudyReturn } from '../ledger/return-table';
import { spend, type SpendFigure } from './spend';

/** What is invested: amounts by period (one alone is the amount of period 0), or a client's annual run rate. */
export type Investment =
  { readonly kind: 'flows'; readonly flows: readonly Decimal[] } | { readonly kind: 'client'; readonly client: string };

/** What comes back: amounts by period, or what a study found for a segment (null: all segments). */
export type Benefit =
  | { readonly kind: 'flows'; readonly flows: readonly Decimal[] }
  | { readonly kind: 'segment'; readonly segment: string | null };

export interface ReturnQuestion {
  readonly investment: Investment;
  readonly benefit: Benefit;
  readonly measure: Measure;
  /** Discount rate per period, above -1; null: no discounting. */
  readonly rate: Decimal | null;
}

/** All rates at which flows have a present value of 0: `internalRates`, which is handed in because few calls need it. */
export type FindRates = (flows: readonly Decimal[]) => readonly Decimal[];

/** The return on an investment, and what it rests on. */
export interface ReturnFigure {
  readonly measure: Measure;
  readonly value: Decimal;
  /** Of the amounts, if the investment is a client's spend; null for amounts that the user gave. */
  readonly currency: Currency | null;
  /** By period, period 0 first, as given: undiscounted. */
  readonly costs: readonly Decimal[];
  readonly benefits: readonly Decimal[];
  readonly rate: Decimal | null;
  /** Present values if there is a rate, else plain sums. */
  readonly investment: Decimal;
  readonly benefit: Decimal;
  /** Where the investment is a client's annual run rate. */
  readonly spend: SpendFigure | null;
  /** Where the benefit is what a study found. */
  readonly study: StudyReturn | null;
}

/**
 * The return on an AI investment.
 *
 * `roi` is (benefit - investment) / investment, `multiple` benefit / investment, `net` benefit - investment; with a
 * rate these are of present values, period 0 undiscounted, and `net` is the net present value. `payback` counts the
 * periods until the cumulated net flow (discounted, with a rate) is no longer negative. `irr` is the rate at which
 * the net present value is 0.
 *
 * @throws Problem `#DIV/0!` if the investment is 0; `#NUM!` if there is no rate of return, or several; `#N/A`
 *   for an unknown client or segment, or an investment that is not paid back; `#VALUE!` for flows of different lengths
 */
export function returnOnInvestment(book: Book, question: ReturnQuestion, findRates: FindRates): ReturnFigure {
  const { costs, run } = costsOf(book, question.investment);
  refuseNegative(costs);
  const { benefits, study } = benefitsOf(book, question.benefit, costs);
  requirePeriods(question, costs.length, benefits.length);
  const rate = question.rate ?? ZERO;
  const investment = presentValue(costs, rate);
  const benefit = presentValue(benefits, rate);
  return {
    measure: question.measure,
    value: measured(question.measure, { costs, benefits, rate, investment, benefit }, findRates),
    currency: run?.total.currency ?? null,
    costs,
    benefits,
    rate: question.rate,
    investment,
    benefit,
    spend: run,
    study,
  };
}

function costsOf(book: Book, investment: Investment): { costs: readonly Decimal[]; run: SpendFigure | null } {
  if (investment.kind === 'flows') {
    return { costs: investment.flows, run: null };
  }
  const { client } = investment;
  const mixed = (currencies: readonly Currency[]) => returnMessages.mixedCurrencies(currencies, client);
  const run = spend(book, { client, period: parsePeriod('runrate'), currency: null, vendor: ALL }, mixed);
  return { costs: [run.total.amount], run };
}

/** Costs are positive: with the signs of a bank statement every measure would come out upside down. */
function refuseNegative(costs: readonly Decimal[]): void {
  const total = sum(costs);
  if (total.isNegative() && !total.isZero()) {
    throw new Problem('#VALUE!', returnMessages.costsNegative(total));
  }
}

/**
 * @throws Problem if costs and benefits are of different lengths, unless the benefit is one amount and the measure needs no periods;
 *   and for a rate beside single amounts, which it would not change
 */
function requirePeriods({ benefit, measure, rate }: ReturnQuestion, costs: number, benefits: number): void {
  const discounts = rate !== null && !rate.isZero();
  if (costs === 1 && benefits === 1 && discounts) {
    throw new Problem('#VALUE!', returnMessages.rateBesideAmounts(rate));
  }
  if (costs === benefits) {
    return;
  }
  if (benefits > 1 || benefit.kind !== 'flows') {
    throw new Problem('#VALUE!', returnMessages.flowsDiffer(costs, benefits));
  }
  if (measure === 'payback' || measure === 'irr' || discounts) {
    throw new Problem('#VALUE!', returnMessages.benefitNeedsPeriods(discounts ? 'a rate' : measure, costs));
  }
}

function benefitsOf(
  book: Book,
  benefit: Benefit,
  costs: readonly Decimal[],
): { benefits: readonly Decimal[]; study: StudyReturn | null } {
  if (benefit.kind === 'flows') {
    return { benefits: benefit.flows, study: null };
  }
  if (benefit.segment === null && costs.length > 1) {
    throw new Problem('#VALUE!', returnMessages.nameASegment());
  }
  const study = ReturnTable.in(book).returnOf(benefit.segment ?? ALL_SEGMENT);
  return { benefits: costs.map((cost) => cost.times(study.returnPer1)), study };
}

function measured(
  measure: Measure,
  {
    costs,
    benefits,
    rate,
    investment,
    benefit,
  }: Pick<ReturnFigure, 'costs' | 'benefits' | 'investment' | 'benefit'> & { readonly rate: Decimal },
  findRates: FindRates,
): Decimal {
  switch (measure) {
    case 'roi':
      return divide(benefit.minus(investment), notZero(investment));
    case 'multiple':
      return divide(benefit, notZero(investment));
    case 'benefit':
      return benefit;
    case 'net':
      return benefit.minus(investment);
    case 'payback':
      return periodsToPayBack(discountedFlows(netFlows(benefits, costs), rate));
    case 'irr':
      return soleInternalRate(netFlows(benefits, costs), findRates);
  }
}

function notZero(investment: Decimal): Decimal {
  if (investment.isZero()) {
    throw new Problem('#DIV/0!', returnMessages.investmentIsZero());
  }
  return investment;
}

function periodsToPayBack(net: readonly Decimal[]): Decimal {
  const periods = payback(net);
  if (periods === null) {
    throw new Problem('#N/A', returnMessages.neverPaysBack(net.length));
  }
  return periods;
}

function soleInternalRate(net: readonly Decimal[], findRates: FindRates): Decimal {
  const rates = findRates(net);
  const [first, ...others] = rates;
  if (first === undefined) {
    throw new Problem('#NUM!', returnMessages.noInternalRate());
  }
  if (others.length > 0) {
    const norstrom = norstromRate(net, rates);
    if (norstrom !== null) {
      return norstrom;
    }
    const shown = rates.map((rate) => `${rate.times(100).toSignificantDigits(6).toFixed()}%`);
    throw new Problem('#NUM!', returnMessages.severalInternalRates(shown));
  }
  return first;
}

/**
 * Norstrom's criterion (C. J. Norstrom, "A Sufficient Condition for a Unique Nonnegative Internal Rate of Return", 1972): if the
 * cumulated flow changes sign once, one rate is positive, and it is the one that is meant.
 *
 * @returns null if it does not apply
 */
function norstromRate(net: readonly Decimal[], rates: readonly Decimal[]): Decimal | null {
  let cumulated = ZERO;
  const signs = net.flatMap((flow) => {
    cumulated = cumulated.plus(flow);
    return cumulated.isZero() ? [] : [cumulated.isNegative()];
  });
  const changes = signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
  const [positive, ...more] = rates.filter((rate) => rate.greaterThan(ZERO));
  return changes === 1 && positive !== undefined && more.length === 0 ? positive : null;
}
