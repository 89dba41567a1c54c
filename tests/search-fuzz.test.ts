import type { ArticleSource, Search } from '@helpkiosk/core';
import { buildPack } from '@helpkiosk/pack';
import { openPack } from '@helpkiosk/search';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enlarge, type BenchDoc } from '../bench/search/scale/enlarge.mjs';
import { fuzzStrings } from '../bench/search/scale/fuzz-strings.mjs';
import { startCounting, type WorkCounter } from './support/count-work.js';
import { languages } from './support/parity/parity-words.mjs';
import { parityArticles } from './support/parity/parity-texts.mjs';

const STRINGS = 3000;
const DOCUMENTS = 300;
/** What `startCounting` counts of a query at most, the texts of its results included. */
const MOST_WORK = 400_000;

function docOf({ id, title, body }: ArticleSource & { body: string }): BenchDoc {
  const nodes = body
    .split('\n\n')
    .map((text, place) =>
      text.startsWith('## ')
        ? { tag: 'h2' as const, id: `s${place}`, children: [text.slice(3)] }
        : { tag: 'p' as const, children: [text] },
    );
  return { id, title, keywords: [], summary: '', nodes };
}

async function aPack(locale: string): Promise<Search> {
  const docs = parityArticles().filter((article) => article.locale === locale);
  const articles = [...enlarge(docs.map(docOf), DOCUMENTS)].map(({ id, title, nodes }): ArticleSource => ({
    id,
    locale,
    title,
    body: { v: 1, nodes },
  }));
  const files = await buildPack(articles);
  return openPack(async (name) => files.get(name)!);
}

describe.each(['en', 'zh-Hans'])('any string as a query in %s', (locale) => {
  let search: Search;
  let work: WorkCounter;
  beforeAll(async () => {
    search = await aPack(locale);
    await search.query('zzqx shibai 登路', { locale });
    work = startCounting();
  }, 120_000);
  afterAll(() => {
    work.stop();
    search.close();
  });

  it('throws nothing, and does no more work than a long question', { timeout: 300_000 }, async () => {
    let asked = 0;
    const most = { work: 0, family: '', text: '' };
    for (const { family, text } of fuzzStrings(languages[locale]!.words, STRINGS / 2)) {
      asked++;
      const done = await work.count(() => ask(text));
      if (done > most.work) Object.assign(most, { work: done, family, text: text.slice(0, 40) });
    }
    expect(asked).toBeGreaterThanOrEqual(STRINGS / 2);
    expect(most.work, `${most.family}: ${JSON.stringify(most.text)}`).toBeLessThan(MOST_WORK);
  });

  async function ask(text: string): Promise<void> {
    const { results } = await search.query(text, { locale });
    for (const { score, title, excerpt } of results) {
      if (!(Number.isFinite(score) && score > 0)) expect.fail(`a score of ${score} for ${JSON.stringify(text)}`);
      if ([...title, ...excerpt].some((part) => !part.text)) expect.fail(`an empty part for ${JSON.stringify(text)}`);
    }
  }
});
