/**
 * Cures for defects of Univer 0.25.1, applied before the grid is made.
 */
import { LexerTreeBuilder } from '@univerjs/preset-sheets-core';

/**
 * After a user typed a table reference, every further formula with a reference became #NAME?: the lexer's reset forgets the
 * bracket that the half-typed `Clients[` left open.
 */
export function resetOpenBracketsOfLexer(): void {
  const lexer = LexerTreeBuilder.prototype as unknown as { _resetTemp(): void; _squareBracketState: number };
  const reset = lexer._resetTemp;
  lexer._resetTemp = function resetTemp(this: typeof lexer): void {
    reset.call(this);
    this._squareBracketState = 0;
  };
}
