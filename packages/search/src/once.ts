/** Runs `load` once for each key: concurrent and later calls share its promise; after a failure the next call runs it again. */
export function once<Key extends object, T>(load: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const loads = new WeakMap<Key, Promise<T>>();
  return (key) => {
    let loading = loads.get(key);
    if (!loading) {
      loads.set(key, (loading = load(key)));
      loading.catch(() => loads.delete(key));
    }
    return loading;
  };
}
