import { useEffect, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import type { ReportDraft, ReportPreview, ReportServices, ReportState } from '../contract/report-services';

/** What was asked for last, and why there is no answer; what was known stays until then. */
export interface Asked<T> {
  readonly value: T | null;
  readonly failure: PaneFailure | null;
}

/** What there is to report on, anew with each change of the tables and whenever `turn` is another. */
export function useReportState(
  { snapshot }: PaneContext,
  report: ReportServices,
  shown: boolean,
  turn: number,
): Asked<ReportState> {
  return useAsked(shown, () => report.state(), [snapshot, turn]);
}

/** What a draft comes to, anew with each change of it or of the tables. */
export function useReportPreview(
  { snapshot }: PaneContext,
  report: ReportServices,
  shown: boolean,
  draft: ReportDraft | null,
): Asked<ReportPreview> {
  return useAsked(shown && draft !== null, () => report.preview(draft as ReportDraft), [
    snapshot,
    JSON.stringify(draft),
  ]);
}

/** While nothing is to be shown, nothing is asked. The latest answer counts. */
function useAsked<T>(wanted: boolean, ask: () => Promise<T>, basis: readonly unknown[]): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ value: null, failure: null });
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    let isLatest = true;
    ask().then(
      (value) => isLatest && setAsked({ value, failure: null }),
      (thrown: unknown) => isLatest && setAsked((before) => ({ ...before, failure: asFailure(thrown) })),
    );
    return () => {
      isLatest = false;
    };
  }, [wanted, ...basis]);
  return asked;
}
