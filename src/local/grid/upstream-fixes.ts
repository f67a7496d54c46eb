/**
 * Cures for defects of Univer 0.25.1, applied before the grid is made.
 */
import { FormulaDataModel, LexerTreeBuilder } from '@univerjs/preset-sheets-core';
import { hasContent } from './changes';

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

type Patches = Record<string, Record<string, unknown> | null | undefined>;

/**
 * A change of a cell's look alone, made by the command that also writes values, took the cell's formula out of the engine's
 * model, and its spilled values too: whatever carries no `f` was taken for a cell that has none.
 */
export function keepFormulasOfRestyledCells(): void {
  const model = FormulaDataModel.prototype as unknown as Record<
    string,
    (unitId: string, sheetId: string, patches: Patches) => unknown
  >;
  for (const method of ['updateFormulaData', 'updateArrayFormulaCellData', 'updateArrayFormulaRange']) {
    const update = model[method];
    if (update === undefined) {
      throw new Error(`Univer's formula model has no ${method} any more.`);
    }
    model[method] = function updateWithContent(this: typeof model, unitId, sheetId, patches): unknown {
      const kept: Patches = {};
      for (const [row, cells] of Object.entries(patches)) {
        kept[row] = Object.fromEntries(Object.entries(cells ?? {}).filter(([, patch]) => hasContent(patch)));
      }
      return update.call(this, unitId, sheetId, kept);
    };
  }
}
