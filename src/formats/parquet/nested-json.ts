import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { fileMessages } from '../file/messages';
import type { ColumnCursor } from './column-cursor';
import type { ColumnNode } from './column-tree';
import type { ValueText } from './value-text';

/** A leaf's cursor, and what its texts are in JSON. */
export interface Leaf {
  readonly cursor: ColumnCursor;
  readonly json: ValueText['json'];
}

/**
 * Reads one row's value of a nested column as JSON text: structs and maps as objects, lists as arrays. Null if the row
 * has none.
 *
 * @param leaves by their positions among all leaves of the file; those of the node are there
 * @throws Error if a page is damaged; FileProblem if the value is longer than a cell may be, before all of it is held
 */
// eslint-disable-next-line max-lines-per-function -- functions that call one another over the same leaves
export function nestedJson(node: ColumnNode, leaves: readonly (Leaf | null)[]): string | null {
  /** Of what has been read; a list of millions of values takes a few bytes in the file. */
  let characters = 0;
  return node.element.repetition_type === 'REPEATED' ? `[${repeated(node, content).join(',')}]` : optional(node);

  function optional(at: ColumnNode): string | null {
    if (leafAt(at.firstLeaf).cursor.definition() < at.definition) {
      skip(at);
      return null;
    }
    return content(at);
  }

  /** The values of a node that repeats, none or many; each has one entry in all its leaves. */
  function repeated(at: ColumnNode, read: (node: ColumnNode) => string): string[] {
    const { cursor } = leafAt(at.firstLeaf);
    if (cursor.definition() < at.definition) {
      skip(at);
      return [];
    }
    const values: string[] = [];
    do {
      values.push(read(at));
      counted(1);
    } while (cursor.repetition() === at.repetition);
    return values;
  }

  function content(at: ColumnNode): string {
    if (at.element.type !== undefined) {
      const text = leafText(leafAt(at.firstLeaf));
      counted(text.length);
      return text;
    }
    const [only] = at.children;
    const isRepeated = at.children.length === 1 && only?.element.repetition_type === 'REPEATED';
    if (only && isRepeated && isMap(at) && only.children.length === 2) {
      return `{${repeated(only, entry).join(',')}}`;
    }
    if (only && isRepeated && isList(at)) {
      return `[${repeated(only, only.children.length === 1 ? inner : content).join(',')}]`;
    }
    return `{${at.children.map((child) => `${JSON.stringify(child.name)}:${member(child)}`).join(',')}}`;
  }

  function member(at: ColumnNode): string {
    return at.element.repetition_type === 'REPEATED'
      ? `[${repeated(at, content).join(',')}]`
      : (optional(at) ?? 'null');
  }

  /** An element of a list of three levels: the group in the middle says nothing. */
  function inner(at: ColumnNode): string {
    const [element] = at.children;
    return element ? member(element) : 'null';
  }

  function entry(at: ColumnNode): string {
    const [key, value] = at.children;
    const name = key ? member(key) : 'null';
    return `${name.startsWith('"') ? name : JSON.stringify(name)}:${value ? member(value) : 'null'}`;
  }

  function counted(more: number): void {
    characters += more;
    if (characters > LIMITS.cellCharacters) {
      throw new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters));
    }
  }

  function skip(at: ColumnNode): void {
    for (let leaf = at.firstLeaf; leaf < at.endLeaf; leaf++) {
      leafAt(leaf).cursor.next();
    }
  }

  function leafAt(position: number): Leaf {
    const leaf = leaves[position];
    if (!leaf) {
      throw new Error('The column has no leaf.');
    }
    return leaf;
  }
}

function leafText({ cursor, json }: Leaf): string {
  const text = cursor.next();
  if (text === null) {
    return 'null';
  }
  if (json === 'boolean') {
    return text.toLowerCase();
  }
  // NaN and Infinity are no numbers of JSON.
  return json === 'number' && /\d$/.test(text) ? text : JSON.stringify(text);
}

function isMap({ element }: ColumnNode): boolean {
  return (
    element.converted_type === 'MAP' ||
    element.converted_type === 'MAP_KEY_VALUE' ||
    element.logical_type?.type === 'MAP'
  );
}

function isList({ element }: ColumnNode): boolean {
  return element.converted_type === 'LIST' || element.logical_type?.type === 'LIST';
}
