/**
 * Answers a `load`: picks scalars, follows `worksheet/name` and `items/...`, and shapes collections.
 */
import { apiNotFound } from './host-error';
import type { ModelNode, Scalar } from './model-class';
import { wireName, type QueryInfo } from './rich-api';

type Json = Record<string, unknown>;

/** The selected members as a tree: `["address", "worksheet/name"]` is `{address: {}, worksheet: {name: {}}}`. */
interface Selection {
  [member: string]: Selection;
}

function selectionOf(query: QueryInfo): Selection {
  const root: Selection = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let level = root;
    for (const member of path.split('/')) {
      level = level[member] ??= {};
    }
  }
  return root;
}

function scalarsOf(node: ModelNode): Readonly<Record<string, Scalar<unknown>>> {
  return node.type.scalars ?? {};
}

function selectAll(selection: Selection): boolean {
  return Object.keys(selection).length === 0 || '*' in selection;
}

function readObject(node: ModelNode, selection: Selection): Json {
  const json: Json = {};
  const scalars = scalarsOf(node);
  if (selectAll(selection)) {
    for (const [name, scalar] of Object.entries(scalars)) {
      json[wireName(name)] = scalar.get(node.target);
    }
  }
  for (const [member, nested] of Object.entries(selection)) {
    const scalar = scalars[member];
    const object = node.type.objects?.[member];
    if (member === '*') {
      continue;
    }
    if (scalar) {
      json[wireName(member)] = scalar.get(node.target);
    } else if (object) {
      const child = object(node.target);
      json[wireName(member)] = child && readNode(child, nested, {});
    } else {
      throw apiNotFound(`${node.type.name}.${member}`);
    }
  }
  return json;
}

function readCollection(node: ModelNode, selection: Selection, page: QueryInfo): Json {
  const scalars = scalarsOf(node);
  const json: Json = {};
  for (const [name, scalar] of Object.entries(scalars)) {
    json[wireName(name)] = scalar.get(node.target);
  }
  const { items, ...own } = selection;
  const ofItems = Object.fromEntries(Object.entries(own).filter(([name]) => !(name in scalars)));
  const asksOnlyForScalars = items === undefined && Object.keys(own).length > 0 && Object.keys(ofItems).length === 0;
  if (!asksOnlyForScalars) {
    const skip = page.Skip ?? 0;
    const wanted = (node.type.items?.(node.target) ?? []).slice(
      skip,
      page.Top === undefined ? undefined : skip + page.Top,
    );
    json._Items = wanted.map((item) => ({
      ...(item.type.id ? { Id: item.type.id(item.target) } : {}),
      ...readNode(item, items ?? ofItems, {}),
    }));
  }
  return json;
}

function readNode(node: ModelNode, selection: Selection, page: QueryInfo): Json {
  return node.type.items ? readCollection(node, selection, page) : readObject(node, selection);
}

/** The JSON that a `load` of this object answers with. */
export function readQuery(node: ModelNode, query: QueryInfo): Json {
  return readNode(node, selectionOf(query), query);
}

function needsCalculation(node: ModelNode, selection: Selection): boolean {
  const scalars = Object.entries(scalarsOf(node));
  return scalars.some(([name, scalar]) => scalar.isCalculated === true && (selectAll(selection) || name in selection));
}

/** Whether the answer holds calculated values, so that a run that is due has to end first. */
export function asksForCalculated(node: ModelNode, query: QueryInfo): boolean {
  return needsCalculation(node, selectionOf(query));
}
