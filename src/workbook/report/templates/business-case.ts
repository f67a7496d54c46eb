import { PERCENT } from '../asked-cells';
import { COLORS } from '../chart-colors';
import { cellOf, SheetDraft } from '../sheet-draft';
import type { SheetPlan } from '../sheet-plan';

/** Years after the start; the start itself is year 0. */
const YEARS = 5;
/** The columns of the years. */
const FIRST = 1;
const LAST = FIRST + YEARS;
const AMOUNT = '#,##0';
const SCENARIOS = ['Low', 'Likely', 'High'] as const;
/** By which column of the ranges each scenario takes costs and benefits: the low one has the dearest costs and the least benefits. */
const RANGE_COLUMNS = {
  Low: { costs: 3, benefits: 1 },
  Likely: { costs: 2, benefits: 2 },
  High: { costs: 1, benefits: 3 },
};
/** Where the chart's cells stand. */
const ASIDE = LAST + 2;
const WIDTHS = [215, 95, 95, 95, 95, 95, 95, 24, 110, 90, 90, 120];

/** An example to be written over: amounts by year from the start on. */
const COSTS = [
  ['Implementation', [100_000, 0, 0, 0]],
  ['Running costs', [0, 40_000, 40_000, 40_000]],
  ['Another cost', []],
] as const;
const BENEFITS = [
  ['Benefit', [0, 150_000, 150_000, 150_000]],
  ['Another benefit', []],
] as const;
/** Low, likely and high as parts of what is likely, and the adjustment for risk. */
const COST_RANGE = [0.9, 1, 1.2, 0.1] as const;
const BENEFIT_RANGE = [0.7, 1, 1.15, -0.2] as const;

/** Rows of an item, from 0. */
interface Items {
  readonly first: number;
  readonly count: number;
}

/** What one scenario comes to by year; both are addresses of a row of cells. */
interface Flows {
  readonly costs: string;
  readonly benefits: string;
  readonly net: string;
}

/**
 * A business case as finance accepts it, in the form of Forrester's Total Economic Impact: costs and benefits by year, each with a range
 * and an adjustment for risk, and what they come to in three scenarios. All that is worked out is a formula; what is coloured is typed.
 */
export function businessCasePlan(currency: string): SheetPlan {
  const draft = new SheetDraft(WIDTHS, LAST + 1);
  draft.row = 3;
  const { rate, unit, study, payer } = putAssumptions(draft, currency);
  const { costs, benefits } = putEstimates(draft);
  const ranges = putRanges(draft, costs, benefits);
  const flows = putFlows(draft, { costs, benefits }, ranges);
  const results = putResults(draft, flows, rate);
  putSensitivity(draft, flows, results);
  putChart(draft, results, unit);
  putTitle(draft, results, { unit, study, payer });
  return draft.plan(2);
}

function putAssumptions(draft: SheetDraft, currency: string) {
  draft.heading('Assumptions');
  const input = (label: string, content: string | number, format?: string): string => {
    draft.put(draft.row, 0, label);
    const isText = typeof content === 'string' && !content.startsWith('=');
    const address = draft.put(draft.row, 1, content, {
      isText,
      look: 'input',
      ...(format !== undefined && { format }),
    });
    draft.row += 1;
    return address;
  };
  return {
    unit: input('Currency', currency),
    rate: input('Discount rate, a year', 0.1, PERCENT),
    study: input('Study that the benefits rest on', '=IFERROR(T(INDEX(AIReturns[Study],1)),"")'),
    payer: input('Who paid for the study', ''),
  };
}

function putEstimates(draft: SheetDraft): { costs: Items; benefits: Items } {
  draft.heading('Likely costs and benefits, by year');
  const yearHeads = ['Start', ...Array.from({ length: YEARS }, (_, at) => `Year ${at + 1}`)];
  const put = (head: string, items: readonly (readonly [string, readonly number[]])[]): Items => {
    draft.header([head, ...yearHeads]);
    const first = draft.row;
    for (const [name, amounts] of items) {
      draft.put(draft.row, 0, name, { look: 'input' });
      for (let year = 0; year <= YEARS; year += 1) {
        draft.put(draft.row, FIRST + year, amounts[year] ?? 0, { look: 'input', format: AMOUNT });
      }
      draft.row += 1;
    }
    return { first, count: items.length };
  };
  return { costs: put('Costs', COSTS), benefits: put('Benefits', BENEFITS) };
}

