import { h, type ComponentChildren, type VNode } from 'preact';
import { Icon } from './icon.js';
import { ALERT } from './more-icons.js';

export interface NoticeProps {
  title: string;
  children: ComponentChildren;
  /** The path of its icon; default: the triangle of a failure. */
  icon?: string;
}

/** One thing that the customer has to know, with what can be done about it. */
export function Notice({ title, children, icon = ALERT }: NoticeProps): VNode {
  return (
    <div class={icon === ALERT ? 'notice alert' : 'notice'}>
      <Icon path={icon} />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}

/** A button with an outline: the way on from a notice, or a choice. */
export function Button({ label, onPress }: { label: string; onPress: () => void }): VNode {
  return (
    <button type="button" class="button" onClick={onPress}>
      {label}
    </button>
  );
}
