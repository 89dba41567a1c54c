import { describe, expect, it } from 'vitest';
import { inZone } from './in-zone.js';

const at = (iso: string): number => Date.parse(iso);

describe('inZone', () => {
  it.each([
    ['2026-11-23T10:00Z', 'Asia/Shanghai', '2026-11-23T02:00Z', '2026-11-23T18:00+08:00', 0],
    ['2026-11-23T16:30Z', 'Asia/Shanghai', '2026-11-23T02:00Z', '2026-11-24T00:30+08:00', 1],
    ['2026-11-23T16:30Z', 'UTC', '2026-11-23T02:00Z', '2026-11-23T16:30+00:00', 0],
    ['2026-11-23T16:30:59.999Z', 'Asia/Kathmandu', '2026-11-22T02:00Z', '2026-11-23T22:15+05:45', 1],
    ['2026-11-23T01:00Z', 'America/St_Johns', '2026-11-24T12:00Z', '2026-11-22T21:30-03:30', -2],
    ['2026-10-25T01:30Z', 'Europe/Berlin', '2026-10-24T22:30Z', '2026-10-25T02:30+01:00', 0],
    ['2026-03-29T22:30Z', 'Europe/Berlin', '2026-03-28T23:30Z', '2026-03-30T00:30+02:00', 1],
    ['2026-11-23T10:00Z', 'Pacific/Kiritimati', '2026-11-23T09:59Z', '2026-11-24T00:00+14:00', 1],
  ])('shows %s in %s, seen from %s, as %s on day %i', (instant, zone, now, iso, dayOffset) => {
    expect(inZone(at(instant), zone, at(now))).toEqual({ iso, dayOffset });
  });

  it.each([
    ['timeZone', 0, 'Mars/Olympus', 0],
    ['at', NaN, 'UTC', 0],
    ['now', 0, 'UTC', Infinity],
  ])('refuses a %s that is none', (path, instant, zone, now) => {
    expect(() => inZone(instant, zone, now)).toThrow(
      expect.objectContaining({ code: 'config-invalid', details: { problems: [expect.objectContaining({ path })] } }),
    );
  });
});
