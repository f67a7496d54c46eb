import { nameKey } from '../../domain/ledger/name-key';
import type { SplitKind } from '../../domain/ledger/shared-rows';
import type { BilledSum, ClientAlias } from '../../domain/ledger/rows-to-load';
import type { Steps } from '../../domain/ledger/steps';
import { planAliases } from './alias-plan';
import { planBilledRows, sourcesOf } from './billed-rows';
import { earlierImports, type EarlierImport } from './earlier-imports';
import { freeSource, keptQuantities, loggedImports, planLog, type LogLine } from './import-log';
import { refusals } from './load-refused';
import { splitTakenAway } from './shared-plan';
import type { SteppedPlanner, TablePlan, Tables } from './table-plan';

/** A bill that is to be loaded, and what the user decided. */
export interface BillLoad {
  readonly fileName: string;
  readonly sums: readonly BilledSum[];
  /** What stands in the Note of each row. */
  readonly note: string;
  /** One for each currency, but for the name under which the file will stand. */
  readonly log: readonly Omit<LogLine, 'file'>[];
  readonly sha256: string;
  /** Sources of earlier imports whose rows for the same clients, vendors and months are to go. Those of this very content always go. */
  readonly replace: readonly string[];
  /** The earlier imports that the user was shown: rows of another one are news. */
  readonly seen: readonly string[];
  readonly aliases: readonly ClientAlias[];
  /** The import of a ledger of which this is the new state; null or left out for none. */
  readonly refreshed?: string | null;
}

/** Where a bill will stand. */
export interface BillPlace {
  /** The name in the Source column. */
  readonly source: string;
  /** The sources whose rows all go. */
  readonly going: readonly string[];
  /** The sources of which those rows go that the bill covers; others stay. */
  readonly corrected: readonly string[];
  /** By what the shared cost was split of which the parts go, if the bill has it whole; null if none do. */
  readonly splitBefore: SplitKind | null;
}

/**
 * The planners that load a bill: its sums into AIClients, what it was into AIImports, and the names that the user has merged
 * into AIAliases. They look at the tables as they are then: what a co-author loaded since the preview asks for another look.
 *
 * @param hear is told of each plan for AIClients, the last of which is carried out
 */
export function billPlanners(bill: BillLoad, hear: (plan: TablePlan, place: BillPlace) => void): SteppedPlanner[] {
  const planners: SteppedPlanner[] = [
    {
      name: 'AIClients',
      *steps(existing, tables) {
        const place = yield* placeOf(bill, tables);
        const plan = yield* planBilledRows(existing, bill.sums, place.source, place.going, bill.note, {
          corrected: place.corrected,
          hadUsage: hadUsage(place, tables),
        });
        yield;
        hear(plan, { ...place, splitBefore: splitTakenAway(existing, plan) });
        return plan;
      },
    },
    {
      name: 'AIImports',
      *steps(existing, tables) {
        const { source, going } = yield* placeOf(bill, tables);
        return planLog(
          existing,
          bill.log.map((line) => ({ file: source, ...line })),
          going,
        );
      },
    },
  ];
  if (bill.aliases.length > 0) {
    planners.push({
      name: 'AIAliases',
      *steps(existing) {
        yield;
        return planAliases(existing, bill.aliases);
      },
    });
  }
  return planners;
}

/** Whether a file whose rows go was loaded with quantities, models or teams. */
function hadUsage({ going, corrected }: Pick<BillPlace, 'going' | 'corrected'>, tables: Tables): boolean {
  const names = new Set([...going, ...corrected].map(nameKey));
  return loggedImports(tables.get('AIImports') ?? null).some(
    (logged) => names.has(nameKey(logged.file)) && keptQuantities(logged),
  );
}

/** @throws LoadRefused if an import that the user has not seen covers the same clients, vendors and months */
function* placeOf(bill: BillLoad, tables: Tables): Steps<Omit<BillPlace, 'splitBefore'>> {
  const [clients, log] = [tables.get('AIClients') ?? null, tables.get('AIImports') ?? null];
  const earlier = yield* earlierImports({ clients, log }, bill.sums, bill.sha256, bill.refreshed);
  const seen = new Set(bill.seen.map(nameKey));
  const news = earlier.find(({ source, sameContent }) => !sameContent && !seen.has(nameKey(source)));
  if (news !== undefined) {
    throw refusals.loadedMeanwhile(news.source);
  }

  const wanted = new Set(bill.replace.map(nameKey));
  const isGoing = ({ source, sameContent, otherRows }: EarlierImport): boolean =>
    sameContent || (otherRows === 0 && wanted.has(nameKey(source)));
  const replaced = new Set(earlier.filter(isGoing).map(({ source }) => nameKey(source)));
  const names = [...(yield* sourcesOf(clients)), ...loggedImports(log).map(({ file }) => file)];
  return {
    source: freeSource(
      bill.fileName,
      names.filter((name) => !replaced.has(nameKey(name))),
    ),
    going: names.filter((name) => replaced.has(nameKey(name))),
    corrected: earlier.filter((one) => !isGoing(one) && wanted.has(nameKey(one.source))).map(({ source }) => source),
  };
}
