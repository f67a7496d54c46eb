/**
 * How a file spells the names of functions.
 */
import { NEWER_FUNCTIONS } from './newer-functions';

/** Before the name of an add-in's function. Excel recognises nothing else; a plain name would stay #NAME? for ever. */
const CUSTOM = '_xldudf_';
const PREFIXES = /^(?:_xlfn\.|_xlws\.)+/i;

/** The add-in's functions, by their names in cells. */
export class FunctionNames {
  private readonly inFiles: ReadonlyMap<string, string>;
  private readonly inCells: ReadonlyMap<string, string>;

  constructor(names: readonly string[]) {
    // A name's dots, which stand after the namespace, are underlines in a file.
    const pairs = names.map((name): [string, string] => [name.toUpperCase(), name.toUpperCase().replaceAll('.', '_')]);
    this.inFiles = new Map(pairs.map(([name, spelled]) => [name, `${CUSTOM}${spelled}`]));
    this.inCells = new Map(pairs.map(([name, spelled]) => [spelled, name]));
  }

  /** Whether a name in a cell is that of a function of the add-in. */
  isCustom(name: string): boolean {
    return this.inFiles.has(name.toUpperCase());
  }

  /** A function's name as the file spells it. */
  inFile(name: string): string {
    const upper = name.toUpperCase();
    return this.inFiles.get(upper) ?? NEWER_FUNCTIONS.get(upper) ?? name;
  }

  /** A function's name as cells show it. */
  inCell(name: string): string {
    if (name.toLowerCase().startsWith(CUSTOM)) {
      const rest = name.slice(CUSTOM.length);
      return this.inCells.get(rest.toUpperCase()) ?? rest;
    }
    return name.replace(PREFIXES, '');
  }
}
