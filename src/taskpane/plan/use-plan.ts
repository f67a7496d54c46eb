import type { PaneContext } from '../contract/pane-context';
import type { Plan, PlanList, PlanSubject } from '../contract/plan-services';
import { useAsked, type Asked } from '../controls/waiting';

/** Whose plans there are, anew with each change of the tables; what was known stays until then. */
export function usePlanList({ services, snapshot }: PaneContext, shown: boolean, year: string | null): Asked<PlanList> {
  return useAsked(shown, async () => (await services.plans()).list(year), [services, snapshot, year]);
}

/** A plan, anew with each change of the tables; what was known stays until then. */
export function usePlan({ services, snapshot }: PaneContext, subject: PlanSubject, shown: boolean): Asked<Plan> {
  const { client, vendor, year } = subject;
  return useAsked(shown, async () => (await services.plans()).plan(subject), [
    services,
    snapshot,
    client,
    vendor,
    year,
  ]);
}
