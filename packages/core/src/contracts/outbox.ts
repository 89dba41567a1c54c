// What the customer sends, until it has been taken.
import type { CallOptions, HelpErrorCode, Store } from './ground.js';

export type OutboxKind = 'ticket' | 'message' | 'rating' | 'callback';
export type OutboxSend = (
  item: {
    key: string;
    kind: OutboxKind;
    conversation: string | null;
    seq: number;
    body: unknown;
    blobs: readonly OutboxBlob[];
    attempts: number;
  },
  options: CallOptions & { progress(): void },
) => Promise<unknown>; // fulfilled = acknowledged; HelpError not retryable = dead; else again with the SAME key, after retryAfterMs; progress() restarts the time-out and renews the lease
export interface OutboxBlob {
  name: string;
  type: string;
  data: Blob;
} // kept beside the record, uploaded inside send under key `KEY/n`
export interface OutboxItem {
  key: string;
  kind: OutboxKind;
  conversation: string | null;
  seq: number;
  body: unknown;
  state: 'pending' | 'sending' | 'dead';
  attempts: number;
  createdAt: number;
  nextAt: number;
  lastError?: HelpErrorCode;
  editable: boolean;
}
export interface Outbox {
  put(item: {
    kind: OutboxKind;
    conversation?: string;
    body: unknown;
    blobs?: readonly OutboxBlob[];
    key?: string;
  }): Promise<{ key: string; durable: boolean }>; // a known key changes nothing
  items: Store<readonly OutboxItem[]>;
  retry(key: string): Promise<void>; // HelpError refused for one older than 21 days
  edit(key: string, body: unknown): Promise<void>; // only while `editable`: never tried, or last refused; an item of unknown outcome may only be retried as it is
  remove(key: string): Promise<void>;
  destroy(): void;
}
