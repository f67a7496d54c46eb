/**
 * Formulas with `;` between their arguments: while they are typed, and when they are entered.
 */
import type { IDocumentData } from '@univerjs/core';
import {
  EditingRenderController,
  IEditorBridgeService,
  LexerTreeBuilder,
  matchRefDrawToken,
} from '@univerjs/preset-sheets-core';
import { englishFormula } from '../../formats/formula/local-formula';
import { TEXT_FORMAT } from '../../formats/xlsx/number-formats';
import { replaceMethod } from './replaced-method';
import type { GridSession } from './session';
import { sheetModel } from './sheet-model';

/** What ends the text of an editor. */
const END = '\r\n';

/** Where formulas are written as in English, all is as Univer has it. */
export function readFormulasAsTyped(session: GridSession): void {
  const marks = session.conventions.formula;
  if (marks.list === ',') {
    return;
  }
  let isEntering = false;
  replaceMethod(EditingRenderController.prototype, '_submitEdit', (original, _, [snapshot, ...others]) => {
    isEntering = true;
    try {
      return original(inEnglish(session, snapshot as IDocumentData), ...others);
    } finally {
      isEntering = false;
    }
  });
  // While a formula is typed, its marks stand where those of its English form do: Univer finds references and arguments in that.
  replaceMethod(LexerTreeBuilder.prototype, 'sequenceNodesBuilder', (original, _, [text]) => {
    const english = isEntering ? text : englishFormula(text as string, marks).formula;
    const nodes = original(english) as SequenceNode[] | undefined;
    return english === text ? nodes : nodes && asTyped(nodes, text as string);
  });
  replaceMethod(LexerTreeBuilder.prototype, 'getFunctionAndParameter', (original, _, [text, ...others]) =>
    original(englishFormula(text as string, marks).formula, ...others),
  );
  pointBehind(marks.list);
}

type SequenceNode = string | { readonly token: string };

/** The nodes of a formula's English form with what was typed: both are equally long. */
function asTyped(nodes: readonly SequenceNode[], typed: string): SequenceNode[] {
  const length = nodes.reduce((sum, node) => sum + (typeof node === 'string' ? node : node.token).length, 0);
  // Univer leaves the equals sign out.
  let at = typed.length - length;
  return nodes.map((node) => {
    const start = at;
    at += (typeof node === 'string' ? node : node.token).length;
    const text = typed.slice(start, at);
    return typeof node === 'string' ? text : { ...node, token: text };
  });
}

/** What stands in the editor, with a formula in its English form; a cell of texts takes it as it is. */
function inEnglish(session: GridSession, snapshot: IDocumentData): IDocumentData {
  const place = session.injector.get(IEditorBridgeService).getEditCellState();
  const { body } = snapshot;
  if (!body?.dataStream.startsWith('=') || place === null || place === undefined) {
    return snapshot;
  }
  if (sheetModel(session, place.sheetId).getComposedCellStyle(place.row, place.column).n?.pattern === TEXT_FORMAT) {
    return snapshot;
  }
  const end = body.dataStream.endsWith(END) ? END : '';
  const typed = body.dataStream.slice(0, body.dataStream.length - end.length);
  const { formula } = englishFormula(typed, session.conventions.formula);
  return { ...snapshot, body: { ...body, dataStream: formula + end } };
}

/**
 * Has a click on a cell put its reference behind that mark, as behind a comma. Univer keeps the marks in a list that it gives to nobody,
 * so the list is caught when it is next searched.
 */
function pointBehind(mark: string): void {
  const { includes } = Array.prototype;
  const searched: unknown[][] = [];
  Array.prototype.includes = function caught(this: unknown[], ...args): boolean {
    searched.push(this);
    return includes.apply(this, args);
  };
  try {
    matchRefDrawToken(mark);
  } finally {
    Array.prototype.includes = includes;
  }
  const marks = searched.find((list) => includes.call(list, ','));
  if (marks === undefined) {
    throw new Error('Univer looks for the marks of a formula elsewhere now.');
  }
  marks.push(mark);
}
