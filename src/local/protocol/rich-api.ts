/**
 * The body of a Rich API batch: what Office.js sends on each `context.sync()` and what it expects back.
 */

/** Kinds of object path. */
export enum PathType {
  Root = 1,
  NewObject = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
  NullObject = 7,
}

/** Kinds of action. */
export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
}

/** Arguments; if `ReferencedObjectPathIds` has an id, the argument is that object. */
export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

/** How an object of the batch is reached. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: PathType;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** What a `load` asks for. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** One step of the batch. */
export interface BatchAction {
  readonly Id: number;
  readonly ActionType: ActionType;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

/** A whole batch. */
export interface BatchRequest {
  readonly Actions: readonly BatchAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Whether a batch asks anything of the workbook, and not only of the services beside it. */
export function asksWorkbook({ ObjectPaths }: BatchRequest): boolean {
  return Object.values(ObjectPaths).some(({ ObjectPathType: type }) =>
    [PathType.Root, PathType.Reference].includes(type),
  );
}

/** The outcome of one action. */
export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

/** The first failure of a batch; the actions before it stay done. */
export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
}

/** The answer to a batch. */
export interface BatchResponse {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: BatchError;
}

/** `values` is `Values` on the wire. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `GetRange` is `getRange` in JavaScript; private members keep their underscore. */
export function memberName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
