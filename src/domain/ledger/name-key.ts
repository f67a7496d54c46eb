/** How many spellings are remembered before the memory is emptied: more than any workbook's names, less than a leak. */
const REMEMBERED = 50_000;
const remembered = new Map<string, string>();

/**
 * What two spellings of one client's or vendor's name have in common: case, width (NFKC) and outer or repeated
 * spaces are ignored.
 */
export function nameKey(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) {
    return known;
  }
  const key = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (remembered.size >= REMEMBERED) {
    remembered.clear();
  }
  remembered.set(name, key);
  return key;
}

/**
 * The different names among `written`, each in its commonest spelling (of equally common ones the first in code unit
 * order, so that the order of rows does not matter) with its key; in the order of the alphabet.
 */
export function spellings(written: Iterable<string>): [name: string, key: string][] {
  const counts = new Map<string, Map<string, number>>();
  for (const name of written) {
    const key = nameKey(name);
    const ofKey = counts.get(key) ?? new Map<string, number>();
    counts.set(key, ofKey.set(name, (ofKey.get(name) ?? 0) + 1));
  }
  const common = [...counts].map(([key, ofKey]): [string, string] => [commonest(ofKey), key]);
  return common.sort(([a], [b]) => compareText(a, b));
}

function commonest(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [name, count] of counts) {
    if (count > most || (count === most && name < best)) {
      best = name;
      most = count;
    }
  }
  return best;
}

/** Code unit order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