/** Gives the rows of the ranges, beside those of the estimates. */
function putRanges(draft: SheetDraft, costs: Items, benefits: Items): { costs: Items; benefits: Items } {
  draft.heading('Ranges and risk');
  draft.header(['As part of the likely amount', 'Low', 'Likely', 'High', 'Risk']);
  const put = ({ first, count }: Items, range: readonly number[]): Items => {
    const top = draft.row;
    for (let at = 0; at < count; at += 1) {
      draft.put(draft.row, 0, `=${cellOf(first + at, 0)}&""`);
      range.forEach((part, column) =>
        draft.put(draft.row, 1 + column, part, { look: 'input', format: column === 3 ? '+0%;-0%;0%' : '0%' }),
      );
      draft.row += 1;
    }
    return { first: top, count };
  };
  const rows = { costs: put(costs, COST_RANGE), benefits: put(benefits, BENEFIT_RANGE) };
  draft.note('Risk is added to costs and taken off benefits, because estimates are seldom too cautious.');
  return rows;
}

/** By year, in each scenario, with the range and the risk in it. */
function putFlows(
  draft: SheetDraft,
  items: { costs: Items; benefits: Items },
  ranges: { costs: Items; benefits: Items },
) {
  draft.heading('Costs and benefits, adjusted for risk');
  return SCENARIOS.map((scenario): Flows => {
    draft.header([scenario, 'Start', ...Array.from({ length: YEARS }, (_, at) => `Year ${at + 1}`)]);
    const column = RANGE_COLUMNS[scenario];
    const line = (label: string, kind: 'costs' | 'benefits'): string => {
      draft.put(draft.row, 0, label);
      for (let year = FIRST; year <= LAST; year += 1) {
        const amounts = areaOf(items[kind], year);
        const parts = areaOf(ranges[kind], column[kind]);
        draft.put(draft.row, year, `=SUMPRODUCT(${amounts},${parts},1+${areaOf(ranges[kind], 4)})`, { format: AMOUNT });
      }
      draft.row += 1;
      return rowOf(draft.row - 1);
    };
    const [costs, benefits] = [line('Costs', 'costs'), line('Benefits', 'benefits')];
    draft.put(draft.row, 0, 'Net');
    for (let year = FIRST; year <= LAST; year += 1) {
      draft.put(draft.row, year, `=${cellOf(draft.row - 1, year)}-${cellOf(draft.row - 2, year)}`, { format: AMOUNT });
    }
    draft.look({ row: draft.row, column: 0, rowCount: 1, columnCount: LAST + 1 }, 'total');
    draft.row += 2;
    return { costs, benefits, net: rowOf(draft.row - 2) };
  });
}

function areaOf({ first, count }: Items, column: number): string {
  return `${cellOf(first, column)}:${cellOf(first + count - 1, column)}`;
}

function rowOf(row: number): string {
  return `${cellOf(row, FIRST)}:${cellOf(row, LAST)}`;
}

/** The row of each result, from 0; the columns are the scenarios from 1 on. */
interface Results {
  readonly costs: number;
  readonly benefits: number;
  readonly npv: number;
  readonly roi: number;
  readonly payback: number;
  readonly irr: number;
}

function putResults(draft: SheetDraft, flows: readonly Flows[], rate: string): Results {
  draft.row -= 1;
  draft.heading('Results');
  draft.header(['', ...SCENARIOS]);
  const line = (label: string, formula: (flow: Flows) => string, format: string): number => {
    draft.line([[label], ...flows.map((flow) => [`=${formula(flow)}`, { format, look: 'figure' }] as const)]);
    return draft.row - 1;
  };
  const measure =
    (name: string, rated: boolean) =>
    ({ costs, benefits }: Flows): string =>
      `AIROI(${costs},${benefits},"${name}"${rated ? `,${rate}` : ''})`;
  const results = {
    costs: line('Present value of costs', ({ costs }) => presentValue(costs, rate), AMOUNT),
    benefits: line('Present value of benefits', measure('benefit', true), AMOUNT),
    npv: line('Net present value', measure('net', true), AMOUNT),
    roi: line('Return on investment', measure('roi', true), PERCENT),
    payback: line('Paid back after, in years', (flow) => `IFERROR(${measure('payback', false)(flow)},"never")`, '0.0'),
    irr: line('Internal rate of return', (flow) => `IFERROR(${measure('irr', false)(flow)},"none")`, PERCENT),
  };
  const agree = (column: number): string => {
    const [costs, benefits, npv] = [results.costs, results.benefits, results.npv].map((row) => cellOf(row, column));
    return `IF(ABS(${npv}-(${benefits}-${costs}))<0.005,"agrees","differs")`;
  };
  draft.line([
    ['Check: benefits less costs'],
    ...SCENARIOS.map((_, at) => [`=${agree(at + 1)}`, { look: 'figure' }] as const),
  ]);
  draft.look({ row: results.npv, column: 0, rowCount: 1, columnCount: SCENARIOS.length + 1 }, 'total');
  draft.note('Low has the highest costs and the lowest benefits. The start is not discounted, nor is the payback.');
  return results;
}

/** Of amounts from year 0 on, in a row. */
function presentValue(amounts: string, rate: string): string {
  return `SUMPRODUCT(${amounts}/(1+${rate})^{${Array.from({ length: YEARS + 1 }, (_, year) => year).join(',')}})`;
}

