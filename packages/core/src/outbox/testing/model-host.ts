// A host as the protocol asks for it: one key, one effect. And a network that loses, delays and cuts.
import type { HelpErrorCode, OutboxSend } from '../../contracts.js';
import { HelpError } from '../../errors.js';
import type { ModelTab } from './model-browser.js';
import type { VirtualTime } from './virtual-time.js';

/** What a customer of the model sends. */
export interface ModelBody {
  id: string;
  conversation: string | null;
  /** The host refuses it. */
  isBad: boolean;
  blobs: number;
}

export interface ModelHost {
  /** What it has taken, in order; uploads are told apart by their `id/n`. */
  readonly taken: readonly { id: string; conversation: string | null }[];
  /** One request: rejects as the protocol says. No key: it is taken whatever came before. */
  take(key: string | null, body: ModelBody | { id: string; conversation: null; isBad: false }): void;
  /** While it is down it answers 503. */
  setDown(isDown: boolean): void;
  isDown(): boolean;
}

/** A host that has taken nothing. */
export function createModelHost(): ModelHost {
  const taken: { id: string; conversation: string | null }[] = [];
  const answers = new Map<string, string>();
  let down = false;
  return {
    taken,
    setDown: (isDown) => void (down = isDown),
    isDown: () => down,
    take(key, body) {
      const text = JSON.stringify(body);
      const before = key === null ? undefined : answers.get(key);
      if (before !== undefined) {
        if (before !== text) throw new HelpError('conflict');
        return;
      }
      if (body.isBad) throw new HelpError('refused');
      if (key !== null) answers.set(key, text);
      taken.push({ id: body.id, conversation: body.conversation });
    },
  };
}

/** What becomes of a request, and what of its answer. */
const FATES = [
  ...(['lost-request', 'lost-answer', 'hang', 'late', 'fails-after', 'cut-after'] as const),
  ...(['unavailable', 'rate-limited', 'unauthorized', 'forbidden', 'timeout', 'internal'] as const),
];

/** How likely a request meets a fault; 0 once the world is healed. */
export interface Weather {
  faults: number;
}

/** The way from one tab to the host: every request on its own, uploads before what they belong to. */
export function createModelSend(time: VirtualTime, host: ModelHost, tab: ModelTab, weather: Weather): OutboxSend {
  const request = (key: string, body: Parameters<ModelHost['take']>[1], signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const fate = time.chance(weather.faults) ? time.pick(FATES) : 'fine';
      const answer = (error?: HelpError): void => {
        if (fate === 'hang' || fate === 'lost-answer') return;
        if (fate === 'cut-after') error = new HelpError('network');
        if (fate === 'fails-after') error ??= new HelpError('unavailable');
        tab.after(time.between(1, 400), () => (error ? reject(error) : resolve()));
      };
      const arrive = (): void => {
        if (signal.aborted && isDropped) return;
        if (host.isDown()) return answer(new HelpError('unavailable'));
        try {
          host.take(key, body);
          answer();
        } catch (error) {
          answer(error as HelpError);
        }
      };
      const isDropped = time.chance(0.5);
      signal.addEventListener('abort', () => reject(signal.reason));
      if (fate === 'lost-request') tab.after(time.between(1, 9000), () => reject(new HelpError('network')));
      else if (isRefusal(fate)) tab.after(time.between(1, 400), () => reject(refusalOf(fate, time)));
      else time.after(fate === 'late' ? time.between(5000, 120_000) : time.between(1, 800), arrive);
    });
  return async ({ key, body, blobs }, { signal, progress }) => {
    for (const [place, { name }] of blobs.entries()) {
      await request(`${key}/${place}`, { id: name, conversation: null, isBad: false }, signal);
      progress();
    }
    if (blobs.length !== (body as ModelBody).blobs) throw new HelpError('internal', { reason: 'blobs lost' });
    await request(key, body as ModelBody, signal);
  };
}

const isRefusal = (fate: string): fate is HelpErrorCode =>
  ['unavailable', 'rate-limited', 'unauthorized', 'forbidden', 'timeout', 'internal'].includes(fate);

/** `internal` stands for what is no HelpError at all. */
function refusalOf(code: HelpErrorCode, time: VirtualTime): Error {
  if (code === 'internal') return new TypeError('something of the page');
  const retryAfterMs = time.chance(0.3) ? time.between(0, 60_000) : undefined;
  return new HelpError(code, retryAfterMs === undefined ? {} : { retryAfterMs });
}
