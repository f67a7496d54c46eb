/**
 * Executes a Rich API batch against the model: strictly in order, each object path once, and an answer that Office.js accepts.
 */
import { apiNotFound, describeError, HostError, locate, LocatedError } from './host-error';
import { asksForCalculated, readQuery } from './load-query';
import { ModelNode, type ClassTable, type Method } from './model-class';
import {
  ActionType,
  memberName,
  PathType,
  type ActionResult,
  type ArgumentInfo,
  type BatchAction,
  type BatchRequest,
  type BatchResponse,
  type ObjectPath,
} from './rich-api';

/** What batches are run against. */
export interface BatchModel {
  readonly classes: ClassTable;
  /** The object from which paths start. */
  readonly root: ModelNode;
  readonly services: ReadonlyMap<string, ModelNode>;
  /** Resolves when no calculation is due. */
  calculated(): Promise<void>;
}

const KEEP_REFERENCE = '_KeepReference';
const REMOVE_REFERENCE = '_RemoveReference';
/** Methods of every object, which the interpreter itself serves. */
const OWN_METHODS: readonly string[] = [KEEP_REFERENCE, REMOVE_REFERENCE];

/** Objects that outlive their batch: ranges that Office.js keeps a reference to. */
class KeptReferences {
  private readonly byId = new Map<string, ModelNode>();
  private readonly ids = new WeakMap<ModelNode, string>();
  private count = 0;

  keep(node: ModelNode): void {
    if (!this.ids.has(node)) {
      const id = `ref_${++this.count}`;
      this.ids.set(node, id);
      this.byId.set(id, node);
    }
  }

  idOf(node: ModelNode): string | undefined {
    return this.ids.get(node);
  }

  find(id: string): ModelNode {
    const node = this.byId.get(id);
    if (!node) {
      throw new HostError('InvalidReference');
    }
    return node;
  }

  release(id: string): void {
    this.byId.delete(id);
  }
}

/** One batch while it runs. */
class BatchRun {
  private readonly resolved = new Map<number, ModelNode | null>();

  constructor(
    private readonly batch: BatchRequest,
    private readonly model: BatchModel,
    private readonly references: KeptReferences,
  ) {}

