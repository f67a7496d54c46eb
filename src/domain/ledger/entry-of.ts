/** What the map holds under the key, which is put there if it is not. */
export function entryOf<K, V>(map: Map<K, V>, key: K, fresh: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = fresh();
  map.set(key, made);
  return made;
}
