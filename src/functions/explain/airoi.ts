import { netFlows } from '../../domain/cash-flow/cash-flow';
import type { ReturnFigure } from '../../domain/figures/return-on-investment';
import type { Currency } from '../../domain/money/currency';
import type { Decimal } from '../../domain/money/decimal';
import { formatAmount, groupThousands } from '../../domain/money/money';
import { conversionsOf, NO_BASIS, numberText, percentText, recordedIn, rowsOf, spendSteps, type Basis } from './basis';

/** Flows that a line shows before it only tells the last. */
const SHOWN_FLOWS = 6;

/** What a return rests on. With a rate it says, each time, that period 0 is not discounted: Excel's NPV does discount its first value. */
export function explainReturn(figure: ReturnFigure): Basis {
  const { spend, study } = figure;
  const basis =
    spend === null
      ? NO_BASIS
      : {
          rows: rowsOf(spend.months),
          recorded: recordedIn(spend.period, spend.months),
          conversions: conversionsOf(spend.months),
        };
  const studyRow =
    study === null
      ? []
      : [
          {
            table: 'AIReturns' as const,
            row: study.row,
            month: String(study.year),
            client: study.segment,
            service: '',
            amount: `${numberText(study.returnPer1)} per 1`,
            basis: 'study',
            source: study.source || study.study,
            note: '',
            counted: true,
            reason: '',
          },
        ];
  return { ...basis, rows: [...basis.rows, ...studyRow], steps: [...inputSteps(figure), ...measureSteps(figure)] };
}

/** How investment and benefit came about, each as a line of its own. */
function inputSteps({
  spend,
  study,
  costs,
  benefits,
  investment,
  benefit,
  rate,
  currency,
  measure,
}: ReturnFigure): string[] {
  const steps: string[] = [];
  const amount = (value: Decimal): string => amountText(value, currency);
  if (spend !== null) {
    steps.push(
      `investment: ${spendSteps(spend.months, spend.period.times, spend.sum).at(-1) ?? ''} = ${amount(investment)}`,
    );
  }
  if (study !== null && costs.length === 1) {
    steps.push(`benefit: ${amount(investment)} x ${numberText(study.returnPer1)} = ${amount(benefit)}`);
  }
  if (costs.length > 1) {
    const present =
      rate !== null && measure !== 'irr' ? `, at ${percentText(rate)} a period (period 0 is not discounted)` : '';
    steps.push(`costs: ${flowsText(costs, currency)}${present}${measure === 'irr' ? '' : ` = ${amount(investment)}`}`);
    steps.push(
      `benefits: ${flowsText(benefits, currency)}${present}${measure === 'irr' ? '' : ` = ${amount(benefit)}`}`,
    );
  }
  return steps;
}

/** The line that gives the measure, without its result. */
function measureSteps(figure: ReturnFigure): string[] {
  const amount = (value: Decimal): string => amountText(value, figure.currency);
  const [investment, benefit] = [amount(figure.investment), amount(figure.benefit)];
  const net = flowsText(netFlows(figure.benefits, figure.costs), figure.currency);
  switch (figure.measure) {
    case 'roi':
      return [`(${benefit} - ${investment}) / ${investment}`];
    case 'multiple':
      return [`${benefit} / ${investment}`];
    case 'benefit':
      return [benefit];
    case 'net':
      return [`${benefit} - ${investment}`];
    case 'payback':
      return [
        `periods until ${net}${figure.rate === null ? '' : `, discounted at ${percentText(figure.rate)}`}, cumulated, is no longer negative`,
      ];
    case 'irr':
      return [`the rate at which ${net} has a net present value of 0`];
  }
}

function amountText(amount: Decimal, currency: Currency | null): string {
  return currency === null
    ? groupThousands(amount.toSignificantDigits(15).toFixed())
    : formatAmount({ amount, currency });
}

function flowsText(flows: readonly Decimal[], currency: Currency | null): string {
  const shown = flows.slice(0, SHOWN_FLOWS).map((flow) => amountText(flow, currency));
  const rest = flows.length > SHOWN_FLOWS ? [`... (${flows.length} periods)`] : [];
  return `[${[...shown, ...rest].join('; ')}]`;
}
