import { addinFunctionName } from '../../formats/formula/stored-names';

/** The functions of this add-in, by name. Tested against the metadata, so that none is forgotten. */
export const OUR_FUNCTIONS = [
  'AICLIENTS',
  'AICONCENTRATION',
  'AIFX',
  'AIREVENUE',
  'AIROI',
  'AISOURCE',
  'AISPEND',
  'AITREND',
  'REVSHARE',
] as const;

const NAMES: ReadonlySet<string> = new Set(OUR_FUNCTIONS);
/** A namespace of our own is what an early version left over; any other belongs to another add-in. */
const NAMESPACE_IN_FILE = /^AI_?SPEND_/;
const NAMESPACE_IN_CELL = /^AI_?SPEND\./;

/** Which of our functions a name in a formula stands for, as cells show it or as Excel stores it (`_xldudf_AISPEND`). */
export function ourFunction(name: string): string | null {
  return ours(addinFunctionName(name) ?? name);
}

/** Which of our functions a name stands for that is not to be typed so: one with a prefix, or with a namespace. */
export function ourForeignFunction(name: string): string | null {
  const stored = addinFunctionName(name)?.toUpperCase();
  if (stored !== undefined) {
    return ours(stored) ?? ours(stored.replace(NAMESPACE_IN_FILE, ''));
  }
  const shown = name.toUpperCase();
  return NAMESPACE_IN_CELL.test(shown) ? ours(shown.replace(NAMESPACE_IN_CELL, '')) : null;
}

function ours(name: string): string | null {
  const upper = name.toUpperCase();
  return NAMES.has(upper) ? upper : null;
}
