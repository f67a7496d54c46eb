import type { PaneContext } from '../contract/pane-context';
import type { ReportDraft, ReportPreview, ReportServices, ReportState } from '../contract/report-services';
import { useAsked, type Asked } from '../controls/waiting';

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
