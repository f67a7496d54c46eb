import { attributesOf } from '../xml/attributes';
import { scanHeldEntry } from '../xml/scan-entry';
import { findEntry, type Zip } from '../zip/zip';

/** What a part of an Office file says about another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`: the same in the transitional and the strict format. */
  readonly kind: string;
  /** The other part's name in the zip. */
  readonly part: string;
}

/** The relationships of a part to others within the file, or of the file as a whole (''); none if it declares none. */
export async function readRelationships(zip: Zip, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = findEntry(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const relationships: Relationship[] = [];
  if (entry === undefined) {
    return relationships;
  }
  await scanHeldEntry(zip, entry, {
    open(name, raw) {
      if (name !== 'Relationship') {
        return;
      }
      const attributes = attributesOf(raw);
      if (attributes.get('TargetMode') === 'External') {
        return;
      }
      relationships.push({
        id: attributes.get('Id') ?? '',
        kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        part: resolvePart(part.slice(0, slash), attributes.get('Target') ?? ''),
      });
    },
  });
  return relationships;
}

/** A target such as `../styles.xml` or `/xl/styles.xml`, seen from a folder of the zip. It can lead nowhere else. */
export function resolvePart(folder: string, target: string): string {
  const slashed = target.replace(/\\/g, '/');
  const path = slashed.startsWith('/') ? slashed : `${folder}${slashed}`;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') {
      names.pop();
    } else if (name !== '' && name !== '.') {
      names.push(name);
    }
  }
  return names.join('/');
}
