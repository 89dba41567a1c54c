import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.js';

const NAMES = ['init', 'build', 'check', 'serve'];

describe('nearestName', () => {
  it.each([
    ['biuld', 'build'],
    ['hceck', 'check'],
    ['server', 'serve'],
    ['Init', 'init'],
    ['ch', 'check'],
    ['xyzzy', null],
    ['', null],
  ])('takes %s for %s', (written, name) => {
    expect(nearestName(written, NAMES)).toBe(name);
  });
});
