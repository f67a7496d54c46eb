import { MAX_SHEET_NAME } from '../../formats/xlsx/excel-limits';

/** A name for a new sheet that no other has: `AI Report`, else `AI Report 2`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const keys = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${wanted.slice(0, MAX_SHEET_NAME - ending.length)}${ending}`;
    if (!keys.has(name.toLowerCase())) {
      return name;
    }
  }
}
