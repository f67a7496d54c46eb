import { atOnce, forEach, type Steps } from './steps';

/** Stands for all clients, vendors or services if a name is expected. */
export const ALL = '*';

/** How many spellings are remembered before the memory is emptied: more than any workbook's names, less than a leak. */
const REMEMBERED = 250_000;
const remembered = new Map<string, string>();

/** What no one sees: joiners, marks of direction, soft hyphens, a byte order mark that was pasted along. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** The forms in which an apostrophe is typed: ’ of word processors, ‘ ʼ ` ´ of keyboards. */
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u02B9\u2032`\u00B4\uA78C]/g;

/**
 * What two spellings of one client's or vendor's name have in common: case (also ß and SS, İ and i), width (NFKC), outer or
 * repeated spaces, invisible characters and the form of an apostrophe are ignored.
 *
 * @example nameKey(' STRASSE\u200B ') === nameKey('Straße')
 */
export function nameKey(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) {
    return known;
  }
  const key = /^[\x21-\x5f\x61-\x7e]+(?: [\x21-\x5f\x61-\x7e]+)*$/.test(name) ? name.toLowerCase() : foldedName(name);
  if (remembered.size >= REMEMBERED) {
    remembered.clear();
  }
  remembered.set(name, key);
  return key;
}

/** Upper case first: it makes one of ß and SS, of ı and I. NFKC would take ´ apart, so apostrophes come before it. */
function foldedName(name: string): string {
  const plain = name.replace(APOSTROPHES, "'").normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return plain
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .normalize('NFKC');
}

/**
 * The different names among `written`, each in its commonest spelling (of equally common ones the first in code unit
 * order, so that the order of rows does not matter) with its key; in the order of the alphabet.
 */
export function spellings(written: Iterable<string>): [name: string, key: string][] {
  return atOnce(spellingsInSteps([...written]));
}

/** As `spellings`, of very many names. */
export function* spellingsInSteps(written: readonly string[]): Steps<[name: string, key: string][]> {
  const times = new Map<string, number>();
  yield* forEach(written, (name) => times.set(name, (times.get(name) ?? 0) + 1));
  const commonest = new Map<string, string>();
  yield* forEach([...times.keys()], (name) => {
    const key = nameKey(name);
    const best = commonest.get(key);
    const [count = 0, most = 0] = [times.get(name), times.get(best ?? '')];
    if (best === undefined || count > most || (count === most && name < best)) {
      commonest.set(key, name);
    }
  });
  const names: [name: string, key: string][] = [];
  // By their code units, which takes less than any other way to compare them.
  const inOrder = [...commonest.values()].sort();
  yield* forEach(inOrder, (name) => names.push([name, nameKey(name)]));
  return names;
}

/** Code unit order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
