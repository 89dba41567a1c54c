// What is known of a place in a queue, as plain data for the next page and the other tabs.
import { readQueueSnapshot } from '../adapter/validate-answer.js';
import type { QueueSnapshot, WaitReason, WaitView } from '../contracts.js';
import { count, figure, own } from '../status/read-figures.js';

/** Of a tracker: its newest snapshots, what it shows, and how old that was at `savedAt` (wall clock of the device). */
export interface SavedWait {
  readonly snapshots: readonly QueueSnapshot[];
  readonly shown: WaitView | null;
  readonly risen: { readonly reason: WaitReason | null; readonly above: number } | null;
  readonly progress: number;
  /** The last `observedAt` that was given on. */
  readonly order: number;
  readonly ageMs: number;
  readonly savedAt: number;
}

const KINDS = ['soon', 'range', 'over', 'unknown'] as const;
const CHANGES = ['none', 'down', 'up'] as const;
const REASONS = ['urgent-first', 'fewer-agents', 'longer-conversations', 'outage'] as const;

/** Reads what `save` of a tracker wrote, from storage or another tab; null for anything else. Infinity comes back from JSON as null, and is Infinity again. */
export function readSavedWait(value: unknown): SavedWait | null {
  const given = own(value, 'snapshots');
  const savedAt = figure(own(value, 'savedAt'));
  if (!Array.isArray(given) || savedAt === null) return null;
  const snapshots = (given as unknown[]).slice(-8).flatMap((each) => readQueueSnapshot(each) ?? []);
  const above = own(own(value, 'risen'), 'above');
  return {
    snapshots,
    shown: readView(own(value, 'shown')),
    risen: own(value, 'risen')
      ? { reason: pick(REASONS, own(own(value, 'risen'), 'reason')), above: figure(above) ?? Infinity }
      : null,
    progress: figure(own(value, 'progress'), 1) ?? 0,
    order: figure(own(value, 'order')) ?? 0,
    ageMs: figure(own(value, 'ageMs')) ?? 0,
    savedAt,
  };
}

function readView(value: unknown): WaitView | null {
  const kind = pick(KINDS, own(value, 'kind'));
  const position = count(own(value, 'position'), 1e6);
  if (!kind || position === null) return null;
  const [fromMin, toMin] = [count(own(value, 'fromMin')), count(own(value, 'toMin'))];
  if (kind === 'range' && fromMin === null) return null;
  if (fromMin !== null && toMin !== null && fromMin > toMin) return null;
  const reason = pick(REASONS, own(value, 'reason'));
  const pending = own(value, 'pending');
  return {
    kind,
    position,
    changed: pick(CHANGES, own(value, 'changed')) ?? 'none',
    ...(fromMin === null ? {} : { fromMin }),
    ...(toMin === null ? {} : { toMin }),
    ...(reason ? { reason } : {}),
    ...(pending === undefined ? {} : { pending }),
  };
}

const pick = <Value extends string>(values: readonly Value[], value: unknown): Value | null =>
  values.find((each) => each === value) ?? null;
