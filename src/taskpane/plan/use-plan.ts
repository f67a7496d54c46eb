import { useEffect, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import type { Plan, PlanList, PlanServices, PlanSubject } from '../contract/plan-services';

interface Asked<T> {
  readonly value: T | null;
  readonly failure: PaneFailure | null;
}

/** Whose plans there are, anew with each change of the tables; what was known stays until then. */
export function usePlanList(pane: PaneContext, shown: boolean, year: string | null): Asked<PlanList> {
  return useAsked(pane, shown, year ?? '', (plans) => plans.list(year));
}

/** A plan, anew with each change of the tables; what was known stays until then. */
export function usePlan(pane: PaneContext, subject: PlanSubject, shown: boolean): Asked<Plan> {
  const key = `${subject.client} ${subject.vendor ?? ''} ${subject.year ?? ''}`;
  return useAsked(pane, shown, key, (plans) => plans.plan(subject));
}

/** While the tab is not on the screen nothing is asked. The latest answer counts. */
function useAsked<T>(
  { services, snapshot }: PaneContext,
  shown: boolean,
  key: string,
  ask: (plans: PlanServices) => Promise<T>,
): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ value: null, failure: null });
  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    let isLatest = true;
    const look = async (): Promise<T> => ask(await services.plans());
    look().then(
      (value) => isLatest && setAsked({ value, failure: null }),
      (thrown: unknown) => isLatest && setAsked((before) => ({ ...before, failure: asFailure(thrown) })),
    );
    return () => {
      isLatest = false;
    };
  }, [services, snapshot, shown, key]);
  return asked;
}
