import { MEASURES, type Measure } from '../../domain/figures/return-words';
import type { Currency } from '../../domain/money/currency';
import type { Decimal } from '../../domain/money/decimal';
import { calculate } from '../call/calculate';
import { benefit, investment } from '../call/cash-flow-arguments';
import { amountCell, PERCENT_FORMAT, PLAIN_AMOUNT_FORMAT, RATIO_FORMAT, type NumberCell } from '../call/cell-output';
import { declare } from '../call/declaration';
import { rateSearch, returns } from '../late/late-figures';
import { discountRate, word } from '../call/parameters';

export const AIROI = declare({
  name: 'AIROI',
  parameters: { investment, benefit, measure: word(MEASURES), rate: discountRate },
  late: [returns, rateSearch],
  figure: (book, question) =>
    returns.get().returnOnInvestment(book, question, (flows) => rateSearch.get().internalRates(flows)),
  show: ({ measure, value, currency }) => measureCell(measure, value, currency),
});

function measureCell(measure: Measure, value: Decimal, currency: Currency | null): NumberCell {
  switch (measure) {
    case 'roi':
    case 'irr':
      return { value, format: PERCENT_FORMAT };
    case 'multiple':
    case 'payback':
      return { value, format: RATIO_FORMAT };
    case 'benefit':
    case 'net':
      return currency === null ? { value, format: PLAIN_AMOUNT_FORMAT } : amountCell({ amount: value, currency });
  }
}

/**
 * What AIROI can measure. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum MEASURE {
  /** (benefit - investment) / investment: 3.70 back for each 1 is 270%. */
  roi = "roi",
  /** benefit / investment: 3.70 */
  multiple = "multiple",
  /** What comes back. */
  benefit = "benefit",
  /** benefit - investment; with a rate the net present value, period 0 undiscounted. */
  net = "net",
  /** Periods until the cumulated net flow is no longer negative. */
  payback = "payback",
  /** The internal rate of return per period. */
  irr = "irr",
}

/**
 * The return on an AI investment: ROI, multiple, benefit, net or NPV, payback, IRR.
 * @customfunction AIROI AIROI
 * @helpurl https://localhost:3000/help.html#airoi
 * @param investment An amount, a range of costs by period (period 0 first), or a client's name (its annual run rate).
 * @param [benefit] An amount, a range as long as the costs, or a segment's name in AIReturns. Default beside an amount or a client: the segment All.
 * @param [measure] roi (default), multiple, benefit, net, payback or irr.
 * @param [rate] Discount rate per period, such as 8%, beside costs and benefits by period. Default: no discounting.
 * @returns roi and irr as fractions (2.7 is 270%), multiple and payback as numbers, benefit and net as amounts.
 * @remarks
 * A segment means investment times its return per 1, of the latest year on record. Costs are positive numbers: a negative
 * total is refused. One amount beside a range of costs is enough if the measure needs no periods. With a rate,
 * investment and benefit are present values: period 0 is not discounted, unlike Excel's NPV, which discounts the first
 * value by one period; so `net` here is Excel's NPV times (1 + rate). A rate beside single amounts is refused: it would
 * change nothing. `payback` is interpolated within the period and, with a rate, of discounted flows. `irr` takes no rate;
 * of several rates it is the one positive one where the cumulated flow changes sign once (Norstrom). The ranges are cash
 * flows, so investment and benefit do not spill; a range of measures or rates does. A blank in a range of flows is 0.
 *
 * Errors: `#DIV/0!` if the investment is 0; `#NUM!` if there is no rate of return between -100% and 1,000,000,
 * or several; `#N/A` for an unknown client or segment, or an investment that is not paid back; `#VALUE!` for ranges of
 * different lengths, text among the flows, negative costs, studies that disagree.
 * @example =AIROI(20000000) gives 270.0%: the IDC study's 3.70 for each 1.
 * @example =AIROI(B2:B6,C2:C6,"irr") gives the internal rate of return of costs and benefits by period.
 */
export async function airoi(
  investment: any[][],
  benefit?: any[][],
  measure?: MEASURE[][],
  rate?: any[][],
): Promise<any[][]> {
  return calculate(AIROI, [investment, benefit, measure, rate]);
}
