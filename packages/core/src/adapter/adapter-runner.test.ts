import { describe, expect, it } from 'vitest';
import type { HelpAdapter } from '../contracts.js';
import { HelpError } from '../errors.js';
import { createDeferred } from '../testing/deferred.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { CALL_TIMEOUT_MS, createAdapterRunner } from './adapter-runner.js';

const signal = new AbortController().signal;
const aRunner = (adapter?: HelpAdapter, env = createFakeEnv()) => ({ env, runner: createAdapterRunner(adapter, env) });
const failing = (thrown: unknown) => aRunner({ getServiceStatus: () => Promise.reject(thrown) });
const codeOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'fulfilled',
    (error) => error.code,
  );
const status = (runner: ReturnType<typeof aRunner>['runner'], own = signal) =>
  runner.call('getServiceStatus', { locale: 'en' }, { signal: own });

describe('createAdapterRunner', () => {
  it('has what is there, and what the host serves of it', () => {
    const { runner } = aRunner({ startConversation: async () => ({}) as never, watchQueue: async () => {} });
    expect([runner.has('startConversation'), runner.has('leaveQueue')]).toEqual([true, false]);
    runner.setSupports({ watchQueue: true, leaveQueue: true });
    expect([runner.has('startConversation'), runner.has('watchQueue'), runner.has('leaveQueue')]).toEqual([
      ...[false, true, false],
    ]);
    runner.setSupports(null);
    expect(runner.has('startConversation')).toBe(true);
  });

  it('believes no capability that a prototype gives', () => {
    const { runner } = aRunner({ watchQueue: async () => {} });
    runner.setSupports(Object.create({ watchQueue: true }));
    expect(runner.has('watchQueue')).toBe(false);
  });

  it('calls a method on its adapter', async () => {
    class Desk {
      readonly #state = 'open';
      async getServiceStatus(): Promise<never> {
        return this.#state as never;
      }
    }
    await expect(status(aRunner(new Desk()).runner)).resolves.toBe('open');
  });

  it('takes an answer that is no promise, and a method that throws at once', async () => {
    const { runner } = aRunner({
      getServiceStatus: (() => 7) as never,
      leaveQueue: (() => {
        throw { status: 404 };
      }) as never,
    });
    await expect(status(runner)).resolves.toBe(7);
    expect(await codeOf(runner.call('leaveQueue', {}, { signal }))).toBe('refused');
  });

  it.each<[unknown, string]>([
    [new HelpError('conflict'), 'conflict'],
    [{ code: 'forbidden' }, 'forbidden'],
    [{ code: 'no-such-code' }, 'internal'],
    [{ status: 401 }, 'unauthorized'],
    [{ status: 429 }, 'rate-limited'],
    [{ status: 422 }, 'refused'],
    [{ statusCode: 503 }, 'unavailable'],
    [new TypeError('Failed to fetch'), 'network'],
    [new TypeError('Load failed'), 'network'],
    [new TypeError('x is not a function'), 'internal'],
    [new DOMException('slow', 'TimeoutError'), 'timeout'],
    [new DOMException('gave up', 'AbortError'), 'unavailable'],
    ['text', 'internal'],
    [undefined, 'internal'],
    [null, 'internal'],
  ])('maps %o to %s', async (thrown, code) => {
    expect(await codeOf(status(failing(thrown).runner))).toBe(code);
  });

  it('keeps the cause and how long to wait', async () => {
    const thrown = { status: 429, retryAfterMs: 5000 };
    await expect(status(failing(thrown).runner)).rejects.toMatchObject({
      cause: thrown,
      details: { method: 'getServiceStatus', retryAfterMs: 5000 },
    });
    await expect(status(failing({ status: 429, retryAfterMs: NaN }).runner)).rejects.not.toHaveProperty(
      'details.retryAfterMs',
    );
  });

  it('keeps the problems that a host names', async () => {
    const problems = [{ path: 'fields.order', message: 'is unknown', more: 1 }, { path: 7 }, null];
    const kept = [{ path: 'fields.order', message: 'is unknown' }];
    for (const thrown of [
      { status: 422, problems },
      { status: 422, details: { problems } },
    ])
      await expect(status(failing(thrown).runner)).rejects.toMatchObject({
        code: 'refused',
        details: { problems: kept },
      });
    await expect(status(failing({ status: 422, problems: 'x' }).runner)).rejects.not.toHaveProperty('details.problems');
  });

  it('takes a failure off line for the network', async () => {
    const { runner, env } = failing(new Error('?'));
    env.setOnline(false);
    expect(await codeOf(status(runner))).toBe('network');
  });

  it('survives an error that throws when it is looked at', async () => {
    const thrown = new Proxy(
      {},
      {
        get: () => expect.unreachable(),
        getOwnPropertyDescriptor: () => {
          throw Error();
        },
      },
    );
    expect(await codeOf(status(failing(thrown).runner))).toBe('internal');
  });

  it('gives up after 20 s, and aborts the call', async () => {
    let given: AbortSignal | undefined;
    const { runner, env } = aRunner({
      getServiceStatus: (_input, options) => ((given = options.signal), new Promise(() => {})),
    });
    const code = codeOf(status(runner));
    await env.advance(CALL_TIMEOUT_MS);
    expect(await code).toBe('timeout');
    expect(given?.aborted).toBe(true);
    expect(env.timerCount()).toBe(0);
  });

  it('ends at once when its caller goes, whatever the adapter does', async () => {
    const { runner, env } = aRunner({ getServiceStatus: () => new Promise(() => {}) });
    const caller = new AbortController();
    const call = status(runner, caller.signal);
    caller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await expect(status(runner, caller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(env.timerCount()).toBe(0);
  });

  it('lets nothing through from a stream that has ended', async () => {
    const ended = createDeferred();
    let emit!: (value: never) => void;
    const { runner } = aRunner({ watchQueue: (input) => ((emit = input.emit), ended.promise) });
    const heard: unknown[] = [];
    const stream = runner.watch('watchQueue', { conversationId: 'c1' }, { signal, emit: (value) => heard.push(value) });
    emit(1 as never);
    ended.resolve();
    await stream;
    emit(2 as never);
    expect(heard).toEqual([1]);
  });

  it('names a method that is missing', async () => {
    await expect(aRunner().runner.call('leaveQueue', {}, { signal })).rejects.toMatchObject({
      code: 'adapter-missing-method',
      details: { method: 'leaveQueue' },
    });
  });
});
