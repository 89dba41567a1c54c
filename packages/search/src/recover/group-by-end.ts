import type { Heard } from './sound-index.js';

/** Words heard from one place on, by where they end. */
export function groupByEnd(heard: readonly Heard[]): Map<number, Heard[]> {
  const groups = new Map<number, Heard[]>();
  for (const each of heard) {
    const group = groups.get(each.to);
    if (group) group.push(each);
    else groups.set(each.to, [each]);
  }
  return groups;
}
