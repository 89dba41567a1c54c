import type { ResultsAnswer } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import type { ViewTools } from './lazy-view.js';
import { createAnswers } from './waiting-answers.js';

describe('createAnswers', () => {
  it('asks for a question once, of this device alone', async () => {
    const asked: [text: string, here: unknown][] = [];
    const query = async (text: string, { here }: { here?: boolean } = {}): Promise<ResultsAnswer> => {
      asked.push([text, here]);
      return { results: [], total: 0, guess: false };
    };
    const answers = createAnswers({ session: { query }, redraw() {} } as unknown as ViewTools);
    answers.ask('Where is it');
    answers.ask('Where is it');
    expect(asked).toEqual([['Where is it', true]]);
    answers.stop();
  });
});
