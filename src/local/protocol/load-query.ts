/**
 * Answers a `load`: picks scalars, follows `worksheet/name` and `items/...`, and shapes collections.
 */
import { apiNotFound } from './host-error';
import type { ClassTable, ModelNode, Scalar } from './model-class';
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

function selectsAll(selection: Selection): boolean {
  return Object.keys(selection).length === 0 || '*' in selection;
}

/** Reads one answer; every object is read by its class. */
class Reading {
  constructor(private readonly classes: ClassTable) {}

  node(node: ModelNode, selection: Selection, page: QueryInfo): Json {
    return this.classes.of(node).items ? this.collection(node, selection, page) : this.object(node, selection);
  }

  needsCalculation(node: ModelNode, selection: Selection): boolean {
    return Object.entries(this.scalars(node)).some(
      ([name, scalar]) => scalar.isCalculated === true && (selectsAll(selection) || name in selection),
    );
  }

  private scalars(node: ModelNode): Readonly<Record<string, Scalar<unknown>>> {
    return this.classes.of(node).scalars ?? {};
  }

  private allScalars(node: ModelNode): Json {
    return Object.fromEntries(
      Object.entries(this.scalars(node)).map(([name, scalar]) => [wireName(name), scalar.get(node.target)]),
    );
  }

  private object(node: ModelNode, selection: Selection): Json {
    const { scalars, objects } = this.classes.of(node);
    const json = selectsAll(selection) ? this.allScalars(node) : {};
    for (const [member, nested] of Object.entries(selection)) {
      const scalar = scalars?.[member];
      const object = objects?.[member];
      if (member === '*') {
        continue;
      }
      if (scalar) {
        json[wireName(member)] = scalar.get(node.target);
      } else if (object) {
        json[wireName(member)] = this.node(object(node.target), nested, {});
      } else {
        throw apiNotFound(`${node.className}.${member}`);
      }
    }
    return json;
  }

  private collection(node: ModelNode, selection: Selection, page: QueryInfo): Json {
    const scalars = this.scalars(node);
    const json = this.allScalars(node);
    const { items, ...own } = selection;
    const ofItems = Object.fromEntries(Object.entries(own).filter(([name]) => !(name in scalars)));
    const asksOnlyForScalars = items === undefined && Object.keys(own).length > 0 && Object.keys(ofItems).length === 0;
    if (!asksOnlyForScalars) {
      const skip = page.Skip ?? 0;
      const end = page.Top === undefined ? undefined : skip + page.Top;
      const wanted = (this.classes.of(node).items?.(node.target) ?? []).slice(skip, end);
      json._Items = wanted.map((item) => {
        const id = this.classes.of(item).id?.(item.target);
        return { ...(id === undefined ? {} : { Id: id }), ...this.node(item, items ?? ofItems, {}) };
      });
    }
    return json;
  }
}

/** The JSON that a `load` of this object answers with. */
export function readQuery(classes: ClassTable, node: ModelNode, query: QueryInfo): Json {
  return new Reading(classes).node(node, selectionOf(query), query);
}

/** Whether the answer holds calculated values, so that a run that is due has to end first. */
export function asksForCalculated(classes: ClassTable, node: ModelNode, query: QueryInfo): boolean {
  return new Reading(classes).needsCalculation(node, selectionOf(query));
}
