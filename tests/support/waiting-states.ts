// Hand-made moments of waiting: a line, a service, and a port that holds them. Deterministic: a Sunday, 2026-11-22, 10:20 UTC.
import {
  createOfficeHours,
  createStore,
  readServiceStatus,
  type AlertsView,
  type Env,
  type OfficeHoursSchedule,
  type QueueView,
  type ServiceView,
  type WaitingPort,
  type WaitingQueue,
} from '@helpkiosk/core';

const NOW = Date.UTC(2026, 10, 22, 10, 20);
const HOUR_MS = 3_600_000;

/** Every day from 8 to 22 in London, and a night on Fridays. */
export const SCHEDULE: OfficeHoursSchedule = {
  desks: [
    {
      timeZone: 'Europe/London',
      weekly: {
        1: [['08:00', '22:00']],
        2: [['08:00', '22:00']],
        3: [['08:00', '22:00']],
        4: [['08:00', '22:00']],
        5: [
          ['08:00', '12:00'],
          ['18:00', '02:00'],
        ],
        7: [['08:00', '22:00']],
      },
    },
  ],
};

/** An ordinary week: busy at ten and in the evening, quiet at three in the afternoon. */
const DAY = [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.9, 0.85, 0.6, 0.55, 0.5, 0.45, 0.3, 0.5, 0.68, 0.8, 1, 0.98, 0.78, 0, 0];

/** A status as a host would send it. */
export const aStatus = (changes: object = {}): object => ({
  state: 'open',
  observedAt: NOW - 20_000,
  agents: { online: 14, available: 2 },
  queue: { queueLength: 6, slots: 40, busySlots: 22 },
  wait: { p50Ms: 190_000, p90Ms: 290_000 },
  accuracy: { samples: 1204, withinP90: 1093 },
  load: { timeZone: 'Europe/London', byWeekdayHour: Array.from({ length: 7 }, () => DAY).flat() },
  notices: [],
  supports: {},
  ...changes,
});

/** What the page would know of the service by that status. */
export function aService(status: object | null = aStatus(), changes: Partial<ServiceView> = {}): ServiceView {
  const hours = createOfficeHours(SCHEDULE);
  return {
    facts: readServiceStatus(status, { now: NOW, hours }),
    now: NOW,
    waitNow: status ? { kind: 'range', position: 7, fromMin: 3, toMin: 5, changed: 'none' } : null,
    hours,
    deskZone: 'Europe/London',
    replyPolicy: {
      p0: { basis: 'clock', minutes: 15 },
      p1: { basis: 'business', minutes: 120 },
      normal: { basis: 'next-working-day' },
    },
    asking: status ? 'asked' : 'none',
    error: null,
    canJoin: true,
    supports: { requestCallback: true, submitTicket: true },
    ...changes,
  };
}

/** The third in line, for some minutes. */
export const aQueue = (changes: Partial<WaitingQueue> = {}): WaitingQueue => ({
  name: 'waiting',
  question: 'Customs wants the invoice; download fails',
  position: 3,
  queueLength: 9,
  wait: { kind: 'range', position: 3, fromMin: 4, toMin: 7, changed: 'none' },
  reason: null,
  freshness: 'live',
  ageMs: 10_000,
  stream: 'live',
  waitedMs: 200_000,
  announced: { p50Ms: 360_000, p90Ms: 600_000 },
  pastAnnounced: false,
  progress: 0.56,
  accuracy: { samples: 40, withinP90: 36 },
  ...changes,
});

const range = (fromMin: number, toMin: number) =>
  ({ kind: 'range', position: 3, fromMin, toMin, changed: 'none' }) as const;

