import { HelpError, type Env } from '@helpkiosk/core';
import { readJson } from '../stream/read-json.js';
import { createPatience } from '../stream/wait.js';
import { badAnswer } from './answers.js';
import type { OpenAtHost } from './send.js';

const METHOD = 'session';
const ANSWER_MS = 20_000;
/** 2001-01-01: what lies before is no date. */
const FIRST_DATE = 978_307_200_000;

/** Who the customer is for some time. */
export interface Session {
  /** null: the host has no sessions. */
  readonly token: string | null;
  /** Epoch ms on the host's clock; Infinity where it is not known. */
  readonly expiresAt: number;
  /** Brings the same anonymous customer back. */
  readonly claim: string | null;
}

export interface SessionRequest {
  env: Pick<Env, 'setTimer'>;
  open: OpenAtHost;
  /** The owner's JWT of who is signed in; null for nobody. */
  bearer: string | null;
  claim: string | null;
}

/** Asks for a session. Rejects with HelpError: `timeout` after 20 s, `adapter-bad-answer` without a token. */
export async function requestSession({ env, open, bearer, claim }: SessionRequest): Promise<Session> {
  const patience = createPatience(env, new AbortController().signal, ANSWER_MS);
  const { signal } = patience;
  try {
    const request = { method: METHOD, path: METHOD, body: claim ? { claim } : {}, bearer, signal };
    const { token, expiresAt, claim: given } = Object(await readJson(await open(request), METHOD, signal));
    if (typeof token !== 'string' || !token) throw badAnswer(METHOD, 'token', 'must be text');
    return {
      token,
      expiresAt: Number(expiresAt) > FIRST_DATE ? Number(expiresAt) : Infinity,
      claim: typeof given === 'string' ? given : null,
    };
  } catch (thrown) {
    throw patience.isOut() ? new HelpError('timeout', { method: METHOD }) : thrown;
  } finally {
    patience.stop();
  }
}
