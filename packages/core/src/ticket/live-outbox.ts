// The part `outbox` of the text under `hk:live=<instance>`: while it is there, the next page brings the sending back. The parts of others stay as they are.
import type { OutboxItem } from '../contracts.js';
import type { LivePort } from '../conversation/live-port.js';
import { own } from '../status/read-figures.js';

/** That of conversation/live-record.ts, which comes with all that a place in line needs. */
export const LIVE_OUTBOX_VERSION = 1;

/**
 * Says how many things were not taken by a host yet, refused ones too, and since when the oldest waits (epoch ms); without any it takes the part away, and with the last part the key. Nothing of what
 * they hold. `addedAt`: one more than is listed was put just now.
 */
export function markLiveOutbox(
  live: Pick<LivePort, 'read' | 'write'>,
  items: readonly Pick<OutboxItem, 'createdAt'>[],
  addedAt: number | null,
): void {
  const { version: _version, outbox, ...others } = readParts(live);
  const since = items.reduce((first, { createdAt }) => Math.min(first, createdAt), addedAt ?? Infinity);
  if (since === Infinity && outbox === undefined) return;
  if (since === Infinity && !Object.keys(others).length) return live.write(null);
  const count = Math.max(items.length, addedAt === null ? 0 : 1);
  const part = since === Infinity ? {} : { outbox: { count, since } };
  const text = JSON.stringify({ version: LIVE_OUTBOX_VERSION, ...others, ...part });
  if (text !== live.read()) live.write(text);
}

function readParts(live: Pick<LivePort, 'read'>): Record<string, unknown> {
  try {
    const parts = JSON.parse(live.read() ?? 'null') as unknown;
    return own(parts, 'version') === LIVE_OUTBOX_VERSION ? (parts as Record<string, unknown>) : {};
  } catch {
    return {}; // not ours: it is written over, or taken away
  }
}
