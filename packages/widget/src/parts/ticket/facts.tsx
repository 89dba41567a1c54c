import { h, type ComponentChildren, type VNode } from 'preact';

export interface Fact {
  name: string;
  value: ComponentChildren;
}

/** Names and values, one a row. */
export function Facts({ facts }: { facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
