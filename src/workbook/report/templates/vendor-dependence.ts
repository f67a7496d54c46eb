import { MONTH, PERCENT, PLAIN_AMOUNT } from '../asked-cells';
import { COLORS } from '../chart-colors';
import { cellOf, SheetDraft } from '../sheet-draft';
import type { SheetPlan } from '../sheet-plan';

const TOP = 8;
const ROWS = TOP + 2;
const ASIDE = 7;
const WIDTHS = [215, 170, 140, 120, 84, 84, 24, 130, 90];
const PRINTED_COLUMNS = 6;
const CHART_ROWS = 15;

/** The columns of the ranking; INDEX takes them out of the result, and with it their formats. */
const FORMATS = [{}, { format: PLAIN_AMOUNT }, { format: PERCENT }] as const;

/** How much of a vendor's AI revenue hangs on few clients: shares, revenue and concentration, with the bounds that are known. */
export function vendorDependencePlan(vendorName: string, currencyCode: string): SheetPlan {
  const draft = new SheetDraft(WIDTHS, PRINTED_COLUMNS);
  draft.row = 3;
  draft.heading('What the sheet is asked');
  const vendor = draft.put(draft.row, 1, vendorName, { isText: true, look: 'input' });
  draft.line([['Vendor']]);
  const currency = draft.put(draft.row, 1, currencyCode, { isText: true, look: 'input' });
  draft.line([['Currency']]);
  const trend = `AITREND("*",,,${currency},${vendor})`;
  const period = draft.put(draft.row, 1, `=INDEX(${trend},ROWS(${trend}),1)`, { look: 'input', format: MONTH });
  draft.line([['Period']]);

  draft.heading('Revenue');
  draft.header(['', 'On record', 'At least', 'At most']);
  const revenue = (bound: string): string => `AIREVENUE(${vendor},${period},${currency},,${bound})`;
  putBounds(draft, 'AI revenue', [`=${revenue('')}`, `=${revenue('"low"')}`, `=${revenue('"high"')}`], PLAIN_AMOUNT);
  draft.note(
    'The bounds hold where no amount is disclosed. #N/A: nothing is on record, and the cell says what would help.',
  );

  draft.heading('Shares of its clients');
  const top = draft.row;
  // The fourth column of AICLIENTS would take the place of the shares of the revenue.
  const ranking = `AICLIENTS(${vendor},${period},${currency},${TOP})`;
  [1, 2, 3].forEach((column) =>
    draft.put(top, column - 1, `=INDEX(${ranking},0,${column})`, { rows: ROWS, ...FORMATS[column - 1] }),
  );
  ['Share of revenue', 'At least', 'At most'].forEach((text, at) => draft.put(top, 3 + at, text));
  draft.look({ row: top, column: 0, rowCount: 1, columnCount: PRINTED_COLUMNS }, 'header');
  for (let row = top + 1; row < top + ROWS; row += 1) {
    const name = cellOf(row, 0);
    ['', ',,"low"', ',,"high"'].forEach((bound, at) => {
      const share = `REVSHARE(${name},${vendor},${period}${bound})`;
      draft.put(row, 3 + at, `=IF(OR(${name}="",${name}="Others"),"",IFERROR(${share},""))`, { format: PERCENT });
    });
  }
  draft.row = top + ROWS;
  draft.note('Share of recorded: of what is on record. Share of revenue: of all that the vendor earns with AI.');

  draft.heading('Concentration');
  draft.header(['', 'Of what is on record', 'Of all clients']);
  for (const [label, measure, format] of [
    ['Share of the largest', 'cr1', PERCENT],
    ['Share of the largest three', 'cr3', PERCENT],
    ['HHI, from 0 to 1', 'hhi', '0.000'],
    ['Effective number', 'effective', '0.0'],
  ] as const) {
    const told = (scope: string): string => `AICONCENTRATION(${vendor},${period},"${measure}","${scope}")`;
    draft.line([[label], [`=${told('recorded')}`, { format }], [`=IFERROR(${told('all')},"not known")`, { format }]]);
  }
  draft.note('Where it says not known, the amounts of some clients are not disclosed.');
  putChart(draft, top, currency, vendor);
  putTitle(draft, top, { vendor, period });
  return draft.plan(2);
}

function putBounds(draft: SheetDraft, label: string, formulas: readonly string[], format: string): void {
  draft.line([[label], ...formulas.map((formula) => [formula, { formatWithoutTypes: format }] as const)]);
}

function putChart(draft: SheetDraft, top: number, currency: string, vendor: string): void {
  ['Client', 'Spend'].forEach((text, at) => draft.put(top, ASIDE + at, text));
  for (let row = top + 1; row < top + ROWS; row += 1) {
    const [name, spend] = [cellOf(row, 0), cellOf(row, 1)];
    draft.put(row, ASIDE, `=${name}&""`);
    draft.put(row, ASIDE + 1, `=IF(ISNUMBER(${spend}),${spend},NA())`, { format: PLAIN_AMOUNT });
  }
  draft.look({ row: top, column: ASIDE, rowCount: ROWS, columnCount: 2 }, 'quiet');
  const title = draft.put(top + ROWS, ASIDE, `="What clients pay "&${vendor}`, { look: 'quiet' });
  draft.chart({
    name: 'clients',
    type: 'BarClustered',
    source: { row: top, column: ASIDE, rowCount: ROWS, columnCount: 2 },
    place: { row: draft.row + 1, column: 0, rowCount: CHART_ROWS, columnCount: PRINTED_COLUMNS },
    title: { address: title, text: 'What clients pay' },
    axisTitle: { address: currency, text: '' },
    axisFormat: '#,##0',
    series: [{ name: 'Spend', color: COLORS.dark }],
    hasLegend: false,
    isOverlapped: false,
    isReversed: true,
  });
  draft.row += CHART_ROWS + 2;
}

function putTitle(draft: SheetDraft, top: number, { vendor, period }: { vendor: string; period: string }): void {
  const [name, ofRecorded, ofRevenue] = [0, 2, 3].map((column) => cellOf(top + 1, column));
  draft.put(
    0,
    0,
    `=IF(ISNUMBER(${ofRevenue}),${name}&" is "&TEXT(${ofRevenue},"0%")&" of the AI revenue of "&${vendor},"Who pays "&${vendor}&" for AI")`,
    { look: 'title' },
  );
  draft.put(
    1,
    0,
    `=IF(ISNUMBER(${ofRecorded}),${name}&" pays "&TEXT(${ofRecorded},"0%")&" of what is on record","No shares are on record")`,
  );
  draft.look({ row: 1, column: 0, rowCount: 1, columnCount: PRINTED_COLUMNS }, 'finding');
  draft.put(2, 0, `="In "&YEAR(${period})&"-"&RIGHT("0"&MONTH(${period}),2)`, { look: 'note' });
}
