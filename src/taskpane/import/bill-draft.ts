import { ALL_MONTHS, type MonthSpan } from '../../bills/ledger/month-span';
import type { BillQuestion } from '../../bills/sums/bill-summary';
import type { Filter, Mapping, Role, RoleSource, UsageRole } from '../../bills/mapping/mapping';
import { without, withLedgerColumns } from '../../bills/mapping/mapping-text';
import type { ImportDecision, ImportPreview, OpenBill } from '../contract/import-services';
import { questions } from './import-phrases';

/** What becomes of the rows of an earlier import that this one seems to correct. */
export type EarlierChoice = 'replace' | 'keep';

/** All that the user has said about a bill so far. */
export interface BillDraft {
  /** The position of the table in the file. */
  readonly table: number;
  readonly mapping: Mapping;
  /** Names in the file that are to be merged into the client proposed for each. */
  readonly merges: ReadonlySet<string>;
  /** By the source of the earlier import; what is not in it has not been decided. */
  readonly earlier: ReadonlyMap<string, EarlierChoice>;
  /** The earlier import that the bill is to correct: it is replaced unless the user says otherwise; null for none. */
  readonly correcting: string | null;
  /** The months that a ledger in an engine is asked for. */
  readonly months: MonthSpan;
  /** So many rows with problems the user agreed to leave out; null: none. Other problems have to be agreed to anew. */
  readonly agreedProblemRows: number | null;
}

export type DraftChange =
  | { readonly kind: 'table'; readonly table: number; readonly mapping: Mapping }
  | { readonly kind: 'mapping'; readonly mapping: Mapping }
  | { readonly kind: 'role'; readonly role: Role; readonly source: RoleSource }
  | { readonly kind: 'usage'; readonly role: UsageRole; readonly source: RoleSource | undefined }
  | { readonly kind: 'reading'; readonly part: Partial<Omit<Mapping, 'roles' | 'filters'>> }
  | { readonly kind: 'ledger'; readonly credits: readonly string[]; readonly side: string | undefined }
  | { readonly kind: 'filters'; readonly filters: readonly Filter[] }
  | { readonly kind: 'months'; readonly months: MonthSpan }
  | { readonly kind: 'merge'; readonly name: string; readonly agreed: boolean }
  | { readonly kind: 'earlier'; readonly source: string; readonly choice: EarlierChoice }
  | { readonly kind: 'problem-rows'; readonly agreed: number | null };

/** Where the user starts: what was used for such a file before, else what it was recognised as. Nothing is decided. */
export function firstDraft(bill: OpenBill, table = 0, correcting: string | null = null): BillDraft {
  const found = bill.tables[table];
  if (found === undefined) {
    throw new Error(`${bill.fileName} has no table ${table}`);
  }
  return {
    table,
    mapping: found.remembered ?? found.recognition.mapping,
    merges: new Set(),
    earlier: firstChoices(correcting),
    correcting,
    months: bill.ledger?.months ?? ALL_MONTHS,
    agreedProblemRows: null,
  };
}

function firstChoices(correcting: string | null): BillDraft['earlier'] {
  return new Map(correcting === null ? [] : [[correcting, 'replace']]);
}

export function changeDraft(draft: BillDraft, change: DraftChange): BillDraft {
  const { mapping } = draft;
  switch (change.kind) {
    case 'table':
      return { ...draft, table: change.table, mapping: change.mapping };
    case 'mapping':
      return { ...draft, mapping: change.mapping };
    case 'role':
      return { ...draft, mapping: withRole(mapping, change.role, change.source) };
    case 'usage':
      return { ...draft, mapping: withUsage(mapping, change.role, change.source) };
    case 'reading':
      return { ...draft, mapping: { ...mapping, ...change.part } };
    case 'ledger':
      return { ...draft, mapping: withLedgerColumns(mapping, change.credits, change.side) };
    case 'filters':
      return { ...draft, mapping: { ...mapping, filters: change.filters } };
    case 'months':
      return { ...draft, months: change.months };
    case 'merge': {
      const merges = new Set(draft.merges);
      if (change.agreed) {
        merges.add(change.name);
      } else {
        merges.delete(change.name);
      }
      // Under other names the bill meets other rows of earlier imports.
      return { ...draft, merges, earlier: firstChoices(draft.correcting) };
    }
    case 'earlier':
      return { ...draft, earlier: new Map(draft.earlier).set(change.source, change.choice) };
    case 'problem-rows':
      return { ...draft, agreedProblemRows: change.agreed };
  }
}

/** Another column for the vendor makes the answer to who of several it is void. */
function withRole(mapping: Mapping, role: Role, source: RoleSource): Mapping {
  const base = role === 'vendor' ? without(mapping, 'vendor') : mapping;
  return { ...base, roles: { ...base.roles, [role]: source } };
}

function withUsage(mapping: Mapping, role: UsageRole, source: RoleSource | undefined): Mapping {
  const others = Object.entries(mapping.usage ?? {}).filter(([name]) => name !== role);
  return { ...mapping, usage: Object.fromEntries(source === undefined ? others : [...others, [role, source]]) };
}

/** What the user decided on the questions that the preview raises. */
export function decisionOf(draft: BillDraft, { summary, merges, earlier }: ImportPreview): ImportDecision {
  return {
    merges: merges.filter(({ name }) => draft.merges.has(name)),
    replace: earlier(draft.merges)
      .filter(({ source }) => draft.earlier.get(source) === 'replace')
      .map(({ source }) => source),
    withoutProblemRows: summary.problemRows > 0 && draft.agreedProblemRows === summary.problemRows,
  };
}

/** The answer that holds: the user's, be it so new that the preview does not know it, or what the file tells; null for none. */
export function answerTo({ option, answer }: BillQuestion, { mapping }: BillDraft): string | null {
  const chosen = mapping[option];
  return chosen === undefined || chosen === 'auto' ? answer : String(chosen);
}

/** What the user has still to decide before a load, in the order of the view; none: it can be loaded. */
export function openQuestions(draft: BillDraft, { summary, earlier }: ImportPreview): string[] {
  const undecided = earlier(draft.merges).filter(
    ({ source, sameContent }) => !sameContent && !draft.earlier.has(source),
  );
  return [
    ...summary.questions
      .filter((question) => answerTo(question, draft) === null)
      .map(({ option }) => questions[option]),
    ...undecided.map(({ source }) => questions.earlier(source)),
    ...(summary.problemRows > 0 && draft.agreedProblemRows !== summary.problemRows
      ? [questions.problemRows(summary.problemRows)]
      : []),
    ...(summary.groups.length === 0 ? [questions.nothing] : []),
  ];
}
