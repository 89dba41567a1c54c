import {
  formatAccuracy,
  formatPlace,
  formatWait,
  type TimeWording,
  type WaitingQueue,
  type WaitView,
} from '@helpkiosk/core';
import type { WaitCardProps } from './wait-card.js';
import { figureOf } from './wait-figure.js';

/** Which face of the wait card is shown; "your turn", the seventh, is a card of its own. */
export type WaitFace = 'soon' | 'range' | 'risen' | 'past' | 'unknown' | 'stale';

/** The first that holds: old news goes before what it says, and what it says before why. */
export function faceOf({ freshness, wait, pastAnnounced, reason }: WaitingQueue): WaitFace {
  if (freshness !== 'live') return 'stale';
  if (wait.kind === 'unknown') return 'unknown';
  if (pastAnnounced) return 'past';
  if (reason || wait.changed === 'up') return 'risen';
  return wait.kind === 'soon' ? 'soon' : 'range';
}

/** Everything that the card says of one moment in line. A figure that is too old to hold, or that nobody can name, is not there. */
export function wordWait(queue: WaitingQueue, words: TimeWording): WaitCardProps {
  const { t } = words;
  const { freshness, ageMs, queueLength, progress } = queue;
  const face = faceOf(queue);
  const position = queue.position ?? 0;
  const figure = freshness === 'unknown' ? '' : figureOf(queue.wait, words);
  return {
    face,
    label: t(!figure ? 'wait.unknown.title' : face === 'past' ? 'wait.label.past' : 'wait.label'),
    figure,
    unit: figure && t('wait.unit'),
    place: formatPlace(position, words),
    ahead: position > 1 ? t('wait.ahead', { count: position - 1 }) : '',
    age: ageMs === null ? '' : ageMs < 60_000 ? t('status.age.now') : t('status.age', { span: words.span(ageMs) }),
    notes: notesOf(queue, face, words),
    accuracy: figure && formatAccuracy(queue, words),
    position,
    length: queueLength,
    progress,
    you: t('wait.you'),
  };
}

/** The sentences under the bar: what has happened, then what can be done. */
function notesOf({ reason, ageMs, wait }: WaitingQueue, face: WaitFace, { t, span }: TimeWording): string[] {
  const risen = reason ? t(`wait.risen.${reason}`) : wait.changed === 'up' ? t('wait.risen') : '';
  const notes: Record<WaitFace, string[]> = {
    soon: [],
    range: [],
    risen: [risen],
    past: [t('wait.past'), risen, t('wait.past.offer')],
    unknown: [t('wait.unknown.hint'), risen],
    stale: [ageMs === null ? t('wait.stale.first') : t('wait.stale', { span: span(ageMs) })],
  };
  return notes[face].filter(Boolean);
}

/**
 * What a screen reader is told of a moment in line, by topic, for `createWaitSpeech`: where and how long, and what has happened to it. While the
 * news is old only that is said, without its growing age; before the first news nothing is.
 */
export function speakWait(queue: WaitingQueue, words: TimeWording): Record<string, string> {
  if (queue.ageMs === null) return {};
  const { t } = words;
  const face = faceOf(queue);
  if (face === 'stale') return { news: t('speech.stale') };
  const view: WaitView = { ...queue.wait, position: queue.position ?? 0 };
  return {
    line: t('speech.sentence', { text: formatWait(view, words) }),
    change: notesOf(queue, face, words).join(' '),
  };
}
