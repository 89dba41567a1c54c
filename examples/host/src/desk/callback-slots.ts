import { createOfficeHours, type ServiceStatus } from '@helpkiosk/core';
import type { Shop } from '../shop/shop.js';
import type { Records } from '../store/store.js';

const HOUR_MS = 3_600_000;

/** The slots for calls that can still be had: on full hours while somebody answers the phone, from half an hour ahead on. */
export async function callbackSlots({
  store,
  shop,
  now,
}: {
  store: Pick<Records, 'wishes'>;
  shop: Shop;
  now: number;
}): Promise<NonNullable<ServiceStatus['callbackSlots']>> {
  const hours = createOfficeHours(shop.hours, { channel: 'phone' });
  const { perSlot, slotMs } = shop.callbacks;
  const first = Math.ceil((now + HOUR_MS / 2) / HOUR_MS) * HOUR_MS;
  const wished = await store.wishes.countCallbacks(first);
  const slots: { at: number; durationMs: number }[] = [];
  for (let at = first; at < now + shop.callbacks.hours * HOUR_MS; at += HOUR_MS) {
    if (!hours.isOpen(at) || !hours.isOpen(at + slotMs - 1)) continue;
    if ((wished.get(at) ?? 0) < perSlot) slots.push({ at, durationMs: slotMs });
  }
  return slots;
}
