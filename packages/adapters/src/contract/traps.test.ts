import { describe, expect, it } from 'vitest';
import { findTraps, tell, type Traps } from './traps.js';

const NOW = 1_800_000_000_000;
const aStatus = (more: object = {}) => ({ state: 'open', observedAt: NOW, supports: {}, ...more });
const kindsOf = (name: string, value: unknown): string[] =>
  Object.entries(findTraps(name, value)).flatMap(([kind, found]: [string, Traps[keyof Traps]]) =>
    found.length ? [kind] : [],
  );

describe('findTraps', () => {
  it.each<[what: string, kinds: string[], name: string, value: unknown]>([
    ['nothing', [], 'ServiceStatus', aStatus({ queue: { handleTimeMs: 240_000 }, wait: { p50Ms: 0, p90Ms: 0 } })],
    ['a state that is none', ['shape'], 'ServiceStatus', aStatus({ state: 'online' })],
    ['text for an instant', ['shape'], 'ServiceStatus', aStatus({ observedAt: '2026-11-22' })],
    ['seconds for an instant', ['dates'], 'ServiceStatus', aStatus({ observedAt: NOW / 1000 })],
    ['microseconds', ['dates'], 'ServiceStatus', aStatus({ observedAt: NOW * 1000 })],
    ['the year 1970', ['dates'], 'TicketReceipt', { ticketId: '1', replyBy: 0 }],
    ['the year 0001', ['dates'], 'TicketReceipt', { ticketId: '1', replyBy: -62_135_596_800_000 }],
    ['no date', [], 'TicketReceipt', { ticketId: '1', replyBy: null }],
    ['minutes for a duration', ['units'], 'ServiceStatus', aStatus({ queue: { handleTimeMs: 4 } })],
    ['seconds for a wait', ['units'], 'QueueSnapshot', { observedAt: NOW, estimate: { p50Ms: 60, p90Ms: 300 } }],
    ['a place from 0', ['places'], 'QueueSnapshot', { observedAt: NOW, position: 0 }],
    ['a place behind the end', ['sums'], 'QueueSnapshot', { observedAt: NOW, position: 4, queueLength: 3 }],
    ['more kept than told', ['sums'], 'ServiceStatus', aStatus({ accuracy: { samples: 1, withinP90: 2 } })],
    ['more free than there', ['sums'], 'ServiceStatus', aStatus({ agents: { online: 1, available: 2 } })],
    ['half longer than nine of ten', ['sums'], 'ServiceStatus', aStatus({ wait: { p50Ms: 9000, p90Ms: 8000 } })],
  ])('finds %s', (_, kinds, name, value) => {
    expect(kindsOf(name, value)).toEqual(kinds);
  });

  it('says where, in a line', () => {
    const { units } = findTraps('EventList', {
      events: [{ id: '1', type: 'queue', snapshot: { observedAt: NOW, handleTimeMs: 4 } }],
      cursor: '1',
    });
    expect(tell(units)).toBe('events[0].snapshot.handleTimeMs is 4 ms: seconds or minutes for milliseconds?');
    expect(tell([])).toBe('');
  });
});
