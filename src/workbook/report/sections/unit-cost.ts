import type { Asked } from '../asked-cells';
import { cellOf, type SheetDraft } from '../sheet-draft';
import { amount, putCompared, putComparedHead } from './headline';

const MODELS = 6;
/** A unit may cost less than a cent. */
const UNIT_PRICE = '#,##0.00####';

/** How much was used and what a unit of it cost, together and model by model. */
export function putUnitCost(draft: SheetDraft, asked: Asked): void {
  const { client, vendor, currency, period, compared, unit } = asked;
  const usage = (when: string, measure: string, model = ''): string =>
    `AIUSAGE(${client},${when},"${measure}",${unit},${currency},${vendor}${model === '' ? '' : `,${model}`})`;
  draft.heading('Unit cost');
  putComparedHead(draft, asked);
  putCompared(draft, amount(`="Quantity, in "&${unit}`, usage(period, 'quantity'), usage(compared, 'quantity')));
  putCompared(draft, {
    ...amount('Cost of one', usage(period, 'unitcost'), usage(compared, 'unitcost')),
    formatWithoutTypes: UNIT_PRICE,
    changeFormat: UNIT_PRICE,
  });
  draft.row += 1;
  draft.header(['Cost of one, by model', `=${asked.periodWords}`, `=${asked.comparedWords}`, 'Change', 'Change, %']);
  const ranking = `AICLIENTS(${vendor},${period},${currency},${MODELS},"model",${client})`;
  for (let at = 0; at < MODELS; at += 1) {
    const name = cellOf(draft.row, 0);
    const told = (when: string): string => `IF(${name}="","",IFERROR(${usage(when, 'unitcost', name)},""))`;
    putCompared(draft, {
      ...amount(`=IFERROR(INDEX(${ranking},${at + 2},1)&"","")`, told(period), told(compared)),
      format: UNIT_PRICE,
      changeFormat: UNIT_PRICE,
    });
  }
}
