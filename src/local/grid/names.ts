/**
 * The defined names of the workbook.
 */
import { IDefinedNamesService } from '@univerjs/preset-sheets-core';
import { HostError } from '../protocol/host-error';
import type { GridSession } from './session';
import { WHOLE_WORKBOOK } from './univer-codes';

/** A defined name; the formula starts with `=`. */
export interface GridName {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
  /** The sheet on which alone it has its meaning; null for one of the whole workbook. */
  readonly sheetId: string | null;
  /** Only formulas see it. */
  readonly isHidden: boolean;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** Adds, finds and deletes names. */
export class Names {
  constructor(
    private readonly session: GridSession,
    private readonly isNameTaken: (name: string) => boolean,
  ) {}

  /** The names of the whole workbook that a user sees. */
  list(): GridName[] {
    return this.listAll().filter(({ sheetId, isHidden }) => sheetId === null && !isHidden);
  }

  /** All names, those of single sheets and hidden ones too. */
  listAll(): GridName[] {
    const { injector, unitId } = this.session;
    const names = Object.values(injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {});
    return names.map(({ name, formulaOrRefString: text, comment = '', localSheetId = WHOLE_WORKBOOK, hidden }) => ({
      name,
      formula: text.startsWith('=') ? text : `=${text}`,
      comment,
      sheetId: localSheetId === WHOLE_WORKBOOK ? null : localSheetId,
      isHidden: hidden === true,
    }));
  }

  find(name: string): GridName | null {
    const wanted = name.toLowerCase();
    return this.listAll().find(({ name: own, sheetId }) => sheetId === null && own.toLowerCase() === wanted) ?? null;
  }

  /** The id by which the grid knows a name of the whole workbook; null if there is none. */
  idOf(name: string): string | null {
    const { injector, unitId } = this.session;
    const wanted = name.toLowerCase();
    const found = Object.values(injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {}).find(
      ({ name: own, localSheetId = WHOLE_WORKBOOK }) => localSheetId === WHOLE_WORKBOOK && own.toLowerCase() === wanted,
    );
    return found?.id ?? null;
  }

  add(name: string, formula: string): void {
    if (!NAME.test(name)) {
      throw new HostError('InvalidArgument', `"${name}" is not a name.`);
    }
    if (this.find(name) || this.isNameTaken(name)) {
      throw new HostError('ItemAlreadyExists', `The name "${name}" is already in use.`);
    }
    // Univer keeps references without and formulas with the equals sign.
    const text = formula.replace(/^=/, '');
    const isReference = /^(?:'[^']+'|[^'!()]+)!\$?[a-z]/i.test(text);
    try {
      this.session.workbook.insertDefinedName(name, isReference ? text : `=${text}`);
    } catch (error) {
      // Unlike Excel, the grid allows no name that is a function's.
      throw new HostError(
        'InvalidArgument',
        `"${name}" cannot be used as a name: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  remove(name: string): void {
    if (!this.session.workbook.deleteDefinedName(name)) {
      throw new HostError('ItemNotFound');
    }
  }
}
