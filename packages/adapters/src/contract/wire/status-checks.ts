import { CLOCK_MS } from '../kit/judge.js';
import { bodyOf, must, mustHold, mustRefuse, type HostCheck, type HostUnderTest } from './host-under-test.js';

const statusOf = (host: HostUnderTest, headers = {}) => host.wire.ask('GET', '/v1/status?locale=en', { headers });

/** The status, and what holds for every route. */
export const statusChecks: readonly HostCheck[] = [
  {
    name: 'status: is a ServiceStatus, for everybody',
    needs: [],
    run: async (host) => void bodyOf(await statusOf(host), 200, 'ServiceStatus'),
  },
  {
    name: 'status: says no date with nothing, not with the year 0001 or 1970',
    needs: [],
    run: async ({ status }) => mustHold('dates', 'ServiceStatus', status),
  },
  {
    name: 'status: tells durations in milliseconds, not in seconds or minutes',
    needs: [],
    run: async ({ status }) => mustHold('units', 'ServiceStatus', status),
  },
  {
    name: 'status: tells figures that agree',
    needs: [],
    run: async ({ status }) => mustHold('sums', 'ServiceStatus', status),
  },
  {
    name: 'status: tells instants in UTC, not in local time',
    needs: [],
    async run(host) {
      const minutes = Math.round(Math.abs(host.status.observedAt - host.now()) / 60_000);
      must(minutes < CLOCK_MS / 60_000, `observedAt is ${minutes} minutes away from now`);
    },
  },
  {
    name: 'status: has an ETag, and answers 304 while it is as it was',
    needs: [],
    async run(host) {
      for (let tried = 0; tried < 5; tried++) {
        const etag = (await statusOf(host)).headers.get('etag');
        must(etag !== null, 'has no ETag');
        const { status } = await statusOf(host, { 'if-none-match': etag });
        if (status === 304) return;
        must(status === 200, `answers ${status} to If-None-Match`);
      }
      must(false, 'answers 200 to the ETag that it has just given, five times');
    },
  },
  {
    name: 'every route: an unknown one is a problem document',
    needs: [],
    run: async (host) => mustRefuse(await host.ask('GET', '/v1/helpkiosk-no-such-route'), 404),
  },
  {
    name: 'every route: another method is a problem document',
    needs: [],
    run: async (host) => mustRefuse(await host.ask('PUT', '/v1/status', { body: {} }), 404, 405),
  },
  {
    name: 'origins: a page of a stranger may not ask',
    needs: [],
    async run(host) {
      const origin = 'https://stranger.invalid';
      const { headers } = await preflight(host, origin);
      const allowed = headers.get('access-control-allow-origin');
      must(allowed !== '*' && allowed !== origin, `allows ${allowed}`);
    },
  },
  {
    name: 'origins: the owner’s page may ask, with the headers of the protocol',
    needs: [],
    async run(host) {
      if (host.origin === null) return 'no origin was given';
      const { status, headers } = await preflight(host, host.origin);
      must(status === 200 || status === 204, `answers ${status} to the preflight`);
      must(headers.get('access-control-allow-origin') === host.origin, 'does not allow the origin');
      const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/);
      const missing = ASKED.filter((name) => !allowed.includes(name));
      must(missing.length === 0, `does not allow ${missing.join(', ')}`);
      must(/origin/i.test(headers.get('vary') ?? ''), 'does not say Vary: Origin');
    },
  },
  {
    name: 'session: an anonymous customer comes back by their claim',
    needs: [],
    async run(host) {
      if (!(await host.hasSessions())) return 'the host has no anonymous sessions';
      const open = async (body: object) => {
        const answer = await host.wire.ask('POST', '/v1/session', { body });
        return bodyOf<{ claim?: string; customerId: string; expiresAt: number }>(
          answer,
          answer.status === 201 ? 201 : 200,
          'Session',
        );
      };
      const first = await open({});
      mustHold('dates', 'Session', first);
      must(first.expiresAt > host.now(), 'has a session that is over');
      must(typeof first.claim === 'string', 'gives no claim');
      must((await open({ claim: first.claim })).customerId === first.customerId, 'knows another customer by the claim');
      must((await open({})).customerId !== first.customerId, 'takes two customers for one');
    },
  },
];

const ASKED = [
  ...['authorization', 'content-type', 'helpkiosk-claim', 'helpkiosk-name', 'helpkiosk-write'],
  ...['idempotency-key', 'if-none-match', 'last-event-id'],
];

const preflight = (host: HostUnderTest, origin: string) =>
  host.wire.ask('OPTIONS', '/v1/tickets', {
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': ASKED.join(',') },
  });
