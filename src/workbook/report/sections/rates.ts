import type { Asked } from '../asked-cells';
import { cellOf, type SheetDraft } from '../sheet-draft';
import { putComparedHead } from './headline';

const CURRENCIES = 6;
const RATE = '0.000000';

/** At what rates amounts in other currencies were converted: the mean of the last month of the period. */
export function putRates(draft: SheetDraft, asked: Asked): void {
  const { currency, lastMonth, compared } = asked;
  draft.heading('Rates used');
  putComparedHead(draft, asked);
  const others = `UNIQUE(FILTER(AIClients[Currency],(AIClients[Currency]<>"")*(AIClients[Currency]<>${currency})))`;
  for (let at = 0; at < CURRENCIES; at += 1) {
    const name = cellOf(draft.row, 0);
    const [now, then] = [cellOf(draft.row, 1), cellOf(draft.row, 2)];
    const rate = (month: string): string => `=IF(${name}="","",IFERROR(AIFX(1,${name},${currency},${month}),""))`;
    draft.line([
      [`=IFERROR(INDEX(${others},${at + 1})&"","")`],
      [rate(lastMonth), { format: RATE }],
      [rate(compared), { format: RATE }],
      [`=IF(COUNT(${now},${then})=2,${now}-${then},"")`, { format: RATE }],
      [`=IF(COUNT(${now},${then})=2,${now}/${then}-1,"")`, { format: '0.0%' }],
    ]);
  }
  draft.line([
    [
      `="What one unit of each other currency is in "&${currency}&", by the mean of the month in AIRates."`,
      { look: 'note' },
    ],
  ]);
}
