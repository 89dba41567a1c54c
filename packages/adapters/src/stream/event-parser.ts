// The event-stream format, byte by byte: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
import { HelpError } from '@helpkiosk/core';

/** An event larger than this, in UTF-16 units, is not waited for. */
const MOST_UNITS = 1_000_000;

/** One event. `id` null: it brought none of its own. `type`: `message` unless named. */
export interface StreamEvent {
  readonly id: string | null;
  readonly type: string;
  readonly data: string;
}

export interface EventParserOptions {
  onEvent: (event: StreamEvent) => void;
  /** The other side wants streams to be opened again after so many ms. */
  onRetry?: (afterMs: number) => void;
}

/**
 * Gives a function that takes a stream's bytes as they come, cut anywhere: inside a character, between CR and LF. Comments, unknown fields, and ids with a NUL are
 * passed over, a BOM at the beginning too; what is not followed by an empty line is no event. Bytes that are no UTF-8 become U+FFFD. Throws HelpError
 * `adapter-bad-answer` for an event of more than a million characters.
 */
export function createEventParser({ onEvent, onRetry }: EventParserOptions): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  let line = '';
  let endedWithReturn = false;
  let data: string[] = [];
  let units = 0;
  let [id, type]: [string | null, string] = [null, ''];

  const dispatch = (): void => {
    const event = { id, type: type || 'message', data: data.join('\n') };
    const isEvent = data.length > 0;
    [id, type, data, units] = [null, '', [], 0];
    if (isEvent) onEvent(event);
  };
  const take = (whole: string): void => {
    if (whole === '') return dispatch();
    const [, field, value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(whole)!;
    if (field === 'data') {
      data.push(value);
      units += value.length;
    } else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
  };
  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true });
    if (text === '') return;
    if (endedWithReturn && text[0] === '\n') text = text.slice(1);
    endedWithReturn = text === '' ? false : text.endsWith('\r');
    const lines = text.split(/\r\n|\n|\r/);
    lines[0] = line + lines[0];
    line = lines.pop()!;
    for (const whole of lines) take(whole);
    if (units + line.length > MOST_UNITS) throw new HelpError('adapter-bad-answer', { reason: 'event too big' });
  };
}
