import type { QueueSnapshot, WaitReason } from '../contracts.js';

/** A conversation that takes longer by less than this is within the noise. */
const LONGER = 1.1;

/**
 * Why a wait may have become longer between two snapshots: an outage that the host tells of; the position went up; fewer slots, or fewer agents where slots are
 * not told; conversations that take longer by more than a tenth. undefined: nothing tells. The first that holds is the one.
 */
export function waitCause(before: QueueSnapshot | null, now: QueueSnapshot, outage: boolean): WaitReason | undefined {
  if (outage) return 'outage';
  if (!before) return undefined;
  if (now.position! > before.position!) return 'urgent-first';
  if (now.slots! < before.slots!) return 'fewer-agents';
  const slotsTold = now.slots !== undefined && before.slots !== undefined;
  if (!slotsTold && now.agentsOnline! < before.agentsOnline!) return 'fewer-agents';
  return now.handleTimeMs! > LONGER * before.handleTimeMs! ? 'longer-conversations' : undefined;
}
