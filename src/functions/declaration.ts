import type { Book } from '../domain/ledger/book';
import type { CellOutput } from './cell-output';
import type { Basis } from './explanation';
import type { Parameter } from './parameters';

/**
 * A function of the family. One computation, `figure`, gives both what the cell shows and what it is explained by, so
 * that the two cannot disagree. Its face (metadata, tooltip, reference) is the JSDoc of the exported function beside it.
 */
export interface Declaration<P extends Parameters, Figure> {
  readonly name: string;
  /** How each parameter is read, in the order in which they are written. */
  readonly parameters: P;
  figure(book: Book, values: Values<P>): Figure;
  /** One cell for each element of the arguments; or, where the function gives a table, its rows. */
  show(figure: Figure): CellOutput | Table;
  explain(figure: Figure): Basis;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** Rows of cells, all of one length, that spill; a header first. */
export type Table = readonly (readonly CellOutput[])[];

/** What `figure` is given: each parameter by its name, read. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** A declaration whose types are its own affair. */
export type AnyDeclaration = Declaration<Parameters, unknown>;

/** Declares a function; here only so that the types of its parameters and of its figure are inferred. */
export function declare<P extends Parameters, Figure>(declaration: Declaration<P, Figure>): Declaration<P, Figure> {
  return declaration;
}
