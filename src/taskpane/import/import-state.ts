import type { PaneFailure } from '../contract/failure';
import type { ImportReport, ImportSession, OpenBill, OpenInvoices, OpenRates } from '../contract/import-services';
import { type BillDraft, changeDraft, type DraftChange, firstDraft } from './bill-draft';
import type { Reading } from './reading-bar';

/** A bill on its way, with what the user said of it. */
export interface BillState {
  readonly kind: 'bill';
  readonly session: ImportSession;
  readonly bill: OpenBill;
  readonly draft: BillDraft;
  /** The text is being read anew. */
  readonly rereading: boolean;
  /** Why the text could not be read anew; what was read before still stands. */
  readonly failure: PaneFailure | null;
}

export type ImportState =
  /** `refused`: the files that could not be read, to be tried in another encoding; null for none. */
  | {
      readonly kind: 'choosing';
      readonly failure: PaneFailure | null;
      readonly note: string;
      readonly refused: readonly File[] | null;
    }
  | { readonly kind: 'opening'; readonly name: string; readonly reading: Reading | null }
  | BillState
  | { readonly kind: 'invoices'; readonly session: ImportSession; readonly invoices: OpenInvoices }
  | { readonly kind: 'rates'; readonly session: ImportSession; readonly rates: OpenRates }
  /** `client`: the one that a formula is offered for; null after rates. */
  | {
      readonly kind: 'done';
      readonly session: ImportSession;
      readonly report: ImportReport;
      readonly client: string | null;
    };

export type ImportEvent =
  | { readonly kind: 'chosen'; readonly name: string }
  | { readonly kind: 'progress'; readonly reading: Reading }
  | { readonly kind: 'opened'; readonly session: ImportSession; readonly correcting?: string | null }
  | { readonly kind: 'failed'; readonly failure: PaneFailure; readonly files: readonly File[] | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'draft'; readonly change: DraftChange }
  | { readonly kind: 'rereading' }
  | { readonly kind: 'reread'; readonly session: ImportSession; readonly correcting?: string | null }
  | { readonly kind: 'reread-failed'; readonly failure: PaneFailure }
  | { readonly kind: 'loaded'; readonly report: ImportReport; readonly client: string | null }
  | { readonly kind: 'another' };

export const NOTHING_CHOSEN = {
  kind: 'choosing',
  failure: null,
  note: '',
  refused: null,
} as const satisfies ImportState;

/** The import after an event. One that comes too late, for another file has been chosen, changes nothing. */
export function nextState(state: ImportState, event: ImportEvent): ImportState {
  switch (event.kind) {
    case 'chosen':
      return { kind: 'opening', name: event.name, reading: null };
    case 'progress':
      return state.kind === 'opening' ? { ...state, reading: event.reading } : state;
    case 'opened':
      return state.kind === 'opening' ? openedState(event.session, event.correcting ?? null) : state;
    case 'failed':
      return state.kind === 'opening'
        ? { kind: 'choosing', failure: event.failure, note: '', refused: event.files }
        : state;
    case 'cancelled':
      return state.kind === 'opening'
        ? { ...NOTHING_CHOSEN, note: `Reading ${state.name} was cancelled. The workbook is as it was.` }
        : state;
    case 'draft':
      return state.kind === 'bill' ? { ...state, draft: changeDraft(state.draft, event.change) } : state;
    case 'rereading':
      return state.kind === 'bill' ? { ...state, rereading: true, failure: null } : state;
    case 'reread':
      return state.kind === 'bill' ? openedState(event.session, event.correcting ?? null) : state;
    case 'reread-failed':
      return state.kind === 'bill' ? { ...state, rereading: false, failure: event.failure } : state;
    case 'loaded':
      return 'session' in state
        ? { kind: 'done', session: state.session, report: event.report, client: event.client }
        : state;
    case 'another':
      return NOTHING_CHOSEN;
  }
}

function openedState(session: ImportSession, correcting: string | null): ImportState {
  const { opened } = session;
  if (opened.kind === 'rates') {
    return { kind: 'rates', session, rates: opened };
  }
  if (opened.kind === 'invoices') {
    return { kind: 'invoices', session, invoices: opened };
  }
  return {
    kind: 'bill',
    session,
    bill: opened,
    draft: firstDraft(opened, 0, correcting),
    rereading: false,
    failure: null,
  };
}
