import { describe, expect, it } from 'vitest';
import { createDeferred, createFakeEnv } from '@helpkiosk/core/testing';
import type { ClaimPort } from './host-session.js';
import type { HostAdapterOptions } from './host-adapter.js';
import { aFakeHost, aProblem, HOST_NOW, sessions, type Answers } from './testing/fake-host.js';

const aHost = (answers: Answers, options: Partial<HostAdapterOptions> = {}) =>
  aFakeHost(createFakeEnv(), answers, options);
type Host = ReturnType<typeof aHost>;

const o = { signal: new AbortController().signal };
const keep = (claim: string | null): ClaimPort & { kept: string | null } => ({
  kept: claim,
  async read() {
    return this.kept;
  },
  async write(next) {
    this.kept = next;
  },
});
const done = () => new Response(null, { status: 204 });
const end = ({ adapter }: Host, options = o) => adapter.endConversation!({ conversationId: 'c1' }, options);
const bearers = ({ received }: Host): (string | null)[] => received.map(({ headers }) => headers.get('authorization'));
const ofSession = (host: Host) => host.received.filter(({ route }) => route === 'POST session');
/** Takes no token but the newest that it gave. */
function strict(answers: Answers = {}): Answers {
  let count = 0;
  return {
    'POST session': () => Response.json({ token: `t${++count}`, expiresAt: 4e12, customerId: 'c', claim: 'claim-1' }),
    'POST conversations/c1/end': ({ headers }) =>
      headers.get('authorization') === `Bearer t${Math.max(count, 2)}`
        ? done()
        : aProblem(401, { code: 'unauthorized' }),
    ...answers,
  };
}

