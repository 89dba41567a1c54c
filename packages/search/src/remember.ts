/** More is forgotten all at once: nobody can tell, since a key always gives the same. */
const MOST = 4096;

/** A function that remembers what `make` has given for the last keys, 4,096 at most. */
export function remember<Key extends string | number, Value extends object | number | string | boolean>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= MOST) known.clear();
      known.set(key, (value = make(key)));
    }
    return value;
  };
}
