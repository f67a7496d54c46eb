import type { MergeProposal } from '../../../bills/sums/bill-summary';
import type { BilledSum } from '../../../domain/ledger/rows-to-load';
import type { RawTable } from '../../../domain/ledger/table';
import { earlierImports } from '../../../workbook/plans/earlier-imports';
import type { EarlierImport, ImportPreview } from '../../contract/import-services';

/**
 * The earlier imports that a bill meets, under the names that its clients have once the user agreed to some of the proposals: which rows
 * it would replace depends on them.
 */
export function earlierByMerges(
  tables: { readonly clients: RawTable | null; readonly log: RawTable | null },
  sums: readonly BilledSum[],
  proposals: readonly MergeProposal[],
  sha256: string,
  refreshed: string | null = null,
): ImportPreview['earlier'] {
  const known = new Map<string, readonly EarlierImport[]>();
  return (merged) => {
    const agreed = proposals.filter(({ name }) => merged.has(name));
    const key = JSON.stringify(agreed.map(({ name }) => name));
    const clients = new Map(agreed.map(({ name, client }) => [name, client]));
    const found =
      known.get(key) ??
      earlierImports(
        tables,
        sums.map((sum) => ({ ...sum, client: clients.get(sum.client) ?? sum.client })),
        sha256,
        refreshed,
      );
    known.set(key, found);
    return found;
  };
}
