/** What a cell of the tour is to hold: a number, or an error by its code. */
export type Expected = number | `#${string}`;

/** One formula of the tour, with its value on the reference data and after the edit of ByteDance's spend. */
export interface TourStep {
  readonly formula: string;
  readonly expected: Expected;
  readonly afterEdit: Expected;
}

/** The Spend that the tour types into ByteDance's row, in place of 20,000,000 EUR. */
export const EDITED_SPEND = 24_000_000;

/** The edit leaves these as they were: they do not rest on ByteDance's spend. */
function unmoved(formula: string, expected: Expected): TourStep {
  return { formula, expected, afterEdit: expected };
}

/** The functions at work on the reference data. */
export const tourSteps: readonly TourStep[] = [
  { formula: '=AISPEND("ByteDance")', expected: 20_000_000, afterEdit: 24_000_000 },
  { formula: '=AISPEND("  bytedance ","runrate")', expected: 240_000_000, afterEdit: 288_000_000 },
  { formula: '=AISPEND("ByteDance","2024")', expected: 20_000_000, afterEdit: 24_000_000 },
  unmoved('=AISPEND("ByteDance","year")', '#VALUE!'),
  // At 1.063014 USD per EUR, the mean of November 2024's 21 daily rates.
  { formula: '=AISPEND("ByteDance",,"USD")', expected: 21_260_280, afterEdit: 25_512_336 },
  { formula: '=AISPEND("*")', expected: 20_000_000, afterEdit: 24_000_000 },
  unmoved('=AISPEND("Adobe")', '#N/A'),
  unmoved('=REVSHARE("ByteDance")', 0.15),
  unmoved('=REVSHARE(20000000,160000000)', 0.125),
  unmoved('=AIROI(20000000)', 2.7),
  unmoved('=AIROI(20000000,,"benefit")', 74_000_000),
  { formula: '=AIROI("ByteDance",,"net")', expected: 648_000_000, afterEdit: 777_600_000 },
  { formula: '=AIREVENUE("Microsoft")', expected: 133_333_333.33333333, afterEdit: 160_000_000 },
  { formula: '=AIREVENUE("Microsoft","runrate")', expected: 1_600_000_000, afterEdit: 1_920_000_000 },
  unmoved('=AICONCENTRATION("Microsoft")', '#N/A'),
  unmoved('=AICONCENTRATION("Microsoft",,,"recorded")', 1),
  // One month tells neither if a spend goes nor why it changed; budgets, quantities and prices are not among the reference data.
  unmoved('=AIFORECAST("ByteDance")', '#N/A'),
  unmoved('=AIBRIDGE("ByteDance","2024-10","2024-11")', '#N/A'),
  unmoved('=AIBUDGET("ByteDance",,"used")', '#N/A'),
  unmoved('=AIUSAGE("ByteDance")', '#N/A'),
  unmoved('=AIPRICE("o3")', '#N/A'),
];
