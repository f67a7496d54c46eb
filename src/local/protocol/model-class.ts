/**
 * How a class of the Excel API is described to the interpreter: tables of members by their JavaScript names. What no table
 * names, the class does not have.
 */

declare const described: unique symbol;

/**
 * An object of the model: the name of its class, and what it stands for in the workbook. It does not hold its class; who needs
 * that looks it up in the table of all classes. So a class can lead to objects of every other one without knowing it.
 */
export class ModelNode<Described = unknown> {
  /** What the object is in the types of Office.js. Only the compiler looks at it. */
  declare readonly [described]?: Described;

  constructor(
    readonly className: string,
    readonly target: unknown,
  ) {}
}

/** A property with a plain value. */
export interface Scalar<T> {
  readonly get: (target: T) => unknown;
  readonly set?: (target: T, value: unknown) => void;
  /** Its value is up to date only when the grid has calculated. */
  readonly isCalculated?: boolean;
}

/** A method. Objects among its arguments arrive as nodes; an omitted argument is null or missing. */
export type Method<T> = (target: T, ...args: readonly unknown[]) => unknown;

/** The members of one class. */
export interface ModelClass<T> {
  readonly name: string;
  /** The key that goes into instantiate results, for classes whose objects have one. */
  readonly id?: (target: T) => string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly objects?: Readonly<Record<string, (target: T) => ModelNode>>;
  /** Methods that leave the workbook as it is: they find, listen, move the selection, or have cells calculated. */
  readonly reads?: Readonly<Record<string, Method<T>>>;
  /** Methods that change the workbook. */
  readonly writes?: Readonly<Record<string, Method<T>>>;
  /** The objects of a collection. */
  readonly items?: (target: T) => readonly ModelNode[];
  /** A member of a collection by its name or id; throws ItemNotFound. */
  readonly item?: (target: T, key: unknown) => ModelNode;
}

/** All classes of a model, by their names. */
export class ClassTable {
  private readonly byName: ReadonlyMap<string, ModelClass<unknown>>;
  private readonly writing: ReadonlySet<string>;
  private readonly reading: ReadonlySet<string>;

  constructor(readonly classes: readonly ModelClass<never>[]) {
    // A node is made with a target of its class, so each class only gets targets of its own.
    this.byName = new Map(classes.map((each) => [each.name, each as unknown as ModelClass<unknown>]));
    this.reading = new Set(classes.flatMap(({ reads }) => Object.keys(reads ?? {})));
    this.writing = new Set(classes.flatMap(({ writes }) => Object.keys(writes ?? {})));
  }

  /** The class of an object. */
  of(node: ModelNode): ModelClass<unknown> {
    const found = this.byName.get(node.className);
    if (!found) {
      throw new Error(`The model has no class "${node.className}".`);
    }
    return found;
  }

  /** A method of an object's class, or undefined. */
  method(node: ModelNode, name: string): Method<unknown> | undefined {
    const { reads, writes } = this.of(node);
    return reads?.[name] ?? writes?.[name];
  }

  /**
   * Whether a method of this name may change the workbook, on whatever object it is called: one of the classes says so, or none
   * knows it.
   */
  mayWrite(method: string): boolean {
    return this.writing.has(method) || !this.reading.has(method);
  }
}
