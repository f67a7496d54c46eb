import { nameKey } from './name-key';

/** The Client of a row that several clients are to pay together. */
export const SHARED = 'shared';

export function isShared(client: string): boolean {
  return nameKey(client) === SHARED;
}

/** By what shared cost is split. */
export const SPLIT_KINDS = ['equal', 'spend', 'quantity', 'fixed'] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

/** How the Note of a part begins: by it a part is told from what a client was billed itself. */
const BEGINNINGS: Readonly<Record<SplitKind, string>> = {
  equal: 'Split from shared in equal parts: ',
  spend: 'Split from shared by spend: ',
  quantity: 'Split from shared by quantity: ',
  fixed: 'Split from shared by fixed parts: ',
};

/** The Note of a part: how it came about, then what the Note of the shared row said. */
export function partNote(kind: SplitKind, how: string, note: string): string {
  return `${BEGINNINGS[kind]}${how}.${note === '' ? '' : ` ${note}`}`;
}

/** By what a row was split off, as its Note says; null for any other row. */
export function splitKindOf(note: string): SplitKind | null {
  return SPLIT_KINDS.find((kind) => note.startsWith(BEGINNINGS[kind])) ?? null;
}
