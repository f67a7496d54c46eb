/**
 * The defined names of the workbook.
 */
import { HostError } from '../protocol/host-error';
import type { GridSession } from './session';

/** A defined name; the formula starts with `=`. */
export interface GridName {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** Adds, finds and deletes names. */
export class Names {
  constructor(
    private readonly session: GridSession,
    private readonly isNameTaken: (name: string) => boolean,
  ) {}

  list(): GridName[] {
    return this.session.workbook.getDefinedNames().map((defined) => {
      const text = defined.getFormulaOrRefString();
      return {
        name: defined.getName(),
        formula: text.startsWith('=') ? text : `=${text}`,
        comment: defined.getComment() ?? '',
      };
    });
  }

  find(name: string): GridName | null {
    const wanted = name.toLowerCase();
    return this.list().find((candidate) => candidate.name.toLowerCase() === wanted) ?? null;
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
