/**
 * How an Excel class is described to the interpreter: tables of members by their JavaScript names. What no table names,
 * the class does not have.
 */

/** An object of the Excel model: a class and what it stands for in the grid. */
export interface ModelNode {
  readonly type: ModelClass<unknown>;
  readonly target: unknown;
}

/** A property with a plain value. */
export interface Scalar<T> {
  readonly get: (target: T) => unknown;
  readonly set?: (target: T, value: unknown) => void;
  /** Its value is up to date only when the grid has calculated. */
  readonly isCalculated?: boolean;
}

/** A method; objects among its arguments arrive as nodes, an omitted argument as null. */
export type Method<T> = (target: T, args: readonly unknown[]) => unknown;

/** The members of one Excel class. */
export interface ModelClass<T> {
  readonly name: string;
  /** The key that goes into instantiate results, for classes whose objects have one. */
  readonly id?: (target: T) => string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly objects?: Readonly<Record<string, (target: T) => ModelNode | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** The objects of a collection. */
  readonly items?: (target: T) => readonly ModelNode[];
  /** A member of a collection by its name or id; throws ItemNotFound. */
  readonly item?: (target: T, key: unknown) => ModelNode;
  /** Whether objects of this class survive a sync by reference. */
  readonly isReferenceKept?: boolean;
}

/** Binds an object to its class. */
export function node<T>(type: ModelClass<T>, target: T): ModelNode {
  return { type: type as unknown as ModelClass<unknown>, target };
}

/** Whether a method returned an object of the model and not a value. */
export function isNode(value: unknown): value is ModelNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'target' in value;
}
