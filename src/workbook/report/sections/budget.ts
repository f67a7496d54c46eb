import { MONTH, PERCENT, PLAIN_AMOUNT, type Asked } from '../asked-cells';
import type { ReportChoices } from '../report-choices';
import { cellOf, type SheetDraft } from '../sheet-draft';

/** What AIBUDGET tells, in the order in which it is read. */
const MEASURES = [
  ['Budget of the year', 'budget', PLAIN_AMOUNT],
  ['Spent of it', 'actual', PLAIN_AMOUNT],
  ['Used', 'used', PERCENT],
  ['Left', 'left', PLAIN_AMOUNT],
  ['Spent and forecast', 'forecast', PLAIN_AMOUNT],
  ['Runs out in', 'runout', MONTH],
] as const;
const AHEAD = 3;
/** So many clients have a row. */
const CLIENTS = 8;

/** The budget of the fiscal year of the latest month on record, what is used of it, where it will end, and the next months. */
export function putBudget(draft: SheetDraft, asked: Asked, { client: chosen }: ReportChoices): void {
  const { client, vendor, currency } = asked;
  draft.heading('Budget and forecast');
  for (const [label, measure, format] of MEASURES) {
    draft.line([[label], [`=AIBUDGET(${client},,"${measure}",${currency},${vendor})`, { formatWithoutTypes: format }]]);
  }
  draft.row += 1;
  const top = draft.row;
  draft.put(top, 0, `=AIFORECAST(${client},${AHEAD},,${currency},${vendor})`, { rows: AHEAD + 1, columns: 4 });
  draft.look({ row: top, column: 0, rowCount: 1, columnCount: 4 }, 'header');
  draft.look({ row: top + 1, column: 0, rowCount: AHEAD, columnCount: 1 }, 'label');
  draft.format({ row: top + 1, column: 0, rowCount: AHEAD, columnCount: 1 }, MONTH, true);
  draft.format({ row: top + 1, column: 1, rowCount: AHEAD, columnCount: 3 }, PLAIN_AMOUNT, true);
  draft.row = top + AHEAD + 1;
  draft.note(
    'The chance that a month lies between Low and High is 80%. The heading names the method with the smallest error so far.',
  );
  if (chosen === '*') {
    putByClient(draft, asked);
  }
}

/** Budgets of the clients that spend most, as far as they have one. */
function putByClient(draft: SheetDraft, { vendor, currency, period }: Asked): void {
  draft.row += 1;
  draft.header(['Client', 'Budget of the year', 'Spent and forecast', 'Used', 'Runs out']);
  const top = draft.row;
  const ranking = `AICLIENTS(${vendor},${period},${currency},${CLIENTS})`;
  for (let at = 0; at < CLIENTS; at += 1) {
    const row = top + at;
    const name = cellOf(row, 0);
    const told = (measure: string): string =>
      `=IF(${name}="","",IFERROR(AIBUDGET(${name},,"${measure}",${currency},${vendor}),""))`;
    draft.put(row, 0, `=IFERROR(INDEX(${ranking},${at + 2},1)&"","")`);
    draft.put(row, 1, told('budget'), { format: PLAIN_AMOUNT });
    draft.put(row, 2, told('forecast'), { format: PLAIN_AMOUNT });
    draft.put(row, 3, told('used'), { format: PERCENT });
    draft.put(row, 4, told('runout'), { format: MONTH });
  }
  draft.row = top + CLIENTS;
}
