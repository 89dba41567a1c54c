// An input method as Chromium itself plays it: real compositions, not events made by hand.
import type { Visit } from '../support/stage.js';

/** The input method of a page; the focus must be in the field. */
export interface InputMethod {
  /** Letters that are typed one by one and stay underlined. */
  compose(letters: string): Promise<void>;
  /** The composition ends as this text. */
  choose(text: string): Promise<void>;
}

/** Takes the place of the page's input method. */
export async function startInputMethod({ page, context }: Visit): Promise<InputMethod> {
  const devTools = await context.newCDPSession(page);
  return {
    async compose(letters) {
      for (let end = 1; end <= letters.length; end++)
        await devTools.send('Input.imeSetComposition', {
          text: letters.slice(0, end),
          selectionStart: end,
          selectionEnd: end,
        });
    },
    choose: async (text) => void (await devTools.send('Input.insertText', { text })),
  };
}

/** Counts, from before the page's first script on, what is asked at the port of the search's worker: questions, or what another call is about. */
export function recordQuestions(call = 'query'): void {
  const asked: string[] = ((window as unknown as { questionsAsked: string[] }).questionsAsked = []);
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, message: { call?: [string, string[]] }, ...rest: unknown[]) {
    const [name, given] = message?.call ?? [];
    if (name === call) asked.push(given![0]!);
    Reflect.apply(postMessage, this, [message, ...rest]);
  };
}

/** The questions that `recordQuestions` has seen, in order. */
export const questionsOf = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { questionsAsked: string[] }).questionsAsked);

/** From now on counts what the widget tells the page of its searches: the length of each, wherever it runs. */
export const recordSearches = ({ page }: Visit): Promise<void> =>
  page.evaluate(() => {
    const lengths: number[] = ((window as unknown as { searchLengths: number[] }).searchLengths = []);
    document.addEventListener('hk-search', (event) =>
      lengths.push((event as CustomEvent<{ length: number }>).detail.length),
    );
  });

/** The lengths that `recordSearches` has seen, in order. */
export const searchLengths = ({ page }: Visit): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { searchLengths: number[] }).searchLengths);
