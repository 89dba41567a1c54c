// Outside data may change under our hands, throw when it is read, or be endless: what we keep is a copy.

const MOST_MEMBERS = 20_000;
const MOST_DEPTH = 12;

/**
 * A copy of plain data: text, numbers, booleans, null, lists and own enumerable members; everything else is left out, and so is what lies deeper than 12
 * levels or comes after 20,000 members. Throws what a getter throws.
 */
export function copyPlain(value: unknown): unknown {
  let left = MOST_MEMBERS;
  const copy = (each: unknown, depth: number): unknown => {
    if (each === null || typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean') return each;
    if (typeof each !== 'object' || depth > MOST_DEPTH) return undefined;
    if (Array.isArray(each)) {
      const list: unknown[] = [];
      for (let index = 0; index < each.length && left-- > 0; index++) list.push(copy(each[index], depth + 1));
      return list;
    }
    const members: [string, unknown][] = [];
    for (const name of Object.keys(each)) {
      if (left-- <= 0) break;
      const member = copy((each as Record<string, unknown>)[name], depth + 1);
      if (member !== undefined) members.push([name, member]);
    }
    return Object.fromEntries(members);
  };
  return copy(value, 0);
}
