import { mergeClients } from '../../data/bills/merge';
import { formatMapping } from '../../data/bills/mapping-text';
import { fileMessages } from '../../data/messages';
import { planAliases } from '../../workbook/alias-plan';
import { planBilledRows, sourcesOf } from '../../workbook/billed-rows';
import { rivalImports } from '../../workbook/earlier-imports';
import { freeSource, loggedImports, planLog, type LogLine } from '../../workbook/import-log';
import { loadTables, type LoadedTables, type TableChange } from '../../workbook/table-load';
import { nameKey } from '../../domain/ledger/name-key';
import { Decimal } from '../../domain/money/decimal';
import { PaneFailure } from '../services';
import type { ImportDecision, ImportReport, ImportStep } from './import-services';
import type { Previewed } from './import-session';

/** A bill as it was previewed. */
export interface Bill extends Previewed {
  readonly fileName: string;
  /** The earlier imports that the user was shown. */
  readonly seen: readonly string[];
}

/**
 * Writes a bill into AIClients, what it was into AIImports, and the names that the user has merged into AIAliases, as one
 * load. The tables are read anew first: what a co-author loaded since the preview is seen, and asks for another look.
 */
export async function loadBill(
  bill: Bill,
  decision: ImportDecision,
  progress: (step: ImportStep) => void,
  cancel: AbortSignal,
): Promise<ImportReport> {
  const sums = mergeClients(bill.summary.groups, decision.merges);
  let source = bill.fileName;
  const plan = (tables: LoadedTables<'AIClients' | 'AIImports' | 'AIAliases'>): TableChange[] => {
    const rivals = rivalImports({ clients: tables.AIClients, log: tables.AIImports }, sums, bill.sha256);
    const replaced = new Set([...decision.replace, ...rivals.filter((rival) => rival.sameContent).map((rival) => rival.source)].map(nameKey));
    const unforeseen = rivals.find((rival) => !rival.sameContent && !bill.seen.map(nameKey).includes(nameKey(rival.source)));
    if (unforeseen !== undefined) {
      throw new PaneFailure('The bill was not loaded.', fileMessages.loadedMeanwhile(unforeseen.source), 'Look at the preview again, then load.');
    }
    const names = [...sourcesOf(tables.AIClients), ...loggedImports(tables.AIImports).map(({ file }) => file)];
    const going = names.filter((name) => replaced.has(nameKey(name)));
    const staying = names.filter((name) => !replaced.has(nameKey(name)));
    source = freeSource(bill.fileName, staying);
    return [
      { name: 'AIClients', plan: planBilledRows(tables.AIClients, sums, source, going, noteOf(bill)) },
      { name: 'AIImports', plan: planLog(tables.AIImports, logLines(bill, source), going) },
      ...(decision.merges.length === 0
        ? []
        : [{ name: 'AIAliases', plan: planAliases(tables.AIAliases, decision.merges.map(({ name, client }) => ({ alias: name, client }))) } as const]),
    ];
  };
  const outcome = await loadTables(['AIClients', 'AIImports', 'AIAliases'], plan, {
    waiting: () => progress({ kind: 'waiting-for-cell-edit' }),
    reading: () => progress({ kind: 'reading' }),
    writing: (done, total) => progress({ kind: 'writing', done, total }),
    cancel,
  });
  return { source, added: outcome.added, removed: outcome.removed, kept: outcome.kept };
}

/** What stands in the Note of each row: the format, and which amount of the bill was taken. */
function noteOf({ table, mapping }: Bill): string {
  const { amount } = mapping.roles;
  return `${table.recognition.format}${amount.kind === 'columns' ? `: ${amount.columns.join(', else ')}` : ''}`;
}

function logLines(bill: Bill, source: string): LogLine[] {
  const { summary, table, mapping, sha256 } = bill;
  const common = {
    file: source,
    loaded: nowInUtc(),
    format: table.recognition.format,
    mapping: formatMapping(mapping),
    header: table.headerKey,
    sha256,
  };
  return summary.totals.map(({ currency, rows, total, kept }) => ({
    ...common,
    currency,
    rows,
    total,
    counted: kept,
    leftOut: new Decimal(total).minus(kept).toFixed(),
  }));
}

/** `2024-11-18 14:05`: the same for every co-author, wherever she is. */
function nowInUtc(): string {
  return new Date().toISOString().slice(0, 16).replace('T', ' ');
}
