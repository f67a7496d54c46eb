/**
 * The classes of the model, held against `@types/office-js`: a class, a member or an argument that Excel does not have does not
 * compile here, nor does a value of another type. `test/types/excel-class.types.ts` shows it.
 *
 * Classes lead to each other's objects (a range to its worksheet, a worksheet to its ranges), so their files would import each
 * other in circles. They do not: an object is named by its class and by what it stands for in the workbook, such as a sheet's id
 * and an area (`Targets`); only `classes.ts` knows all classes, and the interpreter looks a name up there.
 */
import { ModelNode } from '../protocol/model-class';
import type { Targets, WorkbookTarget } from './targets';

/** The names of the classes that this model has. */
export type ClassName = keyof Targets;

/** Excel's class of this name, as Office.js declares it. */
export type ExcelClass<N extends ClassName> = InstanceType<(typeof Excel)[N]>;

declare const declared: unique symbol;

/**
 * An argument, or a value that is being set, as it came from the add-in: Office.js declares it as a `P`, but nothing is sure of it
 * until it has been read (`textArgument` and its like). A reader of something that `P` does not allow does not compile.
 */
export interface Given<P> {
  readonly [declared]?: (value: P) => void;
}

type IsAny<V> = 0 extends 1 & V ? true : false;
type AnyFunction = (...args: never[]) => unknown;

/** What a member of Excel's class is to the interpreter. */
type KindOf<V> =
  IsAny<V> extends true
    ? 'scalar'
    : V extends AnyFunction
      ? 'method'
      : V extends OfficeExtension.ClientObject
        ? 'object'
        : V extends { add: AnyFunction; remove: AnyFunction }
          ? 'event'
          : 'scalar';

/** What each object has for Office.js itself. */
type OwnMembers = keyof OfficeExtension.ClientObject | 'items' | 'load' | 'set' | 'toJSON' | 'track' | 'untrack';

type Members<E, Kind> = {
  [K in Exclude<keyof E & string, OwnMembers>]: KindOf<E[K]> extends Kind ? K : never;
}[Exclude<keyof E & string, OwnMembers>];

type IsReadonly<E, K extends keyof E> =
  (<X>() => X extends Pick<E, K> ? 1 : 2) extends <X>() => X extends Readonly<Pick<E, K>> ? 1 : 2 ? true : false;

/** A value as a `load` answers with it: the members of enums are words. */
type Loaded<V> =
  IsAny<V> extends true
    ? unknown
    : V extends string
      ? V | `${V}`
      : V extends readonly (infer I)[]
        ? readonly Loaded<I>[]
        : V;

/** A property with a plain value; null if cells differ or are too many. What Excel has as read-only cannot be set here. */
type ServedScalar<T, E, K extends keyof E> = {
  readonly get: (target: T) => Loaded<E[K]> | null;
  readonly isCalculated?: boolean;
} & (IsReadonly<E, K> extends true ? unknown : { readonly set?: (target: T, value: Given<E[K]>) => void });

type GivenArguments<A extends readonly unknown[]> = { [I in keyof A]: Given<A[I]> };

type Returned<Name, R> = R extends OfficeExtension.ClientObject
  ? ModelNode<R> | (Name extends `${string}OrNullObject` ? null : never)
  : R extends OfficeExtension.ClientResult<infer V>
    ? Loaded<V>
    : R;

type ServedMethod<T, E, K extends keyof E> = E[K] extends (...args: infer A) => infer R
  ? (target: T, ...args: GivenArguments<A>) => Returned<K, R>
  : never;

/** Methods that Office.js calls on its own account. */
export type InternalMethods<T> = Readonly<Record<`_${string}`, (target: T, ...args: Given<unknown>[]) => unknown>>;

type ItemOf<E> = E extends { readonly items: readonly (infer I)[] } ? I : never;

/** Methods of a class, all of them optional. */
export type ServedMethods<N extends ClassName> = {
  readonly [K in Members<ExcelClass<N>, 'method'>]?: ServedMethod<Targets[N], ExcelClass<N>, K>;
};

/** Events of a class, by the name under which Office.js registers for each. */
export type EventName<N extends ClassName> = Members<ExcelClass<N>, 'event'>;

/** The members of one of Excel's classes that are served; the parts are those of `ModelClass`. */
export interface ServedClass<N extends ClassName> {
  readonly id?: (target: Targets[N]) => string;
  readonly scalars?: {
    readonly [K in Members<ExcelClass<N>, 'scalar'>]?: ServedScalar<Targets[N], ExcelClass<N>, K>;
  };
  readonly objects?: {
    readonly [K in Members<ExcelClass<N>, 'object'>]?: (target: Targets[N]) => ModelNode<ExcelClass<N>[K]>;
  };
  readonly reads?: ServedMethods<N> & InternalMethods<Targets[N]>;
  readonly writes?: ServedMethods<N>;
  readonly items?: (target: Targets[N]) => readonly ModelNode<ItemOf<ExcelClass<N>>>[];
  readonly item?: (target: Targets[N], key: Given<unknown>) => ModelNode<ItemOf<ExcelClass<N>>>;
}

/** A service beside the workbook, which `@types/office-js` does not know. */
export interface ServedService {
  readonly reads?: Readonly<Record<string, ServiceMethod>>;
  readonly writes?: Readonly<Record<string, ServiceMethod>>;
}

type ServiceMethod = (target: WorkbookTarget, ...args: Given<unknown>[]) => unknown;

/** An object of a class. */
export function object<N extends ClassName>(name: N, target: Targets[N]): ModelNode<ExcelClass<N>> {
  return new ModelNode(name, target);
}
