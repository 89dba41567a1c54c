import type { AlertsView } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { BELL, SOUND } from './waiting-icons.js';

export interface AlertRowsProps {
  alerts: AlertsView;
  words: Record<'title' | 'keep' | 'allow' | 'on' | 'denied' | 'sound', string>;
  onAllow(): void;
  onSound(allowed: boolean): void;
}

/** How the customer is called when it is their turn. The browser is asked by the press on the button, never before. */
export function AlertRows({ alerts: { notifications, sound }, words, onAllow, onSound }: AlertRowsProps): VNode {
  const hint = notifications === 'granted' ? words.on : notifications === 'denied' ? words.denied : words.keep;
  return (
    <div class="alerts">
      <div>
        <Icon path={BELL} />
        <p>
          {words.title}
          <small>{hint}</small>
        </p>
        {notifications === 'default' && (
          <button type="button" class="choice" onClick={() => onAllow()}>
            {words.allow}
          </button>
        )}
      </div>
      <button type="button" role="switch" aria-checked={sound} onClick={() => onSound(!sound)}>
        <Icon path={SOUND} />
        <span>{words.sound}</span>
        <span class="switch" />
      </button>
    </div>
  );
}
