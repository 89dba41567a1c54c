// What everything stands on: stores, the world, errors, storage.

export interface Store<T> {
  get(): T;
  subscribe(listener: (value: T) => void): () => void;
} // fires on change only
export interface Env {
  // every reading of the world goes through it
  now(): number;
  monotonic(): number; // wall clock; never goes back
  setTimer(run: () => void, afterMs: number): () => void;
  online: Store<boolean>;
  visible: Store<boolean>;
  random(): number;
  randomId(): string; // uuid v4
}
export type HelpErrorCode =
  | 'config-invalid'
  | 'adapter-missing-method'
  | 'adapter-bad-answer'
  | 'network'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limited'
  | 'refused'
  | 'unavailable'
  | 'conflict'
  | 'content-too-big'
  | 'pack-missing'
  | 'pack-incompatible'
  | 'storage-unavailable'
  | 'storage-full'
  | 'internal';
export interface HelpError extends Error {
  // a real class; recognised across bundles by a Symbol.for brand
  readonly code: HelpErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>> & { retryAfterMs?: number; problems?: readonly Problem[] };
}
export interface Problem {
  path: string;
  message: string;
}
export interface KeyValueStore {
  // createIdbStore(name), createMemoryStore()
  get(key: string): Promise<unknown>;
  keys(): Promise<string[]>;
  update(key: string, change: (old: unknown) => unknown): Promise<void>; // one atomic read-modify-write over all tabs, fulfilled after the transaction; undefined deletes
  readonly durable: boolean; // false: memory only
}
export interface CallOptions {
  signal: AbortSignal;
}
