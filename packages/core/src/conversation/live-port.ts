/** What tabs of one browser share of one instance of the widget: a record under one key, a word to one another, and who leads. */
export interface LivePort {
  /** The text under the key, or null; null too where the browser refuses. */
  read(): string | null;
  /** Writes the text; null removes the key. Does nothing where the browser refuses. */
  write(text: string | null): void;
  /** Says something to the other tabs, as JSON. */
  post(message: unknown): void;
  /** Hears what other tabs say, until the returned function is called. */
  listen(listener: (message: unknown) => void): () => void;
  /**
   * Stands in line for the lead: calls `onLead` when this tab alone leads, never at once, and `onLost` when another has taken it, after which it stands in line
   * again. Gives the lead away, or leaves the line, when the returned function is called.
   */
  lead(onLead: () => void, onLost: () => void): () => void;
}

/** The one localStorage key that the loader reads; `instance` is `HelpConfig.name`. */
export const liveKeyOf = (instance = ''): string => `hk:live=${instance}`;

/** For pages without tabs beside them: nothing is kept, and it always leads. */
export function createLonelyLive(): LivePort {
  return {
    read: () => null,
    write: () => {},
    post: () => {},
    listen: () => () => {},
    lead(onLead) {
      let standing = true;
      queueMicrotask(() => standing && onLead());
      return () => void (standing = false);
    },
  };
}
