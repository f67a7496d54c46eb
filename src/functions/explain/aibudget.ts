import { formatMonth } from '../../domain/calendar/month';
import type { BudgetFigure } from '../../domain/figures/budget';
import type { Budget } from '../../domain/ledger/budgets-table';
import { formatAmount } from '../../domain/money/money';
import { marksInWords } from './marks-in-words';
import { conversionsOf, rowsOf, type Basis, type ExplainedRow } from './basis';

export function explainBudget(figure: BudgetFigure): Basis {
  const { budgeted, period, spends, marks, measure } = figure;
  return {
    period,
    rows: [...budgeted.budgets.map(explainedBudget), ...rowsOf(spends)],
    recorded: spends.length === 0 ? null : { onRecord: spends.length, asked: period.months },
    conversions: conversionsOf(spends),
    steps: [...budgetSteps(figure), ...resultSteps(figure)],
    remarks: [
      ...(budgeted.months.length < period.months
        ? [`${budgeted.months.length} of the ${period.months} months asked for have a budget; the others are left out.`]
        : []),
      ...marksInWords({ ...marks, covered: measure === 'budget' ? null : marks.covered, times: 1, month: null }),
      ...forecastRemarks(figure),
    ],
  };
}

function explainedBudget(budget: Budget): ExplainedRow {
  return {
    table: 'AIBudgets',
    row: budget.row,
    month:
      budget.from === budget.to ? formatMonth(budget.from) : `${formatMonth(budget.from)} to ${formatMonth(budget.to)}`,
    client: budget.client,
    service: budget.vendor,
    amount: formatAmount(budget),
    basis: 'budget',
    source: '',
    note: budget.note,
    counted: true,
    reason: '',
  };
}

function budgetSteps({ budgeted, budget, measure }: BudgetFigure): string[] {
  if (budget === null) {
    return [];
  }
  const [first, last] = [budgeted.months[0], budgeted.months.at(-1)];
  const span = `${first === undefined ? '' : formatMonth(first)} to ${last === undefined ? '' : formatMonth(last)}`;
  return [
    measure === 'variance'
      ? `budget of the months to the latest on record: ${formatAmount(budget)}`
      : `budget, ${span}: ${formatAmount(budget)}`,
  ];
}

function resultSteps({ measure, budget, actual, course }: BudgetFigure): string[] {
  const [limit, spent] = [budget === null ? '' : formatAmount(budget), formatAmount(actual)];
  const months = course.map(({ month, amount, forecast }) => {
    return `${formatMonth(month)}${forecast ? ', forecast' : ''}: ${formatAmount({ ...actual, amount })}`;
  });
  switch (measure) {
    case 'budget':
      return [];
    case 'actual':
    case 'forecast':
      return [...months, 'their sum'];
    case 'variance':
    case 'left':
      return [`${limit} - ${spent}`];
    case 'used':
      return [`${spent} / ${limit}`];
    case 'runout':
      return [...months, `the month in which their sum passes ${limit}`];
  }
}

function forecastRemarks({ forecast, course }: BudgetFigure): string[] {
  if (forecast === null) {
    return [];
  }
  const ahead = course.filter((month) => month.forecast).length;
  return [
    `${ahead} ${ahead === 1 ? 'month is' : 'months are'} forecast by ${forecast.method}, as AIFORECAST does from ${forecast.series.months.length} months on record.`,
  ];
}
