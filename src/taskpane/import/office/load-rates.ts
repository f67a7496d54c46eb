import { ecbCurrencies, ecbMonthlyMeans } from '../../../bills/reference/ecb-monthly-means';
import { rateSource } from '../../../bills/reference/rates';
import type { MonthRate } from '../../../domain/ledger/rows-to-load';
import { loadTables, readCurrentTables } from '../../../workbook/load/table-load';
import { planRates, type RatesWanted, wantedRates, withoutOwn } from '../../../workbook/plans/rates-plan';
import type { ImportReport, OpenRates } from '../../contract/import-services';
import type { Progress } from '../../contract/task';
import { loadProgress } from '../../office/load-progress';

const SHIPPED: RatesWanted = { currencies: ecbCurrencies, from: ecbMonthlyMeans[0]?.[0] ?? '' };

/** What a load of these rates would do to AIRates as it is now. */
export async function ratesChange(
  means: readonly MonthRate[],
): Promise<Omit<OpenRates, 'kind' | 'fileName' | 'incomplete'>> {
  const tables = await readCurrentTables(['AIClients', 'AIRates']);
  const existing = tables.get('AIRates') ?? null;
  const wanted = wantedRates(means, tables, SHIPPED);
  const { added, replaced } = planRates(existing, wanted, rateSource);
  const months = wanted.map(({ month }) => month).sort();
  return {
    currencies: [...new Set(wanted.map(({ currency }) => currency))].sort(),
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
    added: added.length,
    replaced: replaced.length,
    kept: existing === null ? 0 : wanted.length - withoutOwn(existing, wanted, rateSource).length,
  };
}

/** Brings AIRates up to date: one load, one step to undo. */
export async function loadRates(
  means: readonly MonthRate[],
  progress: Progress,
  cancel: AbortSignal,
): Promise<ImportReport> {
  let report: ImportReport = { source: rateSource, added: 0, removed: 0, kept: 0 };
  // AIClients is read for the currencies and months that it names, and stays as it is.
  const clients = await readCurrentTables(['AIClients']);
  await loadTables(
    [
      {
        name: 'AIRates',
        plan: (existing) => {
          const wanted = wantedRates(means, new Map([...clients, ['AIRates', existing]]), SHIPPED);
          const { added, replaced, removed, kept } = planRates(existing, wanted, rateSource);
          report = { source: rateSource, added: added.length + replaced.length, removed: removed.length, kept };
          return { added, replaced, removed, kept };
        },
      },
    ],
    { progress: loadProgress(progress), cancel },
  );
  return report;
}
