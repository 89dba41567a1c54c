import { createBrowserEnv } from '@helpkiosk/core';
import { createFetchRead, createWorkerSearch, openPack } from '@helpkiosk/search';
import { equal, ok } from '../support/check.js';
import { answersOf, type ParityQuery } from '../support/parity/parity-answers.mjs';

const PACK = new URL('/parity/pack.json', location.href).href;
/** Building the pack and asking it in Node takes some seconds of CPU, and a busy machine may be ten times as slow. */
const PATIENCE_MS = 120_000;
/** So many are told of, with all that differs: the first one mostly explains the rest. */
const TOLD = 3;

interface Expected {
  queries: ParityQuery[];
  /** What Node answers to each, in this same run. */
  answers: string[];
}

describe('one pack in every engine', () => {
  let expected: Expected;
  before(async function () {
    this.timeout(PATIENCE_MS);
    expected = (await (await fetch('/parity/expected.json')).json()) as Expected;
  });

  /** Where the answers are not Node's, with both. */
  const differences = (answers: readonly string[]): string[] =>
    expected.queries.flatMap(({ locale, text }, i) =>
      answers[i] === expected.answers[i]
        ? []
        : [`${locale} ${JSON.stringify(text)}\n  here ${answers[i]}\n  Node ${expected.answers[i]}`],
    );
  const expectNodesAnswers = (answers: readonly string[]): void => {
    equal(answers.length, expected.queries.length, 'answers');
    const found = differences(answers);
    if (found.length) throw new Error([`${found.length} answers differ`, ...found.slice(0, TOLD)].join('\n'));
  };

  it('is asked five hundred queries in twelve languages, and has something to say', () => {
    const { queries, answers } = expected;
    const saying = (member: RegExp): number => answers.filter((answer) => member.test(answer)).length;
    ok(queries.length >= 500, `${queries.length} queries are enough`);
    equal(new Set(queries.map(({ locale }) => locale)).size, 12, 'languages');
    ok(saying(/"hit":true/) > queries.length * 0.8, 'most answers mark something');
    ok(saying(/"sectionId":/) > queries.length * 0.3, 'many open at a section');
    ok(saying(/"didYouMean":/) > queries.length * 0.1, 'some are mended');
    ok(saying(/"guess":true/) > queries.length * 0.1, 'some are guesses');
    ok(new Set(answers).size > queries.length * 0.6, 'answers tell queries apart');
  });

  it('gives the same answers here as in Node', async function () {
    this.timeout(PATIENCE_MS);
    const search = await openPack(createFetchRead(PACK));
    expectNodesAnswers(await answersOf(search, expected.queries));
    search.close();
  });

  it('gives the same answers in the worker as in Node', async function () {
    this.timeout(PATIENCE_MS);
    const search = createWorkerSearch({
      startWorker: () => new Worker('/helpkiosk/search.worker.js'),
      open: { kind: 'pack', url: PACK },
      env: createBrowserEnv(),
      openInline: () => Promise.reject(new Error('the worker was lost')),
    });
    expectNodesAnswers(await answersOf(search, expected.queries));
    search.close();
  });
});
