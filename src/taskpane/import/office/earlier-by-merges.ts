import type { MergeProposal } from '../../../bills/sums/bill-summary';
import type { BilledSum } from '../../../domain/ledger/rows-to-load';
import type { RawTable } from '../../../domain/ledger/table';
import { inTurns } from '../../../workbook/host/turns';
import { atOnce, type Steps } from '../../../domain/ledger/steps';
import { earlierImports } from '../../../workbook/plans/earlier-imports';
import type { EarlierImport, ImportPreview } from '../../contract/import-services';

/**
 * The earlier imports that a bill meets, under the names that its clients have once the user agreed to some of the proposals: which rows
 * it would replace depends on them.
 */
export async function earlierByMerges(
  tables: { readonly clients: RawTable | null; readonly log: RawTable | null },
  sums: readonly BilledSum[],
  proposals: readonly MergeProposal[],
  sha256: string,
  refreshed: string | null = null,
): Promise<ImportPreview['earlier']> {
  const under = (agreed: readonly MergeProposal[]): Steps<readonly EarlierImport[]> => {
    const clients = new Map(agreed.map(({ name, client }) => [name, client]));
    return earlierImports(
      tables,
      agreed.length === 0 ? sums : sums.map((sum) => ({ ...sum, client: clients.get(sum.client) ?? sum.client })),
      sha256,
      refreshed,
    );
  };
  const keyOf = (agreed: readonly MergeProposal[]): string => JSON.stringify(agreed.map(({ name }) => name));
  // What is shown first; what the user agrees to is worked out as she does.
  const known = new Map([[keyOf([]), await inTurns(under([]))]]);
  return (merged) => {
    const agreed = proposals.filter(({ name }) => merged.has(name));
    const found = known.get(keyOf(agreed)) ?? atOnce(under(agreed));
    known.set(keyOf(agreed), found);
    return found;
  };
}
