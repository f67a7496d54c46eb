import type { Book } from '../ledger/book';
import { discountedFlows, netFlows, payback, presentValue } from '../cash-flow/cash-flow';
import { ALL } from '../ledger/client-ledger';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { divide, ZERO } from '../money/decimal';
import { internalRates } from '../cash-flow/internal-rate';
import { messages } from '../messages/messages';
import { parsePeriod } from '../arguments/period';
import { Problem } from '../messages/problem';
import { ALL_SEGMENT, type StudyReturn } from '../ledger/return-table';
import { spend, type SpendFigure } from './spend';

/** What AIROI can measure. */
export const MEASURES = ['roi', 'multiple', 'benefit', 'net', 'payback', 'irr'] as const;
export type Measure = (typeof MEASURES)[number];

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

/** The return on an investment, and what it rests on. */
export interface ReturnFigure {
  readonly measure: Measure;
  readonly value: Decimal;
  /** Of the amounts, where the investment is a client's spend; null for amounts that the user gave. */
  readonly currency: Currency | null;
  /** By period, period 0 first, as given: undiscounted. */
  readonly costs: readonly Decimal[];
  readonly benefits: readonly Decimal[];
  readonly rate: Decimal | null;
  /** Present values where there is a rate, else plain sums. */
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
 * @throws Problem `#DIV/0!` where the investment is 0; `#NUM!` where there is no rate of return, or several; `#N/A`
 *   for an unknown client or segment, or an investment that is not paid back; `#VALUE!` for flows of different lengths
 */
export function returnOnInvestment(book: Book, question: ReturnQuestion): ReturnFigure {
  const { costs, run } = costsOf(book, question.investment);
  const { benefits, study } = benefitsOf(book, question.benefit, costs);
  if (costs.length !== benefits.length) {
    throw new Problem('#VALUE!', messages.flowsDiffer(costs.length, benefits.length));
  }
  const rate = question.rate ?? ZERO;
  const investment = presentValue(costs, rate);
  const benefit = presentValue(benefits, rate);
  return {
    measure: question.measure,
    value: measured(question.measure, costs, benefits, rate, investment, benefit),
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
  const mixed = (currencies: readonly Currency[]) => messages.mixedCurrenciesInvestment(currencies, client);
  const run = spend(book, { client, period: parsePeriod('year'), currency: null, vendor: ALL }, mixed);
  return { costs: [run.total.amount], run };
}

function benefitsOf(
  book: Book,
  benefit: Benefit,
  costs: readonly Decimal[],
): { benefits: readonly Decimal[]; study: StudyReturn | null } {
  if (benefit.kind === 'flows') {
    return { benefits: benefit.flows, study: null };
  }
  const study = book.returns().returnOf(benefit.segment ?? ALL_SEGMENT);
  return { benefits: costs.map((cost) => cost.times(study.returnPer1)), study };
}

function measured(
  measure: Measure,
  costs: readonly Decimal[],
  benefits: readonly Decimal[],
  rate: Decimal,
  investment: Decimal,
  benefit: Decimal,
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
      return soleInternalRate(netFlows(benefits, costs));
  }
}

function notZero(investment: Decimal): Decimal {
  if (investment.isZero()) {
    throw new Problem('#DIV/0!', messages.investmentIsZero());
  }
  return investment;
}

function periodsToPayBack(net: readonly Decimal[]): Decimal {
  const periods = payback(net);
  if (periods === null) {
    throw new Problem('#N/A', messages.neverPaysBack(net.length));
  }
  return periods;
}

function soleInternalRate(net: readonly Decimal[]): Decimal {
  const rates = internalRates(net);
  const [first, ...others] = rates;
  if (first === undefined) {
    throw new Problem('#NUM!', messages.noInternalRate());
  }
  if (others.length > 0) {
    const shown = rates.map((rate) => `${rate.times(100).toSignificantDigits(6).toFixed()}%`);
    throw new Problem('#NUM!', messages.severalInternalRates(shown));
  }
  return first;
}
