import type { Book } from '../domain/ledger/book';
import type { CellOutput } from './cell-output';
import type { Parameter } from './parameters';

/**
 * A function of the family: its name, how each parameter is read, in the order in which they are written, and how
 * the answer is found. Its face (metadata, tooltip, reference) is the JSDoc of the exported function beside it.
 */
export interface Declaration<P extends Parameters> {
  readonly name: string;
  readonly parameters: P;
  /** One cell for each element of the arguments; or, where the function gives a table, its rows. */
  compute(book: Book, values: Values<P>): CellOutput | Table;
}

/** Rows of cells, all of one length, that spill; a header first. */
export type Table = readonly (readonly CellOutput[])[];

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What `compute` is given: each parameter by its name, read. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** Declares a function; here only so that the types of its parameters are inferred. */
export function declare<P extends Parameters>(declaration: Declaration<P>): Declaration<P> {
  return declaration;
}
