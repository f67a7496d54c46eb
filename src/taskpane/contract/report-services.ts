import type { Ranked } from '../../domain/figures/ranking-words';
import type { Comparison, SectionId } from '../../workbook/report/report-choices';
import type { TemplateStart } from '../../workbook/report/templates/add-template';
import type { Progress } from './task';

export type { Comparison, Ranked, SectionId };

export type TemplateId = TemplateStart['id'];

/** A report as the view has it chosen. */
export interface ReportDraft {
  /** As a formula names it: `*` for all together. */
  readonly client: string;
  /** Empty for every vendor. */
  readonly vendor: string;
  /** Empty for the latest complete month, whichever it comes to be. */
  readonly period: string;
  readonly comparison: Comparison;
  readonly currency: string;
  readonly by: Ranked;
  readonly sections: readonly SectionId[];
}

/** What there is to report on, and the report that stands in the workbook. */
export interface ReportState {
  readonly clients: readonly string[];
  readonly vendors: readonly string[];
  readonly currencies: readonly string[];
  /** What all clients together are: bills of one's own, or, if there are none, what is claimed of the market. */
  readonly all: 'own' | 'market';
  /** What a new report begins with. */
  readonly proposed: ReportDraft;
  readonly standing: {
    readonly sheet: string;
    /** What it was asked; null if its cells no longer tell. */
    readonly draft: ReportDraft | null;
  } | null;
}

/** A part of the report, and what it lacks. */
export interface ReportSection {
  readonly id: SectionId;
  readonly title: string;
  /** Which table is missing or how many months; null if nothing is. */
  readonly lacks: string | null;
}

/** A bar of the preview. Sizes are for the drawing alone; the text is as a cell shows it. */
export interface PreviewBar {
  readonly name: string;
  readonly size: number;
  readonly text: string;
}

/** What a draft comes to. */
export type ReportPreview =
  | {
      readonly kind: 'ready';
      /** What was found, in a sentence. */
      readonly finding: string;
      readonly months: readonly PreviewBar[];
      readonly ranking: readonly PreviewBar[];
      readonly sections: readonly ReportSection[];
    }
  /** What is missing or wrong, and what to do. */
  | { readonly kind: 'open'; readonly message: string };

/** Reports and templates. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface ReportServices {
  /** Looks, and writes nothing. */
  state(): Promise<ReportState>;
  /** Works out what a draft comes to, and writes nothing. */
  preview(draft: ReportDraft): Promise<ReportPreview>;
  /** Makes the report or makes it anew, on its own sheet, in one step to undo if the host can. */
  make(draft: ReportDraft, progress: Progress): Promise<{ readonly sheet: string; readonly isNew: boolean }>;
  /** Adds a sheet made after a template. */
  addTemplate(id: TemplateId, draft: ReportDraft, progress: Progress): Promise<{ readonly sheet: string }>;
}
