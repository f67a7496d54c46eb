/**
 * How files spell names in formulas: with prefixes that a cell does not show.
 */

/** Before the name of an add-in's function. Excel recognises nothing else; a plain name would stay #NAME? for ever. */
export const ADDIN_FUNCTION = '_xldudf_';
/** Before the names that LET and LAMBDA introduce. */
export const PARAMETER = '_xlpm.';
/** `_xlfn.ANCHORARRAY(B2)` is what a cell shows as `B2#`. */
export const ANCHOR_ARRAY = '_xlfn.ANCHORARRAY';

/** The name of an add-in's function without its prefix; null if it is no such name. */
export function addinFunctionName(name: string): string | null {
  return startsWithPrefix(name, ADDIN_FUNCTION) ? name.slice(ADDIN_FUNCTION.length) : null;
}

/** A name without the prefix of a parameter of LET or LAMBDA. */
export function shownParameter(name: string): string {
  return startsWithPrefix(name, PARAMETER) ? name.slice(PARAMETER.length) : name;
}

function startsWithPrefix(name: string, prefix: string): boolean {
  return name.slice(0, prefix.length).toLowerCase() === prefix;
}
