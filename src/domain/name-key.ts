/** How many spellings are remembered before the memory is emptied: more than any workbook's names, less than a leak. */
const REMEMBERED = 50_000;
const remembered = new Map<string, string>();

/**
 * What two spellings of one client's or vendor's name have in common: case, width (NFKC) and outer or repeated
 * spaces are ignored.
 */
export function nameKey(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const key = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(name, key);
  return key;
}
