import type { Sources } from '../../domain/figures/sources';
import { explainedRow, NO_BASIS, type Basis, type TableLine } from './basis';

/** The rows that a list of sources has; of one line of it that row alone. */
export function explainSources(
  { rows: all, onRecord, asked, period, summary }: Sources,
  line: TableLine | null = null,
): Basis {
  const rows = line === null || line.row > all.length ? all : all.slice(line.row - 1, line.row);
  return {
    ...NO_BASIS,
    rows: rows.map(explainedRow),
    recorded: { onRecord, asked },
    remarks: summary.includes(';') ? [`${summary}.`] : [],
    ...(period && { period }),
  };
}
