import { callsAt, formulaTokens } from '../../formats/formula/tokens';
import { hasOurName, ourFunction } from './our-functions';

/** Whether a cell's formula calls one of our functions. Text in quotes does not count. */
export function callsOurFunctions(formula: unknown): boolean {
  if (typeof formula !== 'string' || !formula.startsWith('=') || !hasOurName(formula)) {
    return false;
  }
  const tokens = formulaTokens(formula.slice(1));
  return tokens.some(({ text }, index) => callsAt(tokens, index) && ourFunction(text) !== null);
}
