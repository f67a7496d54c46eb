import { EFFECTS } from '../../../domain/figures/bridge-words';
import { ASIDE, PERCENT, PLAIN_AMOUNT, type Asked } from '../asked-cells';
import { COLORS } from '../chart-colors';
import type { ReportChoices } from '../report-choices';
import { cellOf, type SheetDraft } from '../sheet-draft';

/** From, the effects, To. */
const BARS = EFFECTS.length + 2;
const CHART_ROWS = 15;

/** Why the spend changed; the chart leads from one amount to the other. */
export function putBridge(draft: SheetDraft, asked: Asked, { bridgeBy }: ReportChoices): void {
  const { client, vendor, currency, period, compared } = asked;
  draft.heading('What changed');
  const top = draft.row;
  draft.put(top, 0, `=AIBRIDGE(${client},${compared},${period},${currency},${vendor},${asked.bridgeBy})`, {
    rows: BARS + 1,
    columns: 2,
  });
  draft.put(top, 2, '="Part of "&' + asked.comparedWords);
  draft.look({ row: top, column: 0, rowCount: 1, columnCount: 3 }, 'header');
  draft.format({ row: top + 1, column: 1, rowCount: BARS, columnCount: 1 }, PLAIN_AMOUNT, true);
  for (let at = 1; at <= BARS; at += 1) {
    const row = top + at;
    draft.put(row, 2, `=IFERROR(${cellOf(row, 1)}/${cellOf(top + 1, 1)},"")`, { format: PERCENT });
  }
  draft.row = top + BARS + 1;
  draft.note(`Compared ${bridgeBy} by ${bridgeBy}. What has no quantities, or none in one unit, is Unexplained.`);
  putChart(draft, asked, top);
  draft.row = top + BARS + 3 + CHART_ROWS;
}

/**
 * A waterfall of stacked columns: what an effect adds or takes stands on a column that is not drawn. A bar that crosses the line of 0
 * has a part on either side of it.
 */
function putChart(draft: SheetDraft, { currency, comparedWords, periodWords }: Asked, top: number): void {
  const heads = ['Effect', 'Carrier', 'Total', 'More', 'Less', 'More, below 0', 'Less, below 0'];
  heads.forEach((text, at) => draft.put(top, ASIDE + at, text, { look: 'quiet' }));
  const first = cellOf(top + 1, 1);
  for (let at = 1; at <= BARS; at += 1) {
    const row = top + at;
    const amount = cellOf(row, 1);
    const isTotal = at === 1 || at === BARS;
    const before = at <= 2 ? `N(${first})` : `SUM(${first}:${cellOf(row - 1, 1)})`;
    const after = `SUM(${first}:${amount})`;
    const above = `MAX(0,MAX(${before},${after}))-MAX(0,MIN(${before},${after}))`;
    const below = `MIN(0,MIN(${before},${after}))-MIN(0,MAX(${before},${after}))`;
    const parts = isTotal
      ? ['=0', `=N(${amount})`, '=0', '=0', '=0', '=0']
      : [
          `=MAX(0,MIN(${before},${after}))+MIN(0,MAX(${before},${after}))`,
          '=0',
          `=IF(N(${amount})>0,${above},0)`,
          `=IF(N(${amount})<0,${above},0)`,
          `=IF(N(${amount})>0,${below},0)`,
          `=IF(N(${amount})<0,${below},0)`,
        ];
    const name = at === 1 ? comparedWords : at === BARS ? periodWords : cellOf(row, 0);
    draft.put(row, ASIDE, `=${name}&""`);
    parts.forEach((formula, column) => draft.put(row, ASIDE + 1 + column, formula, { format: PLAIN_AMOUNT }));
  }
  draft.look({ row: top, column: ASIDE, rowCount: BARS + 1, columnCount: heads.length }, 'quiet');
  const title = draft.put(top + BARS + 1, ASIDE, `="From "&${comparedWords}&" to "&${periodWords}`, { look: 'quiet' });
  draft.chart({
    name: 'bridge',
    type: 'ColumnStacked',
    source: { row: top, column: ASIDE, rowCount: BARS + 1, columnCount: heads.length },
    place: { row: top + BARS + 3, column: 0, rowCount: CHART_ROWS - 1, columnCount: 5 },
    title: { address: title, text: 'What changed' },
    axisTitle: { address: currency, text: '' },
    axisFormat: '#,##0',
    series: [
      { name: 'Carrier', color: COLORS.dark, isHidden: true },
      { name: 'Total', color: COLORS.dark },
      { name: 'More', color: COLORS.warm },
      { name: 'Less', color: COLORS.light },
      { name: 'More, below 0', color: COLORS.warm },
      { name: 'Less, below 0', color: COLORS.light },
    ],
    hasLegend: false,
    isOverlapped: true,
    isReversed: false,
  });
}
