import { withoutOwners } from '../../formats/formula/function-owner';
import { addinFunctionName } from '../../formats/formula/stored-names';
import { callsAt, formulaText, formulaTokens } from '../../formats/formula/tokens';
import { ourForeignFunction } from './our-functions';

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
