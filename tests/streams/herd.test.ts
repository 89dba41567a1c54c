import { createHostAdapter } from '@helpkiosk/adapters';
import { describe, expect, it } from 'vitest';
import { simulateHerd } from './simulate-herd.mjs';

describe('a thousand customers who lose their host for a minute', () => {
  it('are no herd', { timeout: 120_000 }, async () => {
    const { whole, afterReturn, allBackAfterMs } = await simulateHerd({ createHostAdapter });
    const text = JSON.stringify({ whole, afterReturn, allBackAfterMs });
    expect(whole.requests, text).toBeGreaterThan(3000);
    expect(whole.ratio, text).toBeLessThan(3);
    expect(afterReturn.ratio, text).toBeLessThan(3);
    expect(allBackAfterMs, text).toBeLessThan(31_000);
  });
});
