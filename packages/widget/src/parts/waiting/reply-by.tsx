import { formatPromise, type TimeWording } from '@helpkiosk/core';
import { h, type VNode } from 'preact';

export interface ReplyByProps {
  /** null: nothing can be promised. */
  replyBy: number | null;
  /** On the clock that promises are counted by; drawn anew by its owner as time passes, once a minute. */
  now: number;
  words: TimeWording;
  deskZone?: string | undefined;
  /** Large, for a receipt; else one sentence. */
  large?: boolean;
}

/** By when an answer is promised, and how long that is from now; that it is late once it is. */
export function ReplyBy({ replyBy, now, words, deskZone, large = false }: ReplyByProps): VNode {
  const sentence = formatPromise(replyBy, words, { now, ...(deskZone ? { deskZone } : {}) });
  if (!large || replyBy === null || replyBy < now) return <p class="promise">{sentence}</p>;
  const time = words.when(replyBy, now);
  const atDesk = words.whenAtDesk(replyBy, now, deskZone);
  return (
    <p class="promise is-large">
      <span>{words.t('promise.label')}</span>
      <time dateTime={new Date(replyBy).toISOString()}>{time}</time>
      <small>{words.t('promise.left', { span: words.span(replyBy - now) })}</small>
      {atDesk !== time && <small>{atDesk}</small>}
    </p>
  );
}
