import { describe, expect, it } from 'vitest';
import { openStatusHours } from './status-hours.js';

const NOON = Date.parse('2026-11-23T12:00Z');
const schedule = (timeZone: string, open: string): object => ({
  desks: [{ timeZone, weekly: { 1: [[open, '18:00']] } }],
});

describe('openStatusHours', () => {
  it("takes the host's hours before the owner's", () => {
    const { hours, deskZone, problem } = openStatusHours(
      { hours: schedule('UTC', '13:00') },
      schedule('Asia/Tokyo', '09:00'),
    );
    expect([hours?.isOpen(NOON), deskZone, problem]).toEqual([false, 'UTC', undefined]);
  });

  it("falls back to the owner's where the host's cannot be read, and says why", () => {
    const { hours, deskZone, problem } = openStatusHours({ hours: schedule('UTC', '25:00') }, schedule('UTC', '11:00'));
    expect([hours?.isOpen(NOON), deskZone, problem?.code]).toEqual([true, 'UTC', 'adapter-bad-answer']);
    expect(problem?.details.problems).toHaveLength(1);
  });

  it("says what is wrong with the owner's", () => {
    const { hours, problem } = openStatusHours(null, { desks: [{ timeZone: 'x' }] });
    expect([hours, problem?.code]).toEqual([undefined, 'config-invalid']);
  });

  it('has none where nobody gives any', () => {
    expect(openStatusHours(null, undefined)).toEqual({});
  });

  it('names the zone of the desk that serves the asker', () => {
    const desks = [
      { timeZone: 'Asia/Tokyo', serves: { channels: ['phone'] } },
      { timeZone: 'Europe/Berlin', serves: { channels: ['chat'] } },
    ];
    expect(openStatusHours(null, { desks }, { channel: 'chat' }).deskZone).toBe('Europe/Berlin');
    expect(openStatusHours(null, { desks }, { channel: 'fax' }).deskZone).toBeUndefined();
  });
});
