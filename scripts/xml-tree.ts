import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML file, its children in the order of the file. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly in the element, without outer spaces. */
  readonly text: string;
}

type ParsedNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
});

/** The root element. Throws an error with the line where the text is not well-formed. */
export function parseXml(xml: string): Element {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) {
    throw new Error(`line ${wellFormed.err.line}: ${wellFormed.err.msg}`);
  }
  const root = (parser.parse(xml) as ParsedNode[]).map(toElement).find((element) => !element.name.startsWith('?'));
  if (root === undefined) {
    throw new Error('no root element');
  }
  return root;
}

function toElement(node: ParsedNode): Element {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const content = node[name] as ParsedNode[];
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children: content.filter((child) => !('#text' in child)).map(toElement),
    text: content
      .map((child) => String(child['#text'] ?? ''))
      .join('')
      .trim(),
  };
}

/** The element and all below it, in the order of the file. */
export function withDescendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(withDescendants)];
}

/** The elements that a path of names leads to, such as ['Hosts', 'Host']. */
export function at(element: Element, ...path: string[]): Element[] {
  return path.reduce<Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}
