import type { Book } from '../../domain/ledger/book';
import type { CellOutput } from './cell-output';
import type { LateCode } from './late-code';
import type { Parameter } from './parameters';

/**
 * A function of the family: its name, and how its arguments are asked for and read, worked out and shown. One computation,
 * `figure`, gives both what the cell shows and what `explain/` explains, so that the two cannot disagree. What people read
 * of it (tooltip, help, reference) is the JSDoc of the exported function beside it.
 */
export interface Declaration<Name extends string, P extends Parameters, Figure> {
  readonly name: Name;
  /** In the order in which they are written. */
  readonly parameters: P;
  /** What some of its calls need, and what few workbooks have calls of. */
  readonly late?: readonly LateCode<unknown>[];
  figure(book: Book, values: Values<P>): Figure;
  /** One cell for each element of the arguments; or, if the function gives a table, its rows. */
  show(figure: Figure): CellOutput | Table;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** Rows of cells, all of one length, that spill; a header first. */
export type Table = readonly (readonly CellOutput[])[];

/** What `figure` is given: each parameter by its name, read. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** A declaration whose types are its own affair. */
export type AnyDeclaration = Declaration<string, Parameters, unknown>;

/** Declares a function; here only so that the types of its parameters and of its figure are inferred. */
export function declare<Name extends string, P extends Parameters, Figure>(
  declaration: Declaration<Name, P, Figure>,
): Declaration<Name, P, Figure> {
  return declaration;
}