const CHANGES = [-0.2, -0.1, 0, 0.1, 0.2] as const;
const RATES = [0.05, 0.08, 0.1, 0.12, 0.15] as const;

/** What the likely net present value would be if benefits, costs or the discount rate were others. */
function putSensitivity(draft: SheetDraft, flows: readonly Flows[], { costs, benefits }: Results): void {
  const likely = flows[1]?.net ?? '';
  draft.heading('Sensitivity');
  putHead(draft, 'Likely NPV: costs ↓, benefits →');
  const head = draft.row - 1;
  CHANGES.forEach((change, at) => draft.put(head, 1 + at, change, { format: '+0%;-0%;0%' }));
  for (const change of CHANGES) {
    draft.put(draft.row, 0, change, { format: '+0%;-0%;0%', look: 'label' });
    CHANGES.forEach((_, at) => {
      const [more, dearer] = [cellOf(head, 1 + at), cellOf(draft.row, 0)];
      const formula = `=${cellOf(benefits, 2)}*(1+${more})-${cellOf(costs, 2)}*(1+${dearer})`;
      draft.put(draft.row, 1 + at, formula, { format: AMOUNT });
    });
    draft.row += 1;
  }
  draft.row += 1;
  putHead(draft, 'Discount rate');
  RATES.forEach((other, at) => draft.put(draft.row - 1, 1 + at, other, { format: '0%' }));
  draft.put(draft.row, 0, 'Likely NPV');
  RATES.forEach((_, at) =>
    draft.put(draft.row, 1 + at, `=${presentValue(likely, cellOf(draft.row - 1, 1 + at))}`, { format: AMOUNT }),
  );
  draft.row += 1;
}

/** A head whose other cells are figures. */
function putHead(draft: SheetDraft, text: string): void {
  draft.look({ row: draft.row, column: 0, rowCount: 1, columnCount: CHANGES.length + 1 }, 'header');
  draft.line([[text]]);
}

function putChart(draft: SheetDraft, { costs, benefits, npv }: Results, unit: string): void {
  const heads = ['Scenario', 'Costs', 'Benefits', 'Net present value'];
  heads.forEach((text, at) => draft.put(4, ASIDE + at, text, { look: 'quiet' }));
  SCENARIOS.forEach((scenario, at) => {
    draft.put(5 + at, ASIDE, scenario);
    [costs, benefits, npv].forEach((row, column) =>
      draft.put(5 + at, ASIDE + 1 + column, `=${cellOf(row, 1 + at)}`, { format: AMOUNT }),
    );
  });
  draft.look({ row: 4, column: ASIDE, rowCount: SCENARIOS.length + 1, columnCount: heads.length }, 'quiet');
  const title = draft.put(9, ASIDE, 'Present values by scenario', { look: 'quiet' });
  const rows = 14;
  draft.chart({
    name: 'scenarios',
    type: 'ColumnClustered',
    source: { row: 4, column: ASIDE, rowCount: SCENARIOS.length + 1, columnCount: heads.length },
    place: { row: draft.row + 1, column: 0, rowCount: rows, columnCount: LAST + 1 },
    title: { address: title, text: 'Present values by scenario' },
    axisTitle: { address: unit, text: '' },
    axisFormat: '#,##0',
    series: [
      { name: 'Costs', color: COLORS.light },
      { name: 'Benefits', color: COLORS.dark },
      { name: 'Net present value', color: COLORS.warm },
    ],
    hasLegend: true,
    isOverlapped: false,
    isReversed: false,
  });
  draft.row += rows + 2;
}

/** In words: FIXED writes numbers as the user's language does, which a format of TEXT would not. */
function putTitle(
  draft: SheetDraft,
  { npv, roi, payback }: Results,
  { unit, study, payer }: { readonly unit: string; readonly study: string; readonly payer: string },
): void {
  const [low, likely, high] = [1, 2, 3].map((column) => cellOf(npv, column));
  const years = cellOf(payback, 2);
  draft.put(
    0,
    0,
    `="ROI of "&TEXT(${cellOf(roi, 2)},"0%")&IF(ISNUMBER(${years}),", paid back in "&FIXED(${years},1)&" years",", never paid back")`,
    { look: 'title' },
  );
  draft.put(
    1,
    0,
    `="Net present value "&FIXED(${likely},0)&" "&${unit}&", between "&FIXED(${low},0)&" and "&FIXED(${high},0)`,
  );
  draft.look({ row: 1, column: 0, rowCount: 1, columnCount: LAST + 1 }, 'finding');
  draft.put(
    2,
    0,
    `=IF(${study}="","No study is named: the benefits are assumptions.","Benefits rest on: "&${study}&IF(${payer}="",". Who paid for it is not named.",", paid for by "&${payer}&"."))`,
    { look: 'note' },
  );
}
