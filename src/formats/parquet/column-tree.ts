import type { SchemaElement } from 'hyparquet';

/** A column of the file, or a part of one that is nested. */
export interface ColumnNode {
  readonly name: string;
  readonly element: SchemaElement;
  /** None for a leaf, which is where the values are. */
  readonly children: readonly ColumnNode[];
  /** The positions of its leaves among all leaves of the file: from, and up to but not including. */
  readonly firstLeaf: number;
  readonly endLeaf: number;
  /** From this definition level on, the node has a value. */
  readonly definition: number;
  /** At this repetition level the next value is of the same list; the levels of nodes that do not repeat are their list's. */
  readonly repetition: number;
}

const MOST_LEVELS = 32;

/**
 * The columns of a file, from its flat list of schema elements, each before its children.
 *
 * @throws Error if the list is no such tree
 */
export function columnTree(schema: readonly SchemaElement[]): readonly ColumnNode[] {
  let next = 0;
  let leaves = 0;
  const root = build(0, 0, 0);
  if (next !== schema.length) {
    throw new Error('The schema has elements that belong to nothing.');
  }
  return root.children;

  function build(level: number, outerDefinition: number, outerRepetition: number): ColumnNode {
    const element = schema[next++];
    if (!element || level > MOST_LEVELS) {
      throw new Error('The schema ends early or is too deep.');
    }
    const kind = level === 0 ? 'REQUIRED' : element.repetition_type;
    const definition = outerDefinition + (kind === 'REQUIRED' ? 0 : 1);
    const repetition = outerRepetition + (kind === 'REPEATED' ? 1 : 0);
    const firstLeaf = leaves;
    const children: ColumnNode[] = [];
    if (element.type === undefined) {
      const size = element.num_children ?? 0;
      if (size < 0 || size > schema.length) {
        throw new Error('The schema has too few elements.');
      }
      for (let child = 0; child < size; child++) {
        children.push(build(level + 1, definition, repetition));
      }
    } else {
      leaves++;
    }
    return { name: String(element.name), element, children, firstLeaf, endLeaf: leaves, definition, repetition };
  }
}

/** Whether a column has one value for each row, or none. */
export function isFlat(node: ColumnNode): boolean {
  return node.element.type !== undefined && node.repetition === 0;
}
