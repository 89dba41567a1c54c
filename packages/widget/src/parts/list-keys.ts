/** Where an arrow key leads from `active` in a list of `count`; null for any other key. */
export function nextActive(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (Math.max(active, 0) + count - 1) % count;
  return null;
}
