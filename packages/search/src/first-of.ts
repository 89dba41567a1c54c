/** The first of a list by an order, without putting the rest in order. */
export function firstOf<T>(items: readonly T[], most: number, order: (a: T, b: T) => number): T[] {
  if (most >= items.length) return [...items].sort(order);
  const first: T[] = [];
  for (const item of items) {
    let at = first.length;
    if (at === most && order(item, first[at - 1]!) >= 0) continue;
    while (at && order(item, first[at - 1]!) < 0) at--;
    first.splice(at, 0, item);
    if (first.length > most) first.pop();
  }
  return first;
}
