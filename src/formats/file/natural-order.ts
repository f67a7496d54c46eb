const ORDER = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Puts names in natural order, whatever their case: `part 2` before `part 10`. */
export function compareNaturally(a: string, b: string): number {
  return ORDER.compare(a, b);
}
