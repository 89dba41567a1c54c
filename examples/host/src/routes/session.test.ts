import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHost, type TestHost } from '../testing/a-host.js';

const SECRET = 'a secret that is long enough for HS256';
const MINUTE_MS = 60_000;
let host: TestHost;
const identity = { secret: SECRET, issuer: 'https://shop.example', audience: 'help' };
beforeAll(async () => void (host = await aHost({ identity, tokenMs: 15 * MINUTE_MS })));
afterAll(() => host.close());

/** A token of the owner's; `secret`, `algorithm` and claims can be wrong. */
const anOwnersToken = (claims: Record<string, unknown> = {}, secret = SECRET, algorithm = 'HS256'): Promise<string> => {
  const nowSec = host.env.now() / 1000;
  const usual = { sub: 'user-7', iss: identity.issuer, aud: identity.audience, exp: nowSec + 300 };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: algorithm })
    .sign(new TextEncoder().encode(secret));
};
const signIn = async (token: string) =>
  host.ask('POST', '/v1/session', { headers: { authorization: `Bearer ${token}` } });

describe('a session', () => {
  it('brings the same anonymous customer back by the claim', async () => {
    const first = await host.visit();
    const again = await host.visit({}, { claim: first.claim });
    expect([again.customerId, again.claim]).toEqual([first.customerId, first.claim]);
    const stranger = await host.visit({}, { claim: 'unknown' });
    expect(stranger.customerId).not.toBe(first.customerId);
    expect(stranger.claim).not.toBe('unknown');
  });

  it('names whom the owner’s token names, without a claim, with the tier of the token', async () => {
    const one = await signIn(await anOwnersToken({ tier: 'plus' }));
    const other = await signIn(await anOwnersToken());
    expect([one.status, one.body.claim, other.body.customerId]).toEqual([200, null, one.body.customerId]);
    expect((await signIn(await anOwnersToken({ sub: 'user-8' }))).body.customerId).not.toBe(one.body.customerId);
  });

  it.each([
    ['another secret', {}, 'another secret that is long enough 123', 'HS256'],
    ['another algorithm', {}, `${SECRET}${SECRET}`, 'HS512'],
    ['an end in the past', { exp: 1 }, SECRET, 'HS256'],
    ['no end', { exp: undefined }, SECRET, 'HS256'],
    ['another issuer', { iss: 'https://evil.example' }, SECRET, 'HS256'],
    ['another audience', { aud: 'mail' }, SECRET, 'HS256'],
    ['nobody in it', { sub: '' }, SECRET, 'HS256'],
  ])('is refused for a token with %s', async (_, claims, secret, algorithm) => {
    const { status, body } = await signIn(await anOwnersToken(claims, secret, algorithm));
    expect([status, body.code]).toEqual([401, 'unauthorized']);
  });

  it('is refused for an unsigned token, and for nonsense', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'user-7', exp: 9e9 })}.`;
    for (const token of [unsigned, 'x', 'a.b.c']) expect((await signIn(token)).status).toBe(401);
    const basic = await host.ask('POST', '/v1/session', { headers: { authorization: 'Basic eDp5' } });
    expect(basic.status).toBe(401);
  });

  it('ends when it says', async () => {
    const { ask, token } = await host.visit();
    expect((await ask('GET', '/v1/tickets/x')).status).toBe(404);
    await host.env.advance(15 * MINUTE_MS);
    expect((await ask('GET', '/v1/tickets/x')).status).toBe(401);
    const [content, signature] = token.split('.');
    const later = Buffer.from(JSON.stringify(['customer-X', host.env.now() + 1e9])).toString('base64url');
    for (const forged of [`${later}.${signature}`, `${content}.${'A'.repeat(43)}`, `${content}.`, token.slice(0, -1)]) {
      const headers = { authorization: `Bearer ${forged}` };
      expect((await host.ask('GET', '/v1/tickets/x', { headers })).status).toBe(401);
    }
  });

  it('takes no secret that is too short', async () => {
    await expect(aHost({ identity: { secret: 'short' } })).rejects.toThrow('32 bytes');
  });
});
