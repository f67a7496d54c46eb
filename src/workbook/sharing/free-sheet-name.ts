const LONGEST_NAME = 31;

/** `Report (values)`, or `Report (values 2)` where that name is taken; cut where Excel allows no longer name. */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const keys = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? ' (values)' : ` (values ${number})`;
    const free = `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
    if (!keys.has(free.toLowerCase())) {
      return free;
    }
  }
}
