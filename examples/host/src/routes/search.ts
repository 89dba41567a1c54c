import type { HelpAdapter, Problem, ResultKind } from '@helpkiosk/core';
import type { Services } from '../http/route.js';
import { HostProblem } from '../problem.js';
import type { HostWorld } from '../world.js';

/** Finds articles; rejects when the signal aborts, or need not. */
export type Find = NonNullable<HelpAdapter['search']>;

/** Pages do not wait for longer than eight seconds. */
const LIMIT_MS = 5000;
const LONGEST_TEXT = 500;
const USUAL_RESULTS = 10;
const MOST_RESULTS = 100;
const KINDS: readonly ResultKind[] = ['article', 'video', 'thread', 'action', 'ticket'];

/** `GET /v1/search`, where the owner gives something that finds; what fails there is 503, as is what takes longer than five seconds. */
export function searchServices({ find, world }: { find: Find | null; world: Pick<HostWorld, 'setTimer'> }): Services {
  if (!find) return {};
  return {
    'GET /v1/search': {
      async handle({ query, signal }) {
        const input = readInput(query);
        const call = new AbortController();
        const stopTimer = world.setTimer(() => call.abort(new Error('The search takes too long')), LIMIT_MS);
        const either = AbortSignal.any([signal, call.signal]);
        const given = new Promise<never>((_, reject) =>
          either.addEventListener('abort', () => reject(either.reason as Error)),
        );
        try {
          const found = (async () => find(input, { signal: either }))();
          const results = (await Promise.race([found, given])).slice(0, input.limit);
          return { status: 200, body: { results }, headers: { 'cache-control': 'no-store' } };
        } catch {
          throw new HostProblem(503, { detail: 'The search does not answer' });
        } finally {
          stopTimer();
        }
      },
    },
  };
}

/** What is asked. Throws 422 with every problem. */
function readInput(query: URLSearchParams): Parameters<Find>[0] {
  const problems: Problem[] = [];
  const demand = (isSound: boolean, path: string, message: string): void => {
    if (!isSound) problems.push({ path, message });
  };
  const text = query.get('q')?.trim() ?? '';
  const locale = query.get('locale') ?? '';
  const limit = Number(query.get('limit') ?? USUAL_RESULTS);
  const kinds = query.get('kinds')?.split(',') as ResultKind[] | undefined;
  demand(text !== '' && text.length <= LONGEST_TEXT, 'q', `must be text of at most ${LONGEST_TEXT} characters`);
  demand(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(locale) && locale.length <= 35, 'locale', 'must be a language tag');
  demand(Number.isInteger(limit) && limit > 0 && limit <= MOST_RESULTS, 'limit', `must be from 1 to ${MOST_RESULTS}`);
  demand(!kinds || kinds.every((kind) => KINDS.includes(kind)), 'kinds', `must be of ${KINDS.join(', ')}`);
  if (problems.length) throw new HostProblem(422, { problems });
  return { text, locale, limit, ...(kinds && { kinds }) };
}
