import { createOfficeHours, type ServiceStatus } from '@helpkiosk/core';
import type { HostTicketForm, Shop } from '../shop/shop.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { callbackSlots } from './callback-slots.js';
import type { Desk } from './desk.js';

const ACCURACY_MS = 30 * 86_400_000;
/** What is younger than this is given again as it is, so that a thousand readers cost no more than one. */
const FRESH_MS = 1000;

/** The channel whose waits are announced and counted. */
export const CHAT = 'chat';

export interface StatusSource {
  read(): Promise<ServiceStatus>;
}

export interface StatusOptions {
  store: HostStore;
  desk: Desk;
  world: HostWorld;
  shop: Shop;
  pollMs: number;
  supports: ServiceStatus['supports'];
}

/** What the service is like now. One reading serves all who ask within a second. */
export function createStatus({ store, desk, world, shop, pollMs, supports }: StatusOptions): StatusSource {
  const hours = createOfficeHours(shop.hours, { channel: CHAT });
  const forms = shop.forms.map(asPublished);
  let kept: { at: number; status: Promise<ServiceStatus> } | null = null;
  const make = async (now: number): Promise<ServiceStatus> => {
    const { observedAt, ...queue } = desk.snapshot();
    const { slots = 0, busySlots = 0, queueLength = 0 } = queue;
    const isOpen = hours.isOpen(now);
    const peak = queueLength > slots * shop.peakPerSlot;
    const nextChangeAt = hours.nextChange(now);
    return {
      state: isOpen ? (peak ? 'busy' : 'open') : 'closed',
      observedAt,
      pollMs,
      ...(nextChangeAt === null ? {} : { nextChangeAt }),
      agents: { online: desk.agents().length, available: freeAgents(desk) },
      queue: { ...queue, busySlots, queueLength, slots },
      accuracy: await store.announcements.accuracy(CHAT, now - ACCURACY_MS),
      peak,
      notices: shop.notices,
      hours: shop.hours,
      replyPolicy: shop.replyPolicy,
      forms,
      actions: shop.actions.map(({ form }) => form),
      callbackSlots: await callbackSlots({ store, shop, now }),
      supports,
    };
  };
  return {
    read() {
      const now = world.now();
      if (!kept || now < kept.at || now - kept.at >= FRESH_MS) {
        const status = make(now);
        kept = { at: now, status };
        status.catch(() => void (kept = null));
      }
      return kept.status;
    },
  };
}

const freeAgents = (desk: Desk): number =>
  desk.agents().filter((agent) => desk.heldBy(agent.id).length < agent.slots).length;

/** Without the checks, which are this side's. */
const asPublished = ({ id, topic, fields }: HostTicketForm): HostTicketForm => ({ id, topic, fields });
