import { describe, expect, it } from 'vitest';
import { barLine, createProgressBar } from './progress-bar.js';

describe('barLine', () => {
  it.each([
    [0, 4, `[${'-'.repeat(24)}]   0 %  0 of 4 files`],
    [1, 4, `[${'#'.repeat(6)}${'-'.repeat(18)}]  25 %  1 of 4 files`],
    [4, 4, `[${'#'.repeat(24)}] 100 %  4 of 4 files`],
    [0, 0, `[${'#'.repeat(24)}] 100 %  0 of 0 files`],
  ])('shows share and count of %i of %i', (done, total, line) => {
    expect(barLine(done, total)).toBe(line);
  });
});

describe('createProgressBar', () => {
  function draw(times: readonly number[], total: number): string[] {
    const drawn: string[] = [];
    let now = 0;
    const nothing = (): void => {};
    const bar = createProgressBar({ out: nothing, error: nothing, monotonic: () => now, progress: (line) => void drawn.push(line) }); // prettier-ignore
    times.forEach((time, place) => {
      now = time;
      bar(place + 1, total);
    });
    return drawn.map((line) => line.replace(/^.*%\s+/, ''));
  }

  it('stays quiet for a second', () => {
    expect(draw([10, 500, 999], 3)).toEqual([]);
  });

  it('draws ten times a second at the most, and always the end', () => {
    expect(draw([1000, 1001, 1050, 1100, 1101, 1102], 6)).toEqual(['1 of 6 files', '4 of 6 files', '6 of 6 files']);
  });

  it('draws nothing where nobody watches', () => {
    const bar = createProgressBar({ out: () => {}, error: () => {}, monotonic: () => 9e9 });
    expect(() => bar(1, 2)).not.toThrow();
  });
});
