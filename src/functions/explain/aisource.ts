import type { Sources } from '../../domain/figures/sources';
import { explainedRow, NO_BASIS, type Basis } from './basis';

export function explainSources({ rows, onRecord, asked, period, summary }: Sources): Basis {
  return {
    ...NO_BASIS,
    rows: rows.map(explainedRow),
    recorded: { onRecord, asked },
    remarks: summary.includes(';') ? [`${summary}.`] : [],
    ...(period && { period }),
  };
}
