import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { streamEvents, type EventSink } from './event-stream.js';

/** The answer's side of a connection; `takes`: whether the other side reads. */
function aResponse({ takes = true } = {}) {
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    ...{ destroyed: false, closed: false, writableNeedDrain: !takes, written },
    writeHead: () => response,
    write: (text: string) => (written.push(text), takes),
    end: (done: () => void) => void (takes && done()),
    destroy: () => {
      response.destroyed = true;
      response.emit('close');
    },
  });
  return response;
}
type Response = ReturnType<typeof aResponse>;
const run = (response: Response, env: ReturnType<typeof createFakeEnv>, write: (sink: EventSink) => Promise<void>) =>
  streamEvents(response as unknown as ServerResponse, { headers: {}, world: env, write });

describe('streamEvents', () => {
  it('writes id, type and data of each event, one after the other', async () => {
    const response = aResponse();
    await run(response, createFakeEnv(), async (sink) => {
      await sink.send({ id: '1', type: 'state', data: { text: 'a\nb' } });
      await sink.send({ type: 'typing', data: 1 });
    });
    expect(response.written.join('')).toBe(
      ':\n\nid: 1\nevent: state\ndata: {"text":"a\\nb"}\n\nevent: typing\ndata: 1\n\n',
    );
  });

  it('ends although the reader has gone while the end was handed over', async () => {
    const response = aResponse({ takes: false });
    const stream = run(response, createFakeEnv(), async () => {});
    await Promise.resolve();
    response.emit('close');
    await expect(stream).resolves.toBeUndefined();
  });

  it('waits for a slow reader, and gives up on one who takes nothing for 30 s', async () => {
    const env = createFakeEnv();
    const slow = aResponse({ takes: false });
    const sent = run(slow, env, (sink) => sink.send({ type: 'x', data: 1 }));
    await env.settle();
    slow.emit('drain');
    await env.settle();
    slow.emit('close');
    await expect(sent).resolves.toBeUndefined();
    const gone = aResponse({ takes: false });
    const lost = run(gone, env, (sink) => sink.send({ type: 'x', data: 1 }));
    const refused = expect(lost).rejects.toThrow('takes nothing');
    await env.advance(30_000);
    await refused;
    expect([gone.destroyed, env.timerCount()]).toEqual([true, 0]);
  });
});
