// docs/pack-format.md against the code: every vector of the page, and a reader that does what the page says and no more.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArticleSource } from '@helpkiosk/core';
import { ANALYSER } from './analysis/analyser.js';
import { analyse } from './analysis/analyse.js';
import { createCutter } from './analysis/cutter.js';
import { createStemmer, type StemTable } from './analysis/stemmer.js';
import { parseArticleSources } from './article-source.js';
import { buildIndexFile } from './build-index.js';
import { checkSum } from './check-sum.js';
import { compare } from './compare.js';
import { createByteWriter } from './engines/byte-writer.js';
import { dictionaryOf } from './engines/dictionary.js';
import { SAVED_PARTS } from './engines/saved-index.js';
import { writeHanData } from './han/write-han-data.js';
import { decodeIndexFile } from './index-file.js';
import { PACK_FORMAT } from './pack-format.js';
import { priorsOf } from './prior.js';

const PAGE = readFileSync(new URL('../../../docs/pack-format.md', import.meta.url), 'utf8');
/** The block of the page that is fenced as "```kind name". */
const block = (fence: string): string => {
  const start = PAGE.indexOf(`\`\`\`${fence}\n`);
  if (start < 0) throw new Error(`The page has no block ${fence}.`);
  return PAGE.slice(start + fence.length + 4, PAGE.indexOf('\n```', start));
};
const json = (name: string): unknown => JSON.parse(block(`json ${name}`));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesIn = (name: string): Uint8Array =>
  Uint8Array.from(Buffer.from(block(`text ${name}`).replace(/\s/g, ''), 'hex'));
const pieces = (run: string, ends: readonly number[]): string[] =>
  ends.map((end, i) => run.slice(ends[i - 1] ?? 0, end));

interface Example {
  locale: string;
  files: number[];
  stems: StemTable;
  words: string[];
  articles: Omit<ArticleSource, 'locale'>[];
}
const example = json('example') as Example;
const cuts = json('cuts') as { words: string[]; runs: Record<string, string[]> };
const cut = createCutter(dictionaryOf(cuts.words.sort(compare)));
const indexFile = (): Uint8Array => {
  const { locale, files, articles, ...language } = example;
  return buildIndexFile(
    locale,
    parseArticleSources(articles.map((article) => ({ ...article, locale }))),
    files,
    language,
  );
};

