// The steps before somebody stands in line: what they write, what kind of help it needs, the answers that go first. No words, no drawing.
import type { SearchResult, Triage, TriageDecision, WaitingPort } from '@helpkiosk/core';
import type { Session } from '../app/session.js';
import type { ViewTools } from './lazy-view.js';

/** Answers for a question that an article can settle; for one in between there is a single one, to confirm or decline. */
const ANSWERS = 3;
/** Nobody waits longer than this for answers before they may stand in line. */
const PATIENCE_MS = 3000;

/** Where the customer is. `answers`: found ones, `one` of which the customer confirms or declines. */
export type JoinStep =
  | { readonly name: 'form'; readonly isMissing: boolean }
  | { readonly name: 'looking' }
  | { readonly name: 'answers'; readonly one: boolean; readonly found: readonly SearchResult[] }
  | { readonly name: 'solved' };

export interface Join {
  step(): JoinStep;
  /** What is written; the form writes into it. */
  readonly draft: { text: string; name: string };
  /** The question is written: to answers first, or into the line. False: there is none. */
  submit(): boolean;
  /** No answer helped: into the line. */
  goOn(): void;
  /** The answer helped: nothing is sent. */
  confirm(): void;
  /** Back to the form; what is written stays. */
  edit(): void;
  /** Forgets what was written. */
  reset(): void;
  stop(): void;
}

export interface JoinPorts extends Pick<ViewTools, 'session' | 'env' | 'redraw'> {
  port: Pick<WaitingPort, 'join' | 'service'>;
  openTriage(): Promise<Triage>;
}

/** Begins with the customer's last search as the question. Where triage cannot be had, everybody goes to people. */
export function createJoin({ session, env, redraw, port, openTriage }: JoinPorts): Join {
  const draft = { text: lastSearch(session), name: '' };
  const triage = openTriage().catch(() => null);
  let step: JoinStep = { name: 'form', isMissing: false };
  let decision: Pick<TriageDecision, 'priority' | 'mood'> | null = null;
  let stop = new AbortController();
  const go = (next: JoinStep): void => {
    stop.abort();
    stop = new AbortController();
    step = next;
    redraw();
  };
  const join = (): void => {
    const { text, name } = trimmed(draft);
    const { priority = 'normal', mood = 'calm' } = decision ?? {};
    void port.join({ text, locale: session.locale, priority, mood, ...(name ? { customer: { name } } : {}) });
    go({ name: 'form', isMissing: false });
  };
  const look = async (): Promise<void> => {
    go({ name: 'looking' });
    const { signal } = stop;
    const { text } = trimmed(draft);
    const judged = (await triage)?.(
      { text, locale: session.locale, context: attemptsOf(session) },
      { peak: port.service.get().facts.peak === true },
    );
    if (signal.aborted) return;
    decision = judged ?? null;
    if (!judged || judged.route === 'people') return join();
    const one = judged.route === 'suggest';
    const found = await answersTo(text, signal);
    if (signal.aborted) return;
    if (!found.length) return join();
    go({ name: 'answers', one, found: found.slice(0, one ? 1 : ANSWERS) });
  };
  /** From the articles of the page alone: nothing is sent before it is confirmed. None where nothing fits well, or does not come in time. */
  const answersTo = async (text: string, signal: AbortSignal): Promise<readonly SearchResult[]> => {
    const asking = new AbortController();
    const abort = (): void => asking.abort();
    signal.addEventListener('abort', abort);
    const late = new Promise<null>((resolve) => asking.signal.addEventListener('abort', () => resolve(null)));
    const stopTimer = env.setTimer(abort, PATIENCE_MS);
    const { signal: asked } = asking;
    const answer = await Promise.race([session.query(text, { here: true, signal: asked }).catch(() => null), late]);
    stopTimer();
    signal.removeEventListener('abort', abort);
    return answer && !answer.guess ? answer.results : [];
  };
  return {
    step: () => step,
    draft,
    submit() {
      const isMissing = !trimmed(draft).text;
      if (isMissing) go({ name: 'form', isMissing });
      else void look();
      return !isMissing;
    },
    goOn: join,
    confirm: () => go({ name: 'solved' }),
    edit: () => go({ name: 'form', isMissing: false }),
    reset() {
      [draft.text, draft.name, decision] = ['', '', null];
      go({ name: 'form', isMissing: false });
    },
    stop: () => stop.abort(),
  };
}

const trimmed = ({ text, name }: Join['draft']): Join['draft'] => ({ text: text.trim(), name: name.trim() });

/** What the customer looked for last on the way here; the search of before where the way has no search in it. */
function lastSearch({ help }: Session): string {
  const { navigation, results } = help.stores;
  const now = results.get();
  const searches = searchesOf(navigation.get().trail);
  return searches.at(-1) ?? ('text' in now ? now.text : '');
}

/** What was tried before on the way here; it is weighed on this device, and not sent. */
function attemptsOf({ help }: Session): { searches: readonly string[]; articles: readonly string[] } {
  const { trail } = help.stores.navigation.get();
  return {
    searches: searchesOf(trail),
    articles: trail.flatMap((view) => (view.name === 'article' ? [view.articleId] : [])),
  };
}

const searchesOf = (trail: ReturnType<Session['help']['stores']['navigation']['get']>['trail']): string[] =>
  trail.flatMap((view) => (view.name === 'results' ? [view.text] : []));
