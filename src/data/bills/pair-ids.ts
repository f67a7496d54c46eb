/**
 * Small numbers for pairs of small numbers, in the order in which they come. Pairs of pairs make the key of a group out of
 * five columns without joining texts for every row.
 */
export function pairIds(): (first: number, second: number) => number {
  const bySecond: (Map<number, number> | undefined)[] = [];
  let next = 0;
  return (first, second) => {
    let ids = bySecond[first];
    if (ids === undefined) bySecond[first] = ids = new Map();
    let id = ids.get(second);
    if (id === undefined) ids.set(second, (id = next++));
    return id;
  };
}
