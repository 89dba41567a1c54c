// Who the customer is to the host: a token in memory, made when something first needs it.
import { HelpError, isHelpError, type Env } from '@helpkiosk/core';
import { whileWanted } from '../stream/wait.js';
import { statusOf } from './answers.js';
import type { HostTime } from './host-time.js';
import { requestSession, type Session } from './request-session.js';
import type { OpenAtHost } from './send.js';

/** Where the claim of an anonymous customer lies between pages; it brings the same customer back. */
export interface ClaimPort {
  read(): Promise<string | null>;
  write(claim: string | null): Promise<void>;
}

export interface HostSession {
  /**
   * Requests of a known customer: with the session's token, and once more with another one where the host does not take it (401). The session is made for the first;
   * those that need one at the same time wait for the same.
   */
  known(open: OpenAtHost): OpenAtHost;
}

export interface HostSessionOptions {
  env: Pick<Env, 'setTimer'>;
  time: HostTime;
  open: OpenAtHost;
  identity: (() => Promise<string | null>) | undefined;
  claim: ClaimPort | undefined;
}

/** So long before its end, on the host's clock, a token counts as used up: a request takes time. */
const EARLY_MS = 30_000;

/** A session that is not there yet. */
export function createHostSession({ env, time, open, identity, claim }: HostSessionOptions): HostSession {
  let session: Session | null = null;
  let making: Promise<Session> | null = null;
  let kept: string | null = null;

  const ask = async (bearer: string | null): Promise<Session> => {
    const made = await requestSession({ env, open, bearer, claim: bearer ? null : kept });
    if (bearer || !made.claim || made.claim === kept) return made;
    kept = made.claim;
    await claim?.write(kept).catch(() => {}); // a device that keeps nothing has a customer for this page alone
    return made;
  };
  const make = async (): Promise<Session> => {
    const bearer = await identify(identity);
    if (!bearer) kept ??= (await claim?.read().catch(() => null)) ?? null;
    try {
      return await ask(bearer);
    } catch (thrown) {
      if (statusOf(thrown) === 404) return { token: bearer, expiresAt: Infinity, claim: null };
      if (bearer || !kept || !isHelpError(thrown) || thrown.retryable) throw thrown;
      kept = null; // the host no longer knows this customer, who then comes as a new one
      return ask(null);
    }
  };
  const tokenOf = async (isUsable: (session: Session) => boolean, signal: AbortSignal): Promise<string | null> => {
    if (session && isUsable(session)) return session.token;
    making ??= make()
      .then((made) => (session = made))
      .finally(() => void (making = null));
    return (await whileWanted(making, signal)).token;
  };
  return {
    known: (openAs) => async (request) => {
      const { signal } = request;
      const bearer = await tokenOf(({ expiresAt }) => (time.now() ?? 0) < expiresAt - EARLY_MS, signal);
      try {
        return await openAs({ ...request, bearer });
      } catch (thrown) {
        if (statusOf(thrown) !== 401) throw thrown;
        const renewed = await tokenOf(({ token }) => token !== bearer, signal);
        if (renewed === bearer) throw thrown;
        return openAs({ ...request, bearer: renewed });
      }
    },
  };
}

/** The owner's word for who is signed in; null for nobody. */
async function identify(identity: HostSessionOptions['identity']): Promise<string | null> {
  try {
    return (await identity?.()) || null;
  } catch (cause) {
    throw isHelpError(cause) ? cause : new HelpError('unauthorized', { method: 'identity' }, { cause });
  }
}
