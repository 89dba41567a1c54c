import type { Priority } from '@helpkiosk/core';
import { h, type VNode } from 'preact';

export interface PriorityCard {
  priority: Priority;
  title: string;
  /** What it is for. */
  example: string;
  /** "by 12:42"; empty where nothing can be promised. */
  by: string;
  /** "reply within 2 h". */
  rule: string;
}

/** How urgent it is: a card for each, with what it promises. */
export function PriorityCards({
  legend,
  cards,
  chosen,
  onChoose,
}: {
  legend: string;
  cards: readonly PriorityCard[];
  chosen: Priority;
  onChoose: (priority: Priority) => void;
}): VNode {
  return (
    <fieldset class="ask urgency">
      <legend>
        <b>{legend}</b>
      </legend>
      {cards.map(({ priority, title, example, by, rule }) => (
        <label class="card">
          <input
            type="radio"
            name="hk-priority"
            value={priority}
            checked={priority === chosen}
            onChange={() => onChoose(priority)}
          />
          <span>
            <b>{title}</b>
            <small>{example}</small>
          </span>
          {(by || rule) && (
            <span class="promised">
              {by && <b>{by}</b>}
              <small>{rule}</small>
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
