/**
 * The names that LET and LAMBDA introduce.
 */
import { isSign, type FormulaToken } from './tokens';

interface OpenCall {
  /** `LET`, `LAMBDA`, or an empty text for all other calls and brackets. */
  readonly name: string;
  /** Where its arguments begin, as places of tokens. */
  readonly starts: number[];
}

/**
 * Where tokens stand that are parameters of the LET or LAMBDA around them: of LET each first argument of a pair, of LAMBDA all
 * arguments but the last, and what has such a name within the call. What follows a sheet's name is never one.
 */
export function parameterPlaces(tokens: readonly FormulaToken[]): ReadonlySet<number> {
  const places = new Set<number>();
  const open: OpenCall[] = [];
  for (const [at, token] of tokens.entries()) {
    if (isSign(token, '(') || isSign(token, '{')) {
      const call = tokens[at - 1];
      const name = call?.kind === 'call' && isSign(token, '(') ? call.text.toUpperCase() : '';
      open.push({ name: name === 'LET' || name === 'LAMBDA' ? name : '', starts: [at + 1] });
    } else if (isSign(token, ',')) {
      open.at(-1)?.starts.push(at + 1);
    } else if (isSign(token, ')') || isSign(token, '}')) {
      const call = open.pop();
      if (call && call.name !== '') {
        addPlaces(tokens, call, at, places);
      }
    }
  }
  return places;
}

function addPlaces(
  tokens: readonly FormulaToken[],
  { name, starts }: OpenCall,
  end: number,
  places: Set<number>,
): void {
  const [first = end] = starts;
  const declaring = starts.slice(0, -1).filter((_, index) => name === 'LAMBDA' || index % 2 === 0);
  const names = new Set(declaring.flatMap((start) => declaredName(tokens, start)));
  for (let at = first; at < end; at += 1) {
    const token = tokens[at] as FormulaToken;
    const isName = token.kind === 'name' || token.kind === 'call';
    if (isName && names.has(token.text.toUpperCase()) && tokens[at - 1]?.kind !== 'sheet') {
      places.add(at);
    }
  }
}

/** The bare name that an argument is; empty for any other argument. */
function declaredName(tokens: readonly FormulaToken[], start: number): string[] {
  const place = tokens[start]?.kind === 'space' ? start + 1 : start;
  const next = tokens[place + 1]?.kind === 'space' ? place + 2 : place + 1;
  const token = tokens[place];
  return token?.kind === 'name' && isSign(tokens[next], ',') ? [token.text.toUpperCase()] : [];
}
