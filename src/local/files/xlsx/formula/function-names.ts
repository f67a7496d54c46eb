/**
 * How a file spells the names of functions.
 */
import { shownFunctionName, storedFunctionName } from '../../../../formats/formula/newer-functions';
import { ADDIN_FUNCTION, addinFunctionName } from '../../../../formats/formula/stored-names';

/** The add-in's functions, by their names in cells. */
export class FunctionNames {
  private readonly inFiles: ReadonlyMap<string, string>;
  private readonly inCells: ReadonlyMap<string, string>;

  constructor(names: readonly string[]) {
    // A name's dots, which stand after the namespace, are underlines in a file.
    const pairs = names.map((name): [string, string] => [name.toUpperCase(), name.toUpperCase().replaceAll('.', '_')]);
    this.inFiles = new Map(pairs.map(([name, spelled]) => [name, `${ADDIN_FUNCTION}${spelled}`]));
    this.inCells = new Map(pairs.map(([name, spelled]) => [spelled, name]));
  }

  /** Whether a name in a cell is that of a function of the add-in. */
  isCustom(name: string): boolean {
    return this.inFiles.has(name.toUpperCase());
  }

  /** A function's name as the file spells it. */
  inFile(name: string): string {
    return this.inFiles.get(name.toUpperCase()) ?? storedFunctionName(name);
  }

  /** A function's name as cells show it. */
  inCell(name: string): string {
    const custom = addinFunctionName(name);
    return custom === null ? shownFunctionName(name) : (this.inCells.get(custom.toUpperCase()) ?? custom);
  }
}
