/** A stream that is opened again may repeat what came; so many ids are remembered. */
const MOST_IDS = 2000;

/** What a conversation's connections have told, one after the other. */
export interface EventLog {
  /** Emits an event unless it was before, or is none, or the last one was told already; false then. `ownId`: that of the stream, where it gave one. */
  take(given: unknown, ownId: string | null): boolean;
  /** Goes on after this one the next time. */
  moveTo(id: string): void;
  /** The event to go on after; null for the beginning. */
  cursor(): string | null;
  /** Nothing comes after what was told. */
  isOver(): boolean;
}

/** A log that has heard of everything up to `after`. */
export function createEventLog(
  after: string | null,
  emit: (event: Readonly<Record<string, unknown>>) => void,
): EventLog {
  let cursor = after;
  let isOver = false;
  const seen = new Set<string>();
  return {
    take(given, ownId) {
      if (Object(given) !== given || isOver) return false;
      const event = given as Readonly<Record<string, unknown>>;
      const id = ownId || (typeof event['id'] === 'string' ? event['id'] : '');
      if (id && seen.has(id)) return false;
      if (id) seen.add((cursor = id));
      for (const old of seen) if (seen.size > MOST_IDS) seen.delete(old);
      isOver = event['type'] === 'state' && event['state'] === 'ended';
      emit(id ? { id, ...event } : event);
      return true;
    },
    moveTo: (id) => void (cursor = id),
    cursor: () => cursor,
    isOver: () => isOver,
  };
}
