import { HelpError, isAbortError } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { createEventPath } from './event-path.js';
import { keepEvents } from './keep-events.js';
import type { OpenEvents } from './read-once.js';

type Ask = Parameters<OpenEvents>[0];
type Answer = (ask: Ask) => Response | Promise<Response>;

const sse = (...events: readonly (readonly [id: number, members?: object])[]): string =>
  events
    .map(([id, members]) => `id: ${id}\ndata: ${JSON.stringify({ id: `${id}`, type: 'read', ...members })}\n\n`)
    .join('');
const stream = (start: (controller: ReadableStreamDefaultController<Uint8Array>) => void): Response =>
  new Response(new ReadableStream({ start }), { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
const ended =
  (text: string): Answer =>
  () =>
    stream((controller) => (controller.enqueue(new TextEncoder().encode(text)), controller.close()));
const cut =
  (text: string, type = 'text/event-stream'): Answer =>
  () => {
    let isSent = false;
    return new Response(
      new ReadableStream({
        pull: (controller) =>
          isSent
            ? controller.error(new TypeError('cut'))
            : ((isSent = true), controller.enqueue(new TextEncoder().encode(text))),
      }),
      { headers: { 'content-type': type } },
    );
  };
const silent: Answer = () => stream(() => {});
const list =
  (ids: readonly number[], cursor = ''): Answer =>
  () =>
    Response.json({ events: ids.map((id) => ({ id: `${id}`, type: 'read' })), cursor });
const refuse =
  (code: 'network' | 'unavailable' | 'refused' | 'rate-limited', retryAfterMs?: number): Answer =>
  () => {
    throw new HelpError(code, retryAfterMs ? { retryAfterMs } : {});
  };
const last = [99, { type: 'state', state: 'ended' }] as const;

/** Answers in turn; the last one again and again. */
function aWatch(answers: readonly Answer[], { after = null as string | null, seed = 1 } = {}) {
  const env = createFakeEnv({ seed });
  const controller = new AbortController();
  const path = createEventPath();
  const [asked, askedAt, heard]: [Ask[], number[], unknown[]] = [[], [], []];
  const open: OpenEvents = async (ask) => {
    asked.push(ask);
    askedAt.push(env.monotonic());
    await null; // an answer takes its time
    const answer = await answers[Math.min(asked.length, answers.length) - 1]!(ask);
    ask.signal.throwIfAborted();
    return answer;
  };
  const done = keepEvents({
    ...{ env, path, open, after, signal: controller.signal },
    emit: (event) => heard.push(Number(event['id'])),
  });
  done.catch(() => {});
  const waits = (): number[] => askedAt.slice(1).map((at, index) => at - askedAt[index]!);
  return { env, controller, path, asked, heard, done, waits };
}

describe('keepEvents', () => {
  it('asks on after the last event of a stream that broke, and emits none twice', async () => {
    const watch = aWatch([cut(sse([1], [2]) + 'id: 3\ndata: {"ty'), ended(sse([2], [3], last))], { after: '0' });
    await watch.env.advance(1000);
    await watch.done;
    expect([watch.heard, watch.asked.map(({ after }) => after)]).toEqual([
      [1, 2, 3, 99],
      ['0', '2'],
    ]);
    expect([watch.env.timerCount(), watch.env.listenerCount()]).toEqual([0, 0]);
  });

  it('hears nothing after the last event, and lets the connection go', async () => {
    const watch = aWatch([
      () => stream((controller) => controller.enqueue(new TextEncoder().encode(sse([1], last, [100])))),
    ]);
    await watch.done;
    expect([watch.heard, watch.asked[0]!.signal.aborted, watch.env.timerCount()]).toEqual([[1, 99], true, 0]);
  });

  it('passes over an event that cannot be read, and does not ask for it again', async () => {
    const watch = aWatch([ended('id: 1\ndata: {oops\n\nid: 2\ndata: 7\n\n'), ended(sse(last))]);
    await watch.env.advance(2000);
    await watch.done;
    expect([watch.heard, watch.asked[1]!.after]).toEqual([[99], '2']);
  });

  it('gives an event the id of its stream where it has none of its own', async () => {
    const watch = aWatch([ended('id: 5\ndata: {"type":"read"}\n\n' + sse(last))]);
    await watch.done;
    expect(watch.heard).toEqual([5, 99]);
  });

  it('takes no content for the end', async () => {
    const watch = aWatch([() => new Response(null, { status: 204 })]);
    await watch.done;
    expect(watch.heard).toEqual([]);
  });

  it('comes back within a second of a stream that the host ended, or when the host wants', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const watch = aWatch([ended(sse([1])), ended(`retry: 20000\n\n${sse([2])}`), ended(sse(last))], { seed });
      await watch.env.advance(60_000);
      await watch.done;
      const [first, second] = watch.waits();
      expect(first).toBeLessThanOrEqual(1000);
      expect(second).toBeLessThanOrEqual(20_000);
      expect(watch.asked.length).toBe(3);
    }
  });

  it('comes back later from a stream that had lived for long, since all others may be back too', async () => {
    const firsts = await Promise.all(
      Array.from({ length: 40 }, async (_, seed) => {
        let fail = (): void => {};
        const lived: Answer = () =>
          stream((controller) => {
            const say = (): void => controller.enqueue(new TextEncoder().encode(':\n\n'));
            for (let at = 15_000; at < 180_000; at += 15_000) watch.env.setTimer(say, at);
            fail = () => controller.error(new TypeError('cut'));
          });
        const watch = aWatch([lived, ended(sse(last))], { seed });
        await watch.env.advance(180_000);
        fail();
        await watch.env.advance(15_000);
        await watch.done;
        return watch.waits()[0]! - 180_000;
      }),
    );
    expect(Math.max(...firsts)).toBeLessThanOrEqual(15_000);
    expect(Math.max(...firsts)).toBeGreaterThan(12_000);
  });

  it('waits longer and longer with full jitter, 30 s at the most', async () => {
    const windows = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000];
    const longest = windows.map(() => 0);
    for (let seed = 1; seed <= 50; seed++) {
      const watch = aWatch([refuse('unavailable')], { seed });
      await watch.env.advance(400_000);
      watch.controller.abort();
      watch
        .waits()
        .slice(0, 8)
        .forEach((ms, index) => (longest[index] = Math.max(longest[index]!, ms)));
    }
    longest.forEach((ms, index) => {
      expect(ms).toBeLessThanOrEqual(windows[index]!);
      expect(ms).toBeGreaterThan(windows[index]! * 0.8);
    });
  });

  it('waits at least as long as it is told', async () => {
    const watch = aWatch([refuse('rate-limited', 5000), ended(sse(last))]);
    await watch.env.advance(4999);
    expect(watch.asked.length).toBe(1);
    await watch.env.advance(1001);
    await watch.done;
  });

  it('rejects with what will not pass', async () => {
    await expect(aWatch([refuse('refused')]).done).rejects.toMatchObject({ code: 'refused' });
  });

  it('asks by long polls after three streams that brought nothing, and tries a stream again later', async () => {
    const held: Answer = async (ask) => {
      await new Promise<void>((resolve) => watch.env.setTimer(resolve, 25_000));
      return list([], '')(ask);
    };
    const watch = aWatch([ended(''), cut(''), refuse('network'), list([1, 2], '2'), held]);
    await watch.env.advance(100_000);
    expect(watch.asked.map(({ isPoll }) => isPoll).slice(0, 6)).toEqual([false, false, false, true, true, true]);
    expect([watch.heard, watch.asked[4]!.after]).toEqual([[1, 2], '2']);
    await watch.env.advance(300_000);
    const streams = watch.asked.map(({ isPoll }) => isPoll).lastIndexOf(false);
    expect(streams).toBeGreaterThan(3);
    expect(watch.asked[streams + 1]?.isPoll, 'one more stream without anything, and it polls again').toBe(true);
    watch.controller.abort();
  });

  it('goes back to streams where long polls get no answer either', async () => {
    const watch = aWatch([refuse('network')]);
    await watch.env.advance(200_000);
    expect(watch.asked.map(({ isPoll }) => isPoll).slice(0, 8)).toEqual([
      ...[false, false, false, true],
      ...[false, false, false, true],
    ]);
    watch.controller.abort();
  });

  it('stays with long polls whose answer broke off', async () => {
    const watch = aWatch([
      ended(''),
      ended(''),
      ended(''),
      cut('{"events":[{"id":"1"', 'application/json'),
      list([1], '1'),
    ]);
    await watch.env.advance(60_000);
    expect(watch.asked.map(({ isPoll }) => isPoll).slice(0, 5)).toEqual([false, false, false, true, true]);
    expect(watch.heard).toEqual([1]);
    watch.controller.abort();
  });

  it('does not blame streams for a host that refuses', async () => {
    const watch = aWatch([refuse('unavailable')]);
    await watch.env.advance(300_000);
    expect(watch.asked.every(({ isPoll }) => !isPoll)).toBe(true);
    watch.controller.abort();
  });

  it('takes the answer of a long poll where a stream was asked for', async () => {
    const watch = aWatch([list([1], '7'), ended(sse(last))]);
    await watch.env.advance(1000);
    await watch.done;
    expect([watch.heard, watch.asked[1]!.after]).toEqual([[1, 99], '7']);
  });

  it('asks no quicker for answers that come at once and empty', async () => {
    const watch = aWatch([list([])]);
    await watch.env.advance(600_000);
    expect(watch.asked.length).toBeLessThan(80);
    watch.controller.abort();
  });

  it('gives up a stream that is silent for 45 s, and opens another', async () => {
    const watch = aWatch([silent]);
    await watch.env.advance(44_999);
    expect([watch.asked.length, watch.asked[0]!.signal.aborted]).toEqual([1, false]);
    await watch.env.advance(1001);
    expect([watch.asked.length, watch.asked[0]!.signal.aborted]).toEqual([2, true]);
    watch.controller.abort();
  });

  it('tries once off line, rests then, and comes back within a second of the network', async () => {
    const watch = aWatch([refuse('network'), ended(sse(last))]);
    watch.env.setOnline(false);
    await watch.env.advance(3_600_000);
    expect(watch.asked.length).toBe(1);
    watch.env.setOnline(true);
    await watch.env.advance(1000);
    await watch.done;
    expect(watch.asked.length).toBe(2);
  });

  it('goes on while the page is hidden, and rests after half an hour of it', async () => {
    const watch = aWatch([refuse('unavailable')]);
    watch.env.setVisible(false);
    await watch.env.advance(1_790_000);
    const count = watch.asked.length;
    expect(count).toBeGreaterThan(50);
    await watch.env.advance(60_000);
    const resting = watch.asked.length;
    await watch.env.advance(3_600_000);
    expect(watch.asked.length).toBe(resting);
    watch.env.setVisible(true);
    await watch.env.advance(1000);
    expect(watch.asked.length).toBe(resting + 1);
    watch.controller.abort();
  });

  it.each<[string, Answer, number]>([
    ['a stream that is open', silent, 0],
    ['a stream that does not open', () => new Promise(() => {}), 0],
    ['a wait', refuse('unavailable'), 10],
  ])('ends at once in %s when nobody watches any more', async (_what, answer, ms) => {
    const watch = aWatch([answer]);
    await watch.env.advance(ms);
    watch.controller.abort();
    await expect(watch.done).rejects.toSatisfy((error: unknown) => isAbortError(error));
    expect(watch.asked[0]!.signal.aborted).toBe(true);
    expect([watch.env.timerCount(), watch.env.listenerCount()]).toEqual([0, 0]);
  });
});
