import { h, type VNode } from 'preact';

/** Grey bars where text will be; shown only when loading takes longer than 300 ms. */
export function Skeleton({ label }: { label: string }): VNode {
  return (
    <div class="skeleton" role="img" aria-label={label}>
      {[1, 2, 3, 4, 5, 6].map(() => (
        <span />
      ))}
    </div>
  );
}
