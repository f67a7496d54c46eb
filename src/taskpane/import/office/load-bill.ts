import type { Mapping } from '../../../bills/mapping/mapping';
import { formatMapping } from '../../../bills/mapping/mapping-text';
import type { FoundTable } from '../../../bills/reading/import-protocol';
import type { BillSummary } from '../../../bills/sums/bill-summary';
import { mergeClients } from '../../../bills/sums/merge';
import { Decimal } from '../../../domain/money/decimal';
import { loadTables } from '../../../workbook/load/table-load';
import { type BillLoad, billPlanners } from '../../../workbook/plans/bill-planners';
import type { ImportDecision, ImportPreview, ImportReport } from '../../contract/import-services';
import type { Progress } from '../../contract/task';
import { loadProgress } from '../../office/load-progress';

/** What was previewed last: what a load writes. */
export interface Previewed {
  readonly summary: BillSummary;
  readonly table: FoundTable;
  readonly mapping: Mapping;
  readonly sha256: string;
  readonly preview: ImportPreview;
  /** Of a ledger: the name under which its rows are to stand, and what AIImports keeps of the question; null for a file. */
  readonly asked: { readonly source: string; readonly record: string; readonly refreshed: string | null } | null;
}

/** Writes a bill as it was previewed, and as the user decided, into the tables: one load, one step to undo. */
export async function loadBill(
  bill: Previewed,
  fileName: string,
  decision: ImportDecision,
  progress: Progress,
  cancel: AbortSignal,
): Promise<ImportReport> {
  let report: ImportReport = { source: fileName, added: 0, removed: 0, kept: 0 };
  const planners = billPlanners(
    billLoad(bill, fileName, decision),
    ({ added, replaced, removed, kept }, { source, splitBefore }) => {
      const rows = bill.summary.groups.length;
      const loaded = { source, added: added.length + replaced.length, removed: removed.length, kept, rows };
      report = splitBefore === null ? loaded : { ...loaded, splitBefore };
    },
  );
  await loadTables(planners, { progress: loadProgress(progress), cancel });
  return report;
}

function billLoad(bill: Previewed, fileName: string, decision: ImportDecision): BillLoad {
  const { summary, table, mapping, sha256, preview, asked } = bill;
  const common = {
    loaded: nowInUtc(),
    format: table.recognition.format,
    mapping: formatMapping(mapping),
    header: table.headerKey,
    sha256,
    statement: asked?.record ?? '',
  };
  return {
    fileName: asked?.source ?? fileName,
    refreshed: asked?.refreshed ?? null,
    sums: mergeClients(summary.groups, decision.merges),
    note: noteOf(bill),
    log: summary.totals.map(({ currency, rows, total, kept }) => ({
      ...common,
      currency,
      rows,
      total,
      counted: kept,
      leftOut: new Decimal(total).minus(kept).toFixed(),
    })),
    sha256,
    replace: decision.replace,
    seen: preview.earlier(new Set(decision.merges.map(({ name }) => name))).map(({ source }) => source),
    aliases: decision.merges.map(({ name, client }) => ({ alias: name, client })),
  };
}

/** What stands in the Note of each row: the format, and which amount of the bill was taken. */
function noteOf({ table, mapping }: Previewed): string {
  const { amount } = mapping.roles;
  return `${table.recognition.format}${amount.kind === 'columns' ? `: ${amount.columns.join(', else ')}` : ''}`;
}

/** `2024-11-18 14:05`: the same for every co-author, wherever she is. */
function nowInUtc(): string {
  return new Date().toISOString().slice(0, 16).replace('T', ' ');
}
