import { ASIDE, PERCENT, PLAIN_AMOUNT, type Asked } from '../asked-cells';
import { COLORS } from '../chart-colors';
import type { ReportChoices } from '../report-choices';
import { cellOf, type SheetDraft } from '../sheet-draft';

/** So many have a row of their own; the others are one. */
const TOP = 8;
/** With the head and the row of the others. */
const ROWS = TOP + 2;
const CHART_ROWS = 14;

const PLURALS = { client: 'clients', service: 'services', model: 'models', team: 'teams', vendor: 'vendors' } as const;

/** The largest and the rest, with their shares; the table comes whole from AICLIENTS, however many there are. */
export function putRanking(draft: SheetDraft, asked: Asked, { by }: ReportChoices): void {
  const { client, vendor, currency, period, periodWords } = asked;
  draft.heading('Ranking and shares');
  const top = draft.row;
  draft.put(top, 0, `=AICLIENTS(${vendor},${period},${currency},${TOP},${asked.by},${client})`, {
    rows: ROWS,
    columns: 4,
  });
  draft.look({ row: top, column: 0, rowCount: 1, columnCount: 4 }, 'header');
  const area = (column: number, columnCount = 1) => ({ row: top + 1, column, rowCount: ROWS - 1, columnCount });
  draft.format(area(1), PLAIN_AMOUNT, true);
  draft.format(area(2, 2), PERCENT, true);
  putCharts(draft, asked, top, `The largest ${PLURALS[by]}`);
  draft.put(top + ROWS, ASIDE, `="The largest ${PLURALS[by]} in "&${periodWords}`, { look: 'quiet' });
  draft.put(top + ROWS + 1, ASIDE, `="Shares in "&${periodWords}&", and cumulative"`, { look: 'quiet' });
  draft.row = top + ROWS + 1 + CHART_ROWS;
}

/** Names, amounts and shares beside the table; a row that is not there is a gap. */
function putCharts(draft: SheetDraft, { currency }: Asked, top: number, title: string): void {
  ['Name', 'Spend', 'Name', 'Share', 'Cumulative share'].forEach((text, at) =>
    draft.put(top, ASIDE + at, text, { look: 'quiet' }),
  );
  for (let row = top + 1; row < top + ROWS; row += 1) {
    const [name, spend, share, added] = [0, 1, 2, 3].map((column) => cellOf(row, column));
    draft.put(row, ASIDE, `=${name}&""`);
    draft.put(row, ASIDE + 1, `=IF(ISNUMBER(${spend}),${spend},NA())`, { format: PLAIN_AMOUNT });
    draft.put(row, ASIDE + 2, `=${name}&""`);
    draft.put(row, ASIDE + 3, `=IF(ISNUMBER(${share}),${share},NA())`, { format: PERCENT });
    draft.put(row, ASIDE + 4, `=IF(ISNUMBER(${added}),${added},NA())`, { format: PERCENT });
  }
  draft.look({ row: top, column: ASIDE, rowCount: ROWS, columnCount: 5 }, 'quiet');
  const place = { row: top + ROWS + 1, rowCount: CHART_ROWS - 1 };
  const common = { hasLegend: false, isOverlapped: false, isReversed: false };
  draft.chart({
    ...common,
    name: 'ranking',
    type: 'BarClustered',
    source: { row: top, column: ASIDE, rowCount: ROWS, columnCount: 2 },
    place: { ...place, column: 0, columnCount: 2 },
    title: { address: cellOf(top + ROWS, ASIDE), text: title },
    axisTitle: { address: currency, text: '' },
    axisFormat: '#,##0',
    series: [{ name: 'Spend', color: COLORS.dark }],
    isReversed: true,
  });
  draft.chart({
    ...common,
    name: 'shares',
    type: 'ColumnClustered',
    source: { row: top, column: ASIDE + 2, rowCount: ROWS, columnCount: 3 },
    place: { ...place, column: 2, columnCount: 3 },
    title: { address: cellOf(top + ROWS + 1, ASIDE), text: 'Shares, and cumulative' },
    axisTitle: null,
    axisFormat: '0%',
    series: [
      { name: 'Share', color: COLORS.dark },
      { name: 'Cumulative share', color: COLORS.warm, type: 'Line', weight: 2.25 },
    ],
    hasLegend: true,
  });
}
