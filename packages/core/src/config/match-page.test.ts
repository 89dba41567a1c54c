import { describe, expect, it } from 'vitest';
import { matchPage } from './match-page.js';

describe('matchPage', () => {
  it.each([
    ['/orders', 'https://shop.example/orders', true],
    ['/orders', 'https://shop.example/orders?id=1', true],
    ['/orders?id=*', 'https://shop.example/orders?id=1', true],
    ['/orders?id=*', 'https://shop.example/orders', false],
    ['/orders*', 'https://shop.example/orders/12/items', true],
    ['*/items', 'https://shop.example/orders/12/items', true],
    ['/orders', 'https://shop.example/', false],
    ['https://shop.example/*', 'https://shop.example/x', true],
    ['https://shop.example/*', 'https://other.example/x', false],
    ['/a.b', 'https://shop.example/aXb', false],
    ['/*', 'no address', false],
  ])('holds %s against %s: %s', (pattern, page, fits) => {
    expect(matchPage(pattern, page)).toBe(fits);
  });
});
