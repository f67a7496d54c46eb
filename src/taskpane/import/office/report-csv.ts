import { formatMapping } from '../../../bills/mapping/mapping-text';
import type { Found } from '../../../bills/reading/import-protocol';
import { INVOICE_DETAIL } from '../../../bills/formats/focus';
import type { CheckedInvoices, ImportDecision, OpenedImport } from '../../contract/import-services';
import { LEFT_OUT, LEGENDS } from '../import-phrases';
import type { Previewed } from './load-bill';

/** One line of the report: what it belongs to, what it says, and where there are such, rows, an amount and its currency. */
type Line = readonly [part: string, what: string, says: string, rows?: number | '', amount?: string, currency?: string];

const HEADER = ['Part', 'What', 'Says', 'Rows', 'Amount', 'Currency'];

/** What a report tells of; `latest` is what was previewed last, null: nothing yet. */
interface Reported {
  readonly found: Found;
  readonly opened: OpenedImport;
  readonly latest: Previewed | null;
  readonly decision: ImportDecision | null;
}

/**
 * What was found in a bill and what the user decided, as a table that any spreadsheet opens: the same as the report in JSON, line by line.
 * Amounts are exact. A text from the file that a spreadsheet would take for a formula stands behind an apostrophe.
 */
export function reportCsv(
  { fileName, bytes }: { readonly fileName: string; readonly bytes: number },
  { found, opened, latest, decision }: Reported,
): string {
  const lines: Line[] = [
    ['File', 'Name', fileName],
    ['File', 'Bytes', String(bytes)],
  ];
  if (found.kind === 'rates') {
    lines.push(['File', 'Format', 'ECB euro reference rates'], ['Rates', 'New or the same', '', found.rates.length]);
    lines.push(...found.incomplete.map(({ month, reason }): Line => ['Not loaded', month, reason]));
  } else if (found.kind === 'invoices') {
    const checked = opened.kind === 'invoices' ? opened.checked : [];
    lines.push(['File', 'Format', INVOICE_DETAIL], ...checked.flatMap(invoiceLines));
  } else {
    lines.push(...(latest === null ? [] : billLines(latest, decision)));
    lines.push(...[...found.notices, ...(latest?.summary.notices ?? [])].map((text): Line => ['Notice', '', text]));
  }
  // The mark at the beginning tells Excel that the text is UTF-8.
  return `\uFEFF${[HEADER, ...lines].map((cells) => HEADER.map((_, at) => csvCell(cells[at] ?? '', at)).join(',')).join('\r\n')}\r\n`;
}

function invoiceLines(one: CheckedInvoices): Line[] {
  const { issuer, month, currency, loaded, difference, rows } = one;
  const what = `${issuer}, ${month}`;
  return [
    ...one.invoices.map(({ invoice, amount, lines }): Line => ['Invoice', what, invoice, lines, amount, currency]),
    ['Loaded', what, loaded === null ? 'nothing' : one.sources.join(', '), rows, loaded ?? '', currency],
    ...(difference === null ? [] : [['Difference', what, '', '', difference, currency] as const]),
  ];
}

function billLines({ summary, table, mapping, sha256 }: Previewed, decision: ImportDecision | null): Line[] {
  return [
    ['File', 'SHA-256', sha256],
    ['File', 'Format', table.recognition.format],
    ['File', 'Mapping', formatMapping(mapping)],
    ['Rows', 'In the file', '', summary.rows],
    ['Rows', 'Kept', '', summary.keptRows],
    ['Rows', 'Left out', '', summary.leftOutRows],
    ['Rows', 'With problems', '', summary.problemRows],
    ['Rows', 'To load into AIClients', '', summary.groups.length],
    ...summary.totals.flatMap(({ currency, rows, total, keptRows, kept, leftOut }): Line[] => [
      ['Total', 'Total of the file', '', rows, total, currency],
      ...leftOut.map(({ reason, rows: left, amount }): Line => ['Total', LEFT_OUT[reason], '', left, amount, currency]),
      ['Total', 'Kept', '', keptRows, kept, currency],
    ]),
    ...summary.questions.map(({ option, answer }): Line => [
      'Answer',
      LEGENDS[option],
      answer === null ? '(open)' : String(answer),
    ]),
    ...(decision?.merges ?? []).map(({ name, client }): Line => ['Merged', name, client]),
    ...(decision?.replace ?? []).map((source): Line => [
      'Replaced',
      source,
      'for the same clients, vendors and months',
    ]),
    ...summary.totalRows.map(({ line, label, amount }): Line => ['Row of totals', `Line ${line}`, label, '', amount]),
    ...summary.problems.map(({ line, column, value, message }): Line => [
      'Problem',
      `Line ${line}`,
      [column, value, message].filter(Boolean).join(': '),
    ]),
  ];
}

/** The columns of texts. */
const TEXTS = 3;

function csvCell(cell: string | number, column: number): string {
  const text = String(cell);
  const safe = column < TEXTS && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
