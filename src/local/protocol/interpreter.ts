/**
 * Executes a Rich API batch against the model: strictly in order, each object path once, and an answer that Office.js accepts.
 */
import { apiNotFound, HostError } from './host-error';
import { asksForCalculated, readQuery } from './load-query';
import { isNode, type ModelNode } from './model-class';
import {
  ActionType,
  memberName,
  PathType,
  type ActionResult,
  type ArgumentInfo,
  type BatchAction,
  type BatchError,
  type BatchRequest,
  type BatchResponse,
  type ObjectPath,
} from './rich-api';

/** What the interpreter needs to know of the world around it. */
export interface BatchSurroundings {
  /** Resolves when no calculation is due. */
  calculated(): Promise<void>;
}

const KEEP_REFERENCE = '_KeepReference';
const REMOVE_REFERENCE = '_RemoveReference';

class LocatedError extends Error {
  constructor(
    readonly reason: HostError,
    readonly location: string,
  ) {
    super(reason.message);
  }
}

/** Runs a part of an action; what fails in it is reported as this member's failure. */
function locate<T>(location: string, part: () => T): T {
  try {
    return part();
  } catch (error) {
    if (error instanceof HostError) {
      throw new LocatedError(error, location);
    }
    throw error;
  }
}

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
    private readonly root: ModelNode,
    private readonly services: ReadonlyMap<string, ModelNode>,
    private readonly references: KeptReferences,
    private readonly surroundings: BatchSurroundings,
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
        return this.root;
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
    const member = memberName(path.Name);
    if (path.ObjectPathType === PathType.Indexer) {
      return locate(`${parent.type.name}.getItem`, () => {
        if (!parent.type.item) {
          throw apiNotFound(`${parent.type.name}.getItem`);
        }
        return parent.type.item(parent.target, path.ArgumentInfo?.Arguments?.[0]);
      });
    }
    const location = `${parent.type.name}.${member}`;
    return locate(location, () => {
      if (path.ObjectPathType === PathType.Property) {
        const property = parent.type.objects?.[member];
        if (!property) {
          throw apiNotFound(location);
        }
        return property(parent.target);
      }
      const result = this.method(parent, member)(parent.target, this.readArguments(path.ArgumentInfo));
      if (result !== null && !isNode(result)) {
        throw new HostError('GeneralException', `${location} is not an object.`);
      }
      return result;
    });
  }

  private service(name: string): ModelNode {
    const service = this.services.get(name);
    if (!service) {
      throw new LocatedError(apiNotFound(name), name);
    }
    return service;
  }

  private method(target: ModelNode, member: string): (target: unknown, args: readonly unknown[]) => unknown {
    const method = target.type.methods?.[member];
    if (!method) {
      throw apiNotFound(`${target.type.name}.${member}`);
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
    const id = target.type.id?.(target.target);
    const reference = this.references.idOf(target);
    return { ...(id === undefined ? {} : { Id: id }), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  private async query(action: BatchAction): Promise<unknown> {
    const target = this.resolve(action.ObjectPathId);
    if (!target) {
      return null;
    }
    const query = action.QueryInfo ?? {};
    if (asksForCalculated(target, query)) {
      await this.surroundings.calculated();
    }
    return locate(target.type.name, () => readQuery(target, query));
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
    const result: unknown = await locate(`${target.type.name}.${member}`, () =>
      this.method(target, member)(target.target, args),
    );
    return isNode(result) || result === undefined ? null : result;
  }

  private setProperty(action: BatchAction): null {
    const target = this.resolve(action.ObjectPathId);
    const member = memberName(action.Name);
    if (!target) {
      throw new LocatedError(new HostError('ItemNotFound'), member);
    }
    const location = `${target.type.name}.${member}`;
    const set = target.type.scalars?.[member]?.set;
    locate(location, () => {
      if (!set) {
        throw apiNotFound(`Setting ${location}`);
      }
      set(target.target, action.ArgumentInfo?.Arguments?.[0]);
    });
    return null;
  }
}

function describeError(error: unknown, actionIndex: number): BatchError {
  const located = error instanceof LocatedError ? error : null;
  const cause = located?.reason ?? error;
  const host = cause instanceof HostError ? cause : null;
  if (!host) {
    console.error('Local workbook: a batch failed.', error);
  }
  return {
    Code: host?.code ?? 'GeneralException',
    Message: host?.message ?? (error instanceof Error ? error.message : String(error)),
    Location: located?.location ?? '',
    HttpStatusCode: host?.httpStatus ?? 500,
    ActionIndex: actionIndex,
  };
}

/** Executes batches for one add-in. */
export class BatchInterpreter {
  private readonly references = new KeptReferences();

  constructor(
    private readonly root: ModelNode,
    private readonly services: ReadonlyMap<string, ModelNode>,
    private readonly surroundings: BatchSurroundings,
  ) {}

  /** Runs one batch. It stops at the first failure; what was done before stays done. */
  async run(batch: BatchRequest): Promise<BatchResponse> {
    const run = new BatchRun(batch, this.root, this.services, this.references, this.surroundings);
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