  async execute(action: BatchAction): Promise<unknown> {
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.instantiate(this.resolve(action.ObjectPathId));
      case ActionType.Query:
        return this.query(action);
      case ActionType.Method:
        return this.callMethod(action);
      case ActionType.SetProperty:
        return this.setProperty(action);
      case ActionType.Trace:
        return null;
      default:
        throw apiNotFound(`Batch action ${String(action.ActionType)}`);
    }
  }

  private resolve(pathId: number): ModelNode | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) {
      return known;
    }
    const path = this.batch.ObjectPaths[String(pathId)];
    if (!path) {
      throw new HostError('InvalidReference');
    }
    const found = this.follow(path);
    this.resolved.set(pathId, found);
    return found;
  }

  private follow(path: ObjectPath): ModelNode | null {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return this.model.root;
      case PathType.NewObject:
        return this.service(path.Name);
      case PathType.Reference:
        return this.references.find(path.Name);
      case PathType.NullObject:
        return null;
      default: {
        const parent = this.resolve(path.ParentObjectPathId ?? 0);
        return parent && this.followFrom(parent, path);
      }
    }
  }

  private followFrom(parent: ModelNode, path: ObjectPath): ModelNode | null {
    const type = this.model.classes.of(parent);
    if (path.ObjectPathType === PathType.Indexer) {
      const location = `${type.name}.getItem`;
      return locate(location, () => {
        if (!type.item) {
          throw apiNotFound(location);
        }
        return type.item(parent.target, path.ArgumentInfo?.Arguments?.[0]);
      });
    }
    const member = memberName(path.Name);
    const location = `${type.name}.${member}`;
    return locate(location, () => {
      if (path.ObjectPathType === PathType.Property) {
        const property = type.objects?.[member];
        if (!property) {
          throw apiNotFound(location);
        }
        return property(parent.target);
      }
      const result = this.method(parent, member)(parent.target, ...this.readArguments(path.ArgumentInfo));
      if (result !== null && !(result instanceof ModelNode)) {
        throw new HostError('GeneralException', `${location} is not an object.`);
      }
      return result;
    });
  }

  private service(name: string): ModelNode {
    const service = this.model.services.get(name);
    if (!service) {
      throw new LocatedError(apiNotFound(name), name);
    }
    return service;
  }

  private method(target: ModelNode, member: string): Method<unknown> {
    const method = this.model.classes.method(target, member);
    if (!method) {
      throw apiNotFound(`${target.className}.${member}`);
    }
    return method;
  }

  private readArguments(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const pathId = references[index];
      return typeof pathId === 'number' && pathId !== 0 ? this.resolve(pathId) : value;
    });
  }

  private instantiate(target: ModelNode | null): unknown {
    if (!target) {
      return null;
    }
    const id = this.model.classes.of(target).id?.(target.target);
    const reference = this.references.idOf(target);
    return { ...(id === undefined ? {} : { Id: id }), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  private async query(action: BatchAction): Promise<unknown> {
    const target = this.resolve(action.ObjectPathId);
    if (!target) {
      return null;
    }
    const query = action.QueryInfo ?? {};
    if (asksForCalculated(this.model.classes, target, query)) {
      await this.model.calculated();
    }
    return locate(target.className, () => readQuery(this.model.classes, target, query));
  }

  private async callMethod(action: BatchAction): Promise<unknown> {
    const target = this.resolve(action.ObjectPathId);
    const member = memberName(action.Name);
    const args = this.readArguments(action.ArgumentInfo);
    if (member === KEEP_REFERENCE) {
      if (target) {
        this.references.keep(target);
      }
      return null;
    }
    if (!target) {
      throw new LocatedError(new HostError('ItemNotFound'), member);
    }
    if (member === REMOVE_REFERENCE) {
      (Array.isArray(args[0]) ? args[0] : args).forEach((id) => this.references.release(String(id)));
      return null;
    }
    const result: unknown = await locate(`${target.className}.${member}`, () =>
      this.method(target, member)(target.target, ...args),
    );
    return result instanceof ModelNode || result === undefined ? null : result;
  }

  private setProperty(action: BatchAction): null {
    const target = this.resolve(action.ObjectPathId);
    const member = memberName(action.Name);
    if (!target) {
      throw new LocatedError(new HostError('ItemNotFound'), member);
    }
    const location = `${target.className}.${member}`;
    const set = this.model.classes.of(target).scalars?.[member]?.set;
    locate(location, () => {
      if (!set) {
        throw apiNotFound(`Setting ${location}`);
      }
      set(target.target, action.ArgumentInfo?.Arguments?.[0]);
    });
    return null;
  }
}

/** Executes batches for one add-in. */
export class BatchInterpreter {
  private readonly references = new KeptReferences();

  constructor(private readonly model: BatchModel) {}

  /** Whether a batch may change the workbook. What no class knows counts as a change: it will be refused in its turn. */
  mayWrite({ Actions, ObjectPaths }: BatchRequest): boolean {
    const writes = (name: string | undefined): boolean => {
      const member = memberName(name ?? '');
      return !OWN_METHODS.includes(member) && this.model.classes.mayWrite(member);
    };
    return (
      Actions.some(
        ({ ActionType: type, Name }) => type === ActionType.SetProperty || (type === ActionType.Method && writes(Name)),
      ) || Object.values(ObjectPaths).some(({ ObjectPathType: type, Name }) => type === PathType.Method && writes(Name))
    );
  }

  /** Runs one batch. It stops at the first failure; what was done before stays done. */
  async run(batch: BatchRequest): Promise<BatchResponse> {
    const run = new BatchRun(batch, this.model, this.references);
    const results: ActionResult[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: await run.execute(action) });
      } catch (error) {
        return { Results: results, TraceIds: [], Error: describeError(error, index) };
      }
    }
    return { Results: results, TraceIds: [] };
  }
}
