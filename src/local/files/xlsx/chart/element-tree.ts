/**
 * A small part of a file as a tree of elements.
 */
import { attributesOf, isOn } from '../../../../formats/xml/attributes';
import { resolveReferences } from '../../../../formats/xml/references';
import { scanHeldEntry } from '../../../../formats/xml/scan-entry';
import type { Zip, ZipEntry } from '../../../../formats/zip/zip';

/** An element, by its name without prefix. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  /** What stands in it directly. */
  text = '';

  constructor(
    readonly name: string,
    private readonly raw: string,
  ) {}

  attribute(name: string): string | undefined {
    return attributesOf(this.raw).get(name);
  }

  /** The first child of this name, and the first of that one's children of the next, and so on. */
  find(...names: string[]): XmlElement | undefined {
    const [first, ...rest] = names;
    const child = this.children.find(({ name }) => name === first);
    return rest.length === 0 ? child : child?.find(...rest);
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The `val` of a child. */
  value(...names: string[]): string | undefined {
    return this.find(...names)?.attribute('val');
  }

  /** Whether a child is there and on; one without `val` is. */
  isOn(name: string): boolean {
    const child = this.find(name);
    return child !== undefined && isOn(child.attribute('val') ?? '1');
  }

  /** The `val` of a child as a number. */
  number(...names: string[]): number | undefined {
    const text = this.value(...names);
    const number = Number(text);
    return text === undefined || text === '' || !Number.isFinite(number) ? undefined : number;
  }
}

/** Reads the part; its root. */
export async function readElements(zip: Zip, entry: ZipEntry): Promise<XmlElement> {
  const root = new XmlElement('', '');
  const open = [root];
  await scanHeldEntry(zip, entry, {
    open: (name, raw) => {
      const element = new XmlElement(name, raw);
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (raw) => {
      const element = open.at(-1);
      if (element) {
        element.text += resolveReferences(raw);
      }
    },
    close: () => void open.pop(),
  });
  return root.children[0] ?? root;
}
