import type { ShortText } from '@helpkiosk/core';
import { analyse } from '../analysis/analyse.js';
import type { Analysis } from '../analysis/analysis.js';
import type { Engine } from '../engine.js';
import { createLiveEngine } from '../engines/live.js';
import { inSteps } from '../in-steps.js';
import { languageOf } from '../language-of.js';
import type { loadExpertCode } from '../load-expert.js';
import { once } from '../once.js';
import type { LocaleIndex, SearchSource, SummedArticle } from '../search-source.js';
import { ASKING_WORDS } from './asking-words.js';

export interface AroundTexts {
  /** The language that the texts are taken for. */
  locale: string;
  /** Cuts them as it cuts its own. */
  shared: SearchSource;
  /** Its index of the language: words are as rare as they are in both together. Left out: as they are in the texts. */
  around: LocaleIndex | undefined;
  /** Fetched once for all lists: an import takes its time even where the file is there. */
  loadExpertCode: typeof loadExpertCode;
}

/** A source of short texts, for any language it is asked for; their ids are their places in the list. */
export function indexShortTexts(
  texts: readonly ShortText[],
  { locale, shared, around, loadExpertCode }: AroundTexts,
): SearchSource {
  const loadExpert = once(async ({ engine, han }: Pick<LocaleIndex, 'engine' | 'han'>) => {
    const { createExpert } = await loadExpertCode();
    return inSteps(createExpert(engine, locale, await han()));
  });
  const load = once(async (): Promise<LocaleIndex> => {
    const language = await languageOf(shared, locale);
    const own = createLiveEngine(locale, texts.map(docOf), language.analysis);
    const subject = { ...language, locale, engine: amid(own, around?.engine, askingTerms(locale, language.analysis)) };
    return {
      ...subject,
      docs: texts.map(({ title, kind }, place) => ({ id: String(place), title, kind })),
      categories: [],
      expert: () => loadExpert(subject),
    };
  });
  return {
    locales: () => [locale],
    index: () => load(texts),
    article: async (_, id) => articleOf(texts[Number(id)]!, { id, locale }),
    close() {},
  };
}

const docOf = ({ title, keywords = [], line = '' }: ShortText) => ({
  title,
  keywords: keywords.join('\n'),
  heading: '',
  body: line,
});

/** What makes a word say nothing: it is told to be in so many times all texts. */
const EVERYWHERE = 100;

/** An engine whose words are as rare as they are in its texts and those of another together; words that only ask find nothing, and are missed by nobody. */
function amid(own: Engine, other: Engine | undefined, asking: ReadonlySet<string>): Engine {
  const docCount = own.docCount + (other?.docCount ?? 0);
  return {
    ...own,
    docCount,
    frequency: (term) =>
      asking.has(term.term) ? EVERYWHERE * docCount : own.frequency(term) + (other?.frequency(term) ?? 0),
    search: (plan) => own.search(plan.map((term) => ({ ...term, weight: Math.max(0, term.weight) }))),
  };
}

/** As terms, since words with other endings ask too; what is cut into several is left out, for its parts may tell something. */
const askingTerms = (locale: string, analysis: Analysis): ReadonlySet<string> =>
  new Set(
    ASKING_WORDS.flatMap((word) => {
      const [first, ...others] = analyse(word, locale, analysis);
      return first && !others.length ? first.term : [];
    }),
  );

const articleOf = ({ title, line }: ShortText, { id, locale }: { id: string; locale: string }): SummedArticle => ({
  ...{ id, locale, title, videos: [], related: [] },
  tree: { v: 1, nodes: line ? [{ tag: 'p', children: [line] }] : [] },
});
