import { ASIDE, MONTH, monthText, PERCENT, PLAIN_AMOUNT, type Asked } from '../asked-cells';
import { COLORS } from '../chart-colors';
import { cellOf, cellsOf, type SheetDraft } from '../sheet-draft';

/** So many months back from the last. */
const BACK = 12;
/** So many are forecast. */
const AHEAD = 3;
const CHART_ROWS = 15;

/** The last twelve months with change and budget; the chart has the next three as well, with the band they lie in. */
export function putMonths(draft: SheetDraft, asked: Asked): void {
  const { client, vendor, currency, lastMonth } = asked;
  draft.heading('Month by month');
  const top = draft.row;
  const head = { row: top, column: 0, rowCount: 1, columnCount: 5 };
  draft.put(top, 0, `=AITREND(${client},EDATE(${lastMonth},-${BACK - 1}),${lastMonth},${currency},${vendor})`, {
    rows: BACK + 1,
    columns: 3,
  });
  draft.look(head, 'header');
  draft.put(top, 3, 'Budget');
  draft.put(top, 4, 'Of budget');
  const months = cellsOf(top + 1, 0, BACK);
  // Twelve amounts by one call; a month without a budget stays empty.
  draft.put(top + 1, 3, `=IFERROR(AIBUDGET(${client},${months},"budget",${currency},${vendor}),"")`, {
    rows: BACK,
    format: PLAIN_AMOUNT,
  });
  for (let row = top + 1; row <= top + BACK; row += 1) {
    draft.put(row, 4, `=IFERROR(${cellOf(row, 1)}/${cellOf(row, 3)},"")`, { format: PERCENT });
  }
  const area = (column: number) => ({ row: top + 1, column, rowCount: BACK, columnCount: 1 });
  draft.format(area(0), MONTH, true);
  draft.format(area(1), PLAIN_AMOUNT, true);
  draft.format(area(2), PERCENT, true);
  draft.look(area(0), 'label');
  putChart(draft, asked, top);
  draft.row = top + BACK + 2 + CHART_ROWS;
}

/** What the chart shows, beside the table: a month a row, those to come below; `#N/A` is a gap. */
function putChart(draft: SheetDraft, { client, vendor, currency, lastMonth }: Asked, top: number): void {
  const heads = ['Month', 'Spend', 'Forecast', 'Budget', 'Low', 'High'];
  heads.forEach((text, at) => draft.put(top, ASIDE + at, text, { look: 'quiet' }));
  const forecast = `AIFORECAST(${client},${BACK},,${currency},${vendor})`;
  const found = (column: number, date: string): string => {
    const value = `VLOOKUP(${date},${forecast},${column},FALSE)`;
    return `=IFERROR(IF(ISNUMBER(${value}),${value},NA()),NA())`;
  };
  for (let at = 1; at <= BACK + AHEAD; at += 1) {
    const row = top + at;
    const date = at <= BACK ? cellOf(row, 0) : `EDATE(${lastMonth},${at - BACK})`;
    draft.put(row, ASIDE, at <= BACK ? `=IF(ISNUMBER(${date}),${monthText(date)},"")` : `=${monthText(date)}`);
    const spent = cellOf(row, 1);
    const budget = `AIBUDGET(${client},${date},"budget",${currency},${vendor})`;
    const cells = [
      at <= BACK ? `=IF(ISNUMBER(${spent}),${spent},NA())` : '=NA()',
      at <= BACK ? '=NA()' : found(2, date),
      `=IFERROR(${budget},NA())`,
      at <= BACK ? '=NA()' : found(3, date),
      at <= BACK ? '=NA()' : found(4, date),
    ];
    cells.forEach((formula, column) => draft.put(row, ASIDE + 1 + column, formula, { format: PLAIN_AMOUNT }));
  }
  const rows = BACK + AHEAD + 1;
  draft.look({ row: top, column: ASIDE, rowCount: rows, columnCount: heads.length }, 'quiet');
  const title = draft.put(top + rows, ASIDE, '="Spend by month, with the forecast of the next three"', {
    look: 'quiet',
  });
  draft.chart({
    name: 'months',
    type: 'ColumnClustered',
    source: { row: top, column: ASIDE, rowCount: rows, columnCount: heads.length },
    place: { row: top + BACK + 2, column: 0, rowCount: CHART_ROWS - 1, columnCount: 5 },
    title: { address: title, text: 'Spend by month, with the forecast of the next three' },
    axisTitle: { address: currency, text: '' },
    axisFormat: '#,##0',
    series: [
      { name: 'Spend', color: COLORS.dark },
      { name: 'Forecast', color: COLORS.light },
      { name: 'Budget', color: COLORS.warm, type: 'Line', lineStyle: 'Dash', weight: 2.25 },
      { name: 'Low', color: COLORS.grey, type: 'Line', lineStyle: 'RoundDot', weight: 1.5 },
      { name: 'High', color: COLORS.grey, type: 'Line', lineStyle: 'RoundDot', weight: 1.5 },
    ],
    hasLegend: true,
    isOverlapped: true,
    isReversed: false,
  });
}
