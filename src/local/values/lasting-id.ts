/**
 * Ids of what is added to the workbook.
 */

/** A number that nothing has, nor anything that another window adds at the same time, without knowing of this one. */
export function lastingId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (!isTaken(String(number))) {
      return String(number);
    }
  }
}
