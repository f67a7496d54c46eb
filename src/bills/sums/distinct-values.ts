/** Small numbers for different values, in the order in which they come. */
export function distinctValues<Value>(keyOf: (value: Value) => string): {
  idOf(value: Value): number;
  readonly values: readonly Value[];
} {
  const values: Value[] = [];
  const ids = new Map<string, number>();
  return {
    values,
    idOf(value) {
      const key = keyOf(value);
      const known = ids.get(key);
      if (known !== undefined) {
        return known;
      }
      ids.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