describe('a session with a host', () => {
  it('is made once for requests that come together', async () => {
    const host = aHost({ 'POST session': sessions(), 'POST conversations/c1/end': done });
    await Promise.all([end(host), end(host), end(host)]);
    await end(host);
    expect([ofSession(host).length, host.received.length]).toEqual([1, 5]);
  });

  it('is renewed once for all whose token is refused together', async () => {
    const host = aHost(strict());
    await Promise.all([end(host), end(host), end(host)]);
    expect(ofSession(host).length).toBe(2);
    expect(bearers(host).slice(-3)).toEqual(['Bearer t2', 'Bearer t2', 'Bearer t2']);
  });

  it('is renewed once only for a request', async () => {
    const host = aHost({ 'POST session': sessions(), 'POST conversations/c1/end': () => aProblem(401) });
    await expect(end(host)).rejects.toMatchObject({ code: 'unauthorized', retryable: false });
    expect([ofSession(host).length, host.received.length]).toEqual([2, 4]);
  });

  it('brings an anonymous customer back by the claim, and keeps the one that is new', async () => {
    const claim = keep(null);
    const answers = { 'POST session': sessions(), 'POST conversations/c1/end': done };
    const first = aHost(answers, { claim });
    await end(first);
    const second = aHost(answers, { claim });
    await end(second);
    expect([claim.kept, ofSession(first)[0]!.body, ofSession(second)[0]!.body]).toEqual([
      ...['claim-1', {}, { claim: 'claim-1' }],
    ]);
  });

  it('remembers the claim for its own page where the device keeps nothing', async () => {
    const claim: ClaimPort = {
      read: () => Promise.reject(new Error('no')),
      write: () => Promise.reject(new Error('no')),
    };
    const host = aHost(strict(), { claim });
    await end(host);
    expect(ofSession(host).map(({ body }) => body)).toEqual([{}, { claim: 'claim-1' }]);
  });

  it('comes as a new customer where the host has forgotten the claim', async () => {
    const claim = keep('old');
    const host = aHost(
      {
        'POST session': (asked) => ((asked.body as { claim?: string }).claim ? aProblem(403) : sessions()(asked)),
        'POST conversations/c1/end': done,
      },
      { claim },
    );
    await end(host);
    expect(claim.kept).toBe('claim-1');
  });

  it('keeps the claim while the host is out of order', async () => {
    const claim = keep('old');
    const host = aHost({ 'POST session': () => aProblem(503) }, { claim });
    await expect(end(host)).rejects.toMatchObject({ code: 'unavailable' });
    expect([claim.kept, host.received.length]).toEqual(['old', 1]);
  });

  it('is made with the owner’s word for who is signed in, asked anew each time, and without a claim', async () => {
    const claim = keep('anonymous');
    let count = 0;
    const host = aHost(strict(), { claim, identity: async () => `jwt-${++count}` });
    await end(host);
    expect(bearers(host)).toEqual(['Bearer jwt-1', 'Bearer t1', 'Bearer jwt-2', 'Bearer t2']);
    expect([ofSession(host).map(({ body }) => body), claim.kept]).toEqual([[{}, {}], 'anonymous']);
  });

  it('is anonymous while nobody is signed in', async () => {
    const host = aHost({ 'POST session': sessions(), 'POST conversations/c1/end': done }, { identity: async () => '' });
    await end(host);
    expect(bearers(host)).toEqual([null, 'Bearer token-1']);
  });

  it('is not made up when the owner cannot say who it is', async () => {
    const cause = new Error('signed out');
    const host = aHost({ 'POST session': sessions() }, { identity: () => Promise.reject(cause) });
    await expect(end(host)).rejects.toMatchObject({ code: 'unauthorized', cause });
    expect(host.received).toEqual([]);
  });

  it('is done without where the host has none', async () => {
    const anonymous = aHost({ 'POST conversations/c1/end': done });
    await end(anonymous);
    await end(anonymous);
    expect(anonymous.received.map(({ route }) => route)).toEqual([
      ...['POST session', 'POST conversations/c1/end', 'POST conversations/c1/end'],
    ]);
    const known = aHost({ 'POST conversations/c1/end': done }, { identity: async () => 'jwt' });
    await end(known);
    expect(bearers(known)).toEqual(['Bearer jwt', 'Bearer jwt']);
  });

  it('ends half a minute early by the host’s clock, whatever the device’s says', async () => {
    const host = aHost({
      'POST session': sessions(100_000),
      'POST conversations/c1/end': done,
      'GET status': () => Response.json({ state: 'open', observedAt: HOST_NOW, supports: {} }),
    });
    await end(host);
    host.env.jumpClock(1e9);
    await end(host);
    expect(ofSession(host).length, 'nothing is known of the host’s clock').toBe(1);
    await host.adapter.getServiceStatus!({ locale: 'en' }, o);
    await host.env.advance(69_000);
    await end(host);
    expect(ofSession(host).length).toBe(1);
    await host.env.advance(1000);
    await end(host);
    expect(ofSession(host).length).toBe(2);
  });

  it('is given up after 20 s, and asked for again by the next request', async () => {
    const answers: Answers = {
      'POST session': ({ init }) =>
        new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error))),
    };
    const host = aHost(answers);
    for (const count of [1, 2]) {
      const code = end(host).catch((error: { code: string }) => error.code);
      await host.env.advance(20_000);
      expect([await code, ofSession(host).length, host.env.timerCount()]).toEqual(['timeout', count, 0]);
    }
  });

  it('is waited for only as long as a request is wanted, and is there for the next', async () => {
    const answer = createDeferred<Response>();
    const host = aHost({ 'POST session': () => answer.promise, 'POST conversations/c1/end': done });
    const controller = new AbortController();
    const left = end(host, controller);
    controller.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    const wanted = end(host);
    answer.resolve(sessions()({} as never));
    await wanted;
    expect(ofSession(host).length).toBe(1);
  });

  it.each([{}, { token: 7 }, null, 'x'])('is not believed: %o', async (answer) => {
    const host = aHost({ 'POST session': () => Response.json(answer) });
    await expect(end(host)).rejects.toMatchObject({ code: 'adapter-bad-answer', details: { method: 'session' } });
  });
});
