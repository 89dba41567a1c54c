import { compare } from './compare.js';

interface Orderable {
  id: string;
  title: string;
  order?: number;
}

/** A new list in the owner's order: `order` (absent last), then title, then id, both by code unit, so that it is the same everywhere. */
export function inOwnersOrder<T extends Orderable>(articles: readonly T[]): T[] {
  return [...articles].sort(
    (a, b) => compare(a.order ?? Infinity, b.order ?? Infinity) || compare(a.title, b.title) || compare(a.id, b.id),
  );
}