describe('docs/pack-format.md', () => {
  it('names the format and the analyser of the code', () => {
    expect(PAGE).toContain(`format ${PACK_FORMAT}.`);
    expect(PAGE).toContain(`\`{"id": "${ANALYSER.id}", "version": ${ANALYSER.version}}\``);
  });

  it('tells check sums as the code makes them', () => {
    const sums = json('check-sums') as Record<string, number>;
    expect(Object.keys(sums).length).toBeGreaterThan(4);
    for (const [bytes, sum] of Object.entries(sums))
      expect([bytes, checkSum(Buffer.from(bytes, 'hex'))]).toEqual([bytes, sum]);
  });

  it('tells numbers as the code writes them', () => {
    for (const [number, bytes] of Object.entries(json('numbers') as Record<string, string>)) {
      const writer = createByteWriter();
      writer.number(Number(number));
      expect([number, hex(writer.done())]).toEqual([number, bytes]);
    }
  });

  it('tells the index of its example byte by byte', () => {
    const bytes = indexFile();
    const { saved } = decodeIndexFile(bytes, 'x');
    expect(new TextDecoder().decode(bytes.subarray(1, bytes.indexOf(10)))).toBe(JSON.stringify(json('head')));
    for (const name of SAVED_PARTS) expect([name, hex(bytesIn(`part ${name}`))]).toEqual([name, hex(saved[name])]);
  });

  it('tells priors as the code finds them', () => {
    const told = json('priors') as { updatedAt?: string; votes?: [number, number]; prior: number }[];
    const articles = told.map(({ updatedAt, votes }) => ({
      ...(updatedAt && { updatedAt: Date.parse(updatedAt) }),
      ...(votes && { votes: { yes: votes[0], no: votes[1] } }),
    }));
    expect(priorsOf(articles)).toEqual(told.map(({ prior }) => prior));
  });

  it('describes the parts so that a reader which knows nothing else reads them', () => {
    const parts = Object.fromEntries(SAVED_PARTS.map((name) => [name, bytesIn(`part ${name}`)])) as Parts;
    expect(readByThePage(parts)).toEqual(json('decoded'));
  });

  it('tells how its words are stemmed, and how a run is cut', () => {
    const stem = createStemmer(json('stems') as StemTable);
    for (const [word, term] of Object.entries(json('stemmed') as Record<string, string>))
      expect([word, stem(word)]).toEqual([word, term]);
    for (const [run, wanted] of Object.entries(cuts.runs)) expect(pieces(run, cut(run))).toEqual(wanted);
  });

  it('tells the terms of texts as the analysis gives them', () => {
    for (const [text, terms] of Object.entries(json('terms') as Record<string, string[]>))
      expect([text, analyse(text, 'de', { cut }).map(({ term }) => term)]).toEqual([text, terms]);
  });

  it('tells a file of Chinese characters byte by byte', () => {
    const { readings, simplified } = json('han-entries') as Record<'readings' | 'simplified', Record<string, never>>;
    const file = writeHanData({
      readings: new Map(Object.entries(readings)),
      simplified: new Map(Object.entries(simplified)),
    });
    expect(hex(bytesIn('han'))).toBe(hex(file));
  });
});

type Parts = Record<(typeof SAVED_PARTS)[number], Uint8Array>;

function readByThePage({ docs, words, text, terms, postings }: Parts): unknown {
  return {
    docs: readDocs(docs),
    words: readWords(words, new TextDecoder().decode(text)),
    terms: readTerms(terms, postings),
  };
}

/** Numbers from a half byte on, one after the other. */
function numbersIn(bytes: Uint8Array, from = 0): () => number {
  const halves = [...bytes].flatMap((byte) => [byte & 15, byte >> 4]);
  let at = from;
  return () => {
    let value = 0;
    let factor = 1;
    for (; halves[at]! > 7; factor *= 8) value += (halves[at++]! - 8) * factor;
    return value + halves[at++]! * factor;
  };
}

function readDocs(bytes: Uint8Array): unknown[] {
  const next = numbersIn(bytes);
  return Array.from({ length: next() }, () => ({
    lines: Array.from({ length: next() }, () => {
      const line = next();
      return [['title', 'summary', 'heading'][line % 3], Math.floor(line / 3)];
    }),
    keywords: next(),
    heading: next(),
    body: next(),
  }));
}

function readWords(bytes: Uint8Array, own: string): unknown[] {
  const next = numbersIn(bytes);
  const count = next();
  next(); // the units of all words
  let [at, named, last] = [0, 0, ''];
  return Array.from({ length: count }, () => {
    const [shared, more, back] = [next(), next(), next()];
    last = last.slice(0, shared) + own.slice(at, (at += more));
    return [last, back ? named - back : named++];
  });
}

function readTerms(bytes: Uint8Array, postings: Uint8Array): unknown[] {
  const next = numbersIn(bytes);
  let start = 0;
  return Array.from({ length: next() }, () => {
    const head = next();
    const read = numbersIn(postings, start);
    start += head >> 3;
    const has = head & 7;
    const docs = read();
    const listOf = (bit: number): [number, number][] => {
      let place = 0;
      const length = !(has & bit) ? 0 : bit > 1 && has === bit ? docs : read();
      return Array.from({ length }, () => {
        const step = read();
        place += step >> 1;
        return [place, step & 1 ? read() + 2 : 1];
      });
    };
    return { docs, lines: listOf(1), keywords: listOf(2), body: listOf(4) };
  });
}
