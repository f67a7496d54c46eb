import type { Asked } from '../asked-cells';
import { cellOf, type SheetDraft } from '../sheet-draft';

/** So many sources can be counted; the list itself may be longer, since nothing of the report stands below it. */
const COUNTED = 12;
/** So many rows are kept for the list. */
const ROWS = 24;

/** From where the rows come that the figures of the period rest on, each source once. It is the last section, so that it may grow. */
export function putSources(draft: SheetDraft, { client, period, vendor }: Asked): void {
  const rows = `AISOURCE(${client},${period},${vendor})`;
  draft.heading('Sources');
  draft.line([[`=INDEX(${rows},ROWS(${rows}),1)&"."`, { look: 'note' }]]);
  const top = draft.row;
  draft.put(top, 0, 'Rows');
  draft.put(top, 1, `=UNIQUE(INDEX(${rows},0,5))`, { rows: ROWS });
  draft.look({ row: top, column: 0, rowCount: 1, columnCount: 5 }, 'header');
  draft.look({ row: top, column: 0, rowCount: COUNTED + 1, columnCount: 2 }, 'label');
  for (let row = top + 1; row <= top + COUNTED; row += 1) {
    const source = cellOf(row, 1);
    draft.put(row, 0, `=IF(${source}="","",SUMPRODUCT(--(INDEX(${rows},0,5)=${source})))`, { format: '#,##0' });
  }
  draft.row = top + ROWS;
}
