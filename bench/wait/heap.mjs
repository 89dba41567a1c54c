/** What happens next: entries `{at, ...}` come out by time, those of one instant in the order they went in. */
export function createAgenda() {
  const heap = [];
  let order = 0;
  const before = (one, other) => one.at < other.at || (one.at === other.at && one.order < other.order);
  return {
    get size() {
      return heap.length;
    },
    add(at, kind, what) {
      const entry = { at, kind, what, order: order++ };
      let place = heap.push(entry) - 1;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (before(heap[parent], entry)) break;
        heap[place] = heap[parent];
        place = parent;
      }
      heap[place] = entry;
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0) return first;
      let place = 0;
      for (;;) {
        let child = 2 * place + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
        if (!before(heap[child], last)) break;
        heap[place] = heap[child];
        place = child;
      }
      heap[place] = last;
      return first;
    },
  };
}
