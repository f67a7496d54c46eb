/**
 * How the parts of a file refer to one another.
 */
import type { Parts } from './unzip';
import { readXml } from './xml-events';

/** A reference from one part to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  /** The path of the part. */
  readonly path: string;
}

function resolve(target: string, folder: string): string {
  const steps = (target.startsWith('/') ? target.slice(1) : `${folder}${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') {
      path.pop();
    } else if (step !== '.' && step !== '') {
      path.push(step);
    }
  }
  return path.join('/');
}

/** What a part refers to within the file; an empty path stands for the file itself. */
export function relationshipsOf(parts: Parts, path: string): Relationship[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const rels = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const found: Relationship[] = [];
  const xml = parts.text(rels);
  if (xml !== null) {
    readXml(rels, xml, {
      opened: (name, attributes) => {
        if (name === 'Relationship' && attributes.get('TargetMode') !== 'External') {
          found.push({
            id: attributes.get('Id') ?? '',
            kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
            path: resolve(attributes.get('Target') ?? '', folder),
          });
        }
      },
    });
  }
  return found;
}
