import { formatMapping } from '../../../bills/mapping/mapping-text';
import type { Found } from '../../../bills/reading/import-protocol';
import type { BillSummary } from '../../../bills/sums/bill-summary';
import { INVOICE_DETAIL } from '../../../bills/formats/focus';
import type { ImportDecision, OpenedImport, ReportForm } from '../../contract/import-services';
import type { Previewed } from './load-bill';
import { reportCsv } from './report-csv';

/** How a report is to be written, and of what. */
export interface ReportOptions {
  readonly as: ReportForm;
  readonly opened: OpenedImport;
  readonly decision: ImportDecision | null;
}

/**
 * All that was found in a file, for the records: what it is, how its columns were understood, the rows and totals by currency
 * with what is left out and why, the problems, and what the user decided. Amounts are texts, so that no digit is lost on the way.
 */
export function importReport(
  file: { readonly fileName: string; readonly bytes: number },
  found: Found,
  latest: Previewed | null,
  { as, opened, decision }: ReportOptions,
): Blob {
  if (as === 'csv') {
    return new Blob([reportCsv(file, { found, opened, latest, decision })], { type: 'text/csv' });
  }
  const { fileName, bytes } = file;
  const decided = decision && { merges: decision.merges, replaces: decision.replace };
  return new Blob(
    [`${JSON.stringify({ file: fileName, bytes, ...contents(found, opened, latest), ...decided }, null, 2)}\n`],
    {
      type: 'application/json',
    },
  );
}

function contents(found: Found, opened: OpenedImport, latest: Previewed | null): object {
  if (found.kind === 'rates') {
    const months = found.rates.map(({ month }) => month).sort();
    return {
      format: 'ECB euro reference rates',
      rows: found.rates.length,
      currencies: [...new Set(found.rates.map(({ currency }) => currency))],
      from: months[0] ?? null,
      to: months.at(-1) ?? null,
      incomplete: found.incomplete,
    };
  }
  if (found.kind === 'invoices') {
    const checked = opened.kind === 'invoices' ? opened.checked : [];
    return { format: INVOICE_DETAIL, invoices: checked, unreadableLines: found.unreadableLines };
  }
  const { fileKind, reading, notices } = found;
  if (latest === null) {
    return { kind: fileKind, reading, notices };
  }
  const { summary, table, mapping, sha256, asked } = latest;
  const {
    rows,
    keptRows,
    leftOutRows,
    problemRows,
    totals,
    groups,
    problems,
    numbers,
    dates,
    questions,
    totalRows,
    ai,
    usage,
  } = summary;
  return {
    sha256,
    kind: fileKind,
    ...(reading && { reading, letters: table.letters }),
    ...(table.name !== '' && { table: table.name }),
    format: table.recognition.format,
    mapping: formatMapping(mapping),
    ...(asked && { statement: asked.record }),
    numbers,
    dates,
    questions,
    totalRows,
    rows,
    keptRows,
    leftOutRows,
    problemRows,
    totals,
    ai,
    rowsToLoad: groups.length,
    ...(usage && { quantities: quantities(usage) }),
    problems,
    notices: [...notices, ...summary.notices],
  };
}

function quantities({ isKept, ...rows }: NonNullable<BillSummary['usage']>): object {
  return { kept: isKept, ...rows };
}
