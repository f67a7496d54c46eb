import { withoutOwners } from '../../formats/formula/function-owner';
import { addinFunctionName } from '../../formats/formula/stored-names';
import { callsAt, formulaText, formulaTokens } from '../../formats/formula/tokens';
import { ourFunction } from './our-functions';

/**
 * The formula with its calls of our functions as they are to be typed: `AISPEND(...)`, without what a file, another
 * add-in or an earlier version put before the name. Texts, sheets' names and functions of other add-ins stay as they are.
 */
export function withoutForeignPrefix(formula: string): string {
  if (!formula.startsWith('=')) {
    return formula;
  }
  const tokens = withoutOwners(
    formulaTokens(formula.slice(1)),
    (name) => addinFunctionName(name) !== null && ourForeignFunction(name) !== null,
  );
  const typed = tokens.map((token, index) => ({
    ...token,
    text: (callsAt(tokens, index) ? ourForeignFunction(token.text) : null) ?? token.text,
  }));
  return `=${formulaText(typed)}`;
}

/** A namespace of our own is what an early version left over; any other belongs to another add-in. */
const NAMESPACE_IN_FILE = /^AI_?SPEND_/;
const NAMESPACE_IN_CELL = /^AI_?SPEND\./;

/** Which of our functions a name stands for that is not to be typed so: one with a prefix, or with a namespace. */
function ourForeignFunction(name: string): string | null {
  const stored = addinFunctionName(name)?.toUpperCase();
  if (stored !== undefined) {
    return ourFunction(stored) ?? ourFunction(stored.replace(NAMESPACE_IN_FILE, ''));
  }
  const shown = name.toUpperCase();
  return NAMESPACE_IN_CELL.test(shown) ? ourFunction(shown.replace(NAMESPACE_IN_CELL, '')) : null;
}