/** The faces of the wait card and what surrounds them, by name. */
export const QUEUES: Readonly<Record<string, QueueView>> = {
  soon: aQueue({ position: 1, wait: { kind: 'soon', position: 1, changed: 'none' }, progress: 0.92 }),
  range: aQueue(),
  risen: aQueue({
    position: 4,
    queueLength: 10,
    wait: { ...range(6, 9), position: 4, changed: 'up' },
    reason: 'urgent-first',
  }),
  past: aQueue({ wait: range(3, 6), pastAnnounced: true, waitedMs: 720_000, reason: 'fewer-agents', progress: 0.7 }),
  unknown: aQueue({ wait: { kind: 'unknown', position: 3, changed: 'none' } }),
  stale: aQueue({ freshness: 'stale', ageMs: 190_000, stream: 'lost' }),
  lost: aQueue({ freshness: 'unknown', ageMs: 900_000, stream: 'lost' }),
  far: aQueue({ position: 23, queueLength: 31, wait: { ...range(25, 40), position: 23 }, progress: 0.1 }),
  over: aQueue({ position: 31, wait: { kind: 'over', position: 31, fromMin: 60, changed: 'none' }, progress: 0.05 }),
  turn: { name: 'turn', question: '', leftMs: 45_000, accepted: false, conversationId: 'c1' },
  opening: { name: 'turn', question: '', leftMs: 45_000, accepted: true, conversationId: 'c1' },
  left: { name: 'left', question: '', why: 'freed', undoLeftMs: 7000, turnCame: false },
  missed: { name: 'over', why: 'missed' },
  failed: { name: 'none', failed: 'unavailable' },
};

const notice = {
  id: 'tracking',
  level: 'outage',
  text: {
    en: 'The carrier’s tracking is down. Parcels keep moving; only what you see of them is missing.',
    zh: '承运商的查询接口中断。包裹照常运输，只是看不到进度。',
  },
  since: NOW - 2 * HOUR_MS,
  nextNewsAt: NOW + HOUR_MS,
};
const peak = {
  state: 'busy',
  peak: true,
  queue: { queueLength: 31, slots: 40, busySlots: 39 },
  wait: { p50Ms: 1_520_000, p90Ms: 2_300_000 },
};

/** States of the service, by name. */
export const SERVICES: Readonly<Record<string, ServiceView>> = {
  open: aService(),
  peak: aService(aStatus(peak), { waitNow: { ...range(25, 40), position: 32 } }),
  outage: aService(aStatus({ ...peak, notices: [notice] }), { waitNow: { ...range(25, 40), position: 32 } }),
  closed: aService(
    aStatus({ state: 'closed', agents: { online: 0 }, wait: undefined, nextChangeAt: NOW + 21 * HOUR_MS }),
  ),
  stale: aService(aStatus({ observedAt: NOW - 90_000 })),
  'own-hours': aService(null, { supports: {} }),
  failed: aService(null, { asking: 'asked', error: 'network' }),
};

/** A port that holds these states; `called` lists the verbs that were used. */
export function aPort({
  queue = { name: 'none', failed: null } as QueueView,
  service = SERVICES['open']!,
  alerts = { notifications: 'default', sound: true } as AlertsView,
  env = { now: () => NOW, monotonic: () => 0, setTimer: () => () => {} } as unknown as Env,
} = {}) {
  const called: string[] = [];
  const verb =
    (name: string) =>
    (...values: unknown[]): void =>
      void called.push([name, ...values].join(' '));
  const stores = { service: createStore(service), queue: createStore(queue), alerts: createStore(alerts) };
  const port: WaitingPort = {
    ...stores,
    env,
    watchService: () => (called.push('watchService'), verb('unwatch')),
    refreshStatus: async () => verb('refreshStatus')(),
    join: async () => verb('join')(),
    leave: verb('leave'),
    helped: verb('helped'),
    accept: verb('accept'),
    decline: verb('decline'),
    undoLeave: verb('undoLeave'),
    dismiss: verb('dismiss'),
    allowNotifications: async () => verb('allowNotifications')(),
    allowSound: verb('allowSound'),
  };
  return { port, called, ...stores };
}
