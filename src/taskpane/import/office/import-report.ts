import { formatMapping } from '../../../bills/mapping/mapping-text';
import type { Found } from '../../../bills/reading/import-protocol';
import type { Previewed } from './load-bill';

/**
 * All that was found in a file, for the records: what it is, how its columns were understood, the rows and totals by currency
 * with what is left out and why, and the problems. Amounts are texts, so that no digit is lost on the way.
 */
export function importReport(
  { fileName, bytes }: { readonly fileName: string; readonly bytes: number },
  found: Found,
  latest: Previewed | null,
): Blob {
  return new Blob([`${JSON.stringify({ file: fileName, bytes, ...contents(found, latest) }, null, 2)}\n`], {
    type: 'application/json',
  });
}

function contents(found: Found, latest: Previewed | null): object {
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
  const { fileKind, reading, notices } = found;
  if (latest === null) {
    return { kind: fileKind, reading, notices };
  }
  const { summary, table, mapping, sha256 } = latest;
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
    ...(usage && {
      quantities: {
        kept: usage.isKept,
        rowsWith: usage.rowsWith,
        ...(usage.orMore && { orMore: true }),
        rowsWithout: usage.rowsWithout,
      },
    }),
    problems,
    notices: [...notices, ...summary.notices],
  };
}
