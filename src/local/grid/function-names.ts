/**
 * The names of functions: those that a formula may have meant, and those that are offered while it is typed.
 */
import { distance } from 'fastest-levenshtein';
import { FunctionType, IFunctionService } from '@univerjs/preset-sheets-core';
import { formulaTokens } from '../../formats/formula/tokens';
import type { GridSession } from './session';

/** So much of a name may be mistyped. */
const MOST_MISTYPED = 0.34;

/** What a formula calls that is no function, with the nearest that is; null if it calls none. */
export function unknownFunction({ injector }: GridSession, formula: string): string | null {
  const service = injector.get(IFunctionService);
  const descriptions = [...service.getDescriptions().values()];
  const names = descriptions.flatMap(({ functionName, functionType }) =>
    functionType === FunctionType.Table || functionType === FunctionType.DefinedName
      ? []
      : [functionName.toUpperCase()],
  );
  const known = new Set(names);
  const call = formulaTokens(formula.slice(1)).find(
    ({ kind, text }) => kind === 'call' && !known.has(text.toUpperCase()) && !service.hasExecutor(text.toUpperCase()),
  );
  return call === undefined ? null : unknownText(call.text, names);
}

function unknownText(written: string, names: readonly string[]): string {
  const wanted = written.toUpperCase();
  const nearest = names
    .map((name) => ({ name, far: distance(name, wanted) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))[0];
  const isNear = nearest !== undefined && nearest.far <= Math.max(1, wanted.length * MOST_MISTYPED);
  return `There is no function ${wanted}.${isNear ? ` Did you mean ${nearest.name}?` : ''}`;
}
