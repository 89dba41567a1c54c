import type { ServiceStatus } from '@helpkiosk/core';
import type { DeskLife } from './desk-life.js';
import {
  CLOSES_HOUR,
  isOpenAt,
  MINUTE_MS,
  nextOpeningOrClosing,
  OPENS_HOUR,
  SLOTS_OF_AGENT,
  weekLoad,
} from './desk-plan.js';

/** What the desk says of itself. `now`: the time there, in epoch ms. */
export function statusOf(
  { desk, outageAt }: Pick<DeskLife, 'desk' | 'outageAt'>,
  { now, pollMs }: { now: number; pollMs: number },
): ServiceStatus {
  const { observedAt, position: _none, ...queue } = desk.snapshot();
  const online = desk.agents();
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  const everyDay = [[clock(OPENS_HOUR), clock(CLOSES_HOUR)]] as const;
  const isBusy = queue.queueLength! > online * SLOTS_OF_AGENT;
  return {
    state: !isOpenAt(now) ? 'closed' : isBusy ? 'busy' : 'open',
    ...{ observedAt, pollMs, nextChangeAt: nextOpeningOrClosing(now), queue },
    agents: { online, available: Math.max(online - Math.ceil(queue.busySlots! / SLOTS_OF_AGENT), 0) },
    load: { timeZone: 'UTC', byWeekdayHour: weekLoad() },
    accuracy: desk.accuracy(),
    hours: {
      desks: [
        {
          ...{ name: 'Simulated desk', timeZone: 'UTC' },
          weekly: { 1: everyDay, 2: everyDay, 3: everyDay, 4: everyDay, 5: everyDay, 6: everyDay, 7: everyDay },
        },
      ],
    },
    notices: outageAt === null ? [] : [outageNotice(outageAt)],
    supports: {
      getServiceStatus: true,
      startConversation: true,
      resumeConversation: true,
      watchQueue: true,
      leaveQueue: true,
    },
  };
}

const outageNotice = (since: number) => ({
  ...{ id: `outage-${since}`, level: 'outage' as const, since, nextNewsAt: since + 30 * MINUTE_MS },
  text: {
    en: 'Our systems are down. Agents cannot start new conversations.',
    'zh-Hans': '系统发生故障，客服暂时无法接待新的会话。',
    'zh-Hant': '系統發生故障，客服暫時無法接待新的對話。',
  },
});
