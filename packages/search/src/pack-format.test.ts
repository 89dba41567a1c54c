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
    expect(PAGE).toContain(`\`${ANALYSER}\``);
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
    expect(new TextDecoder().decode(bytes.subarray(1, bytes.indexOf(10)))).toBe(JSON.stringify(json('head')));
    expect(hex(decodeIndexFile(bytes, 'x').bytes)).toBe(hex(bytesIn('bytes')));
  });

  it('tells priors as the code finds them', () => {
    const told = json('priors') as { updatedAt?: string; votes?: [number, number]; prior: number }[];
    const articles = told.map(({ updatedAt, votes }) => ({
      ...(updatedAt && { updatedAt: Date.parse(updatedAt) }),
      ...(votes && { votes: { yes: votes[0], no: votes[1] } }),
    }));
    expect(priorsOf(articles)).toEqual(told.map(({ prior }) => prior));
  });

  it('describes the bytes so that a reader which knows nothing else reads them', () => {
    const { text, postings } = json('head') as Head;
    expect(readByThePage(bytesIn('bytes'), text, postings)).toEqual(json('decoded'));
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

interface Head {
  text: string;
  postings: number;
}

function readByThePage(bytes: Uint8Array, text: string, postings: number): unknown {
  const next = numbersIn(bytes);
  const docs = readDocs(next);
  const words = readWords(next, text);
  const count = new Set(words.map(([, term]) => term)).size;
  let end = postings;
  const starts = Array.from({ length: count }, () => (end += next()));
  return { docs, words, terms: [postings, ...starts.slice(0, -1)].map((start) => readTerm(numbersIn(bytes, start))) };
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

function readDocs(next: () => number): unknown[] {
  const count = next();
  next(); // the number of all lines
  return Array.from({ length: count }, () => ({
    title: next(),
    heading: next(),
    keywords: next(),
    body: next(),
    lines: Array.from({ length: next() }, () => {
      const line = next();
      return [['summary', 'title', 'heading'][line % 3], Math.floor(line / 3)];
    }),
  }));
}

function readWords(next: () => number, own: string): [string, number][] {
  const count = next();
  next(); // the units of all words
  let [at, named, last] = [0, 0, ''];
  return Array.from({ length: count }, () => {
    const [shared, more, back] = [next(), next(), next()];
    last = last.slice(0, shared) + own.slice(at, (at += more));
    return [last, back ? named - back : named++];
  });
}

function readTerm(next: () => number): unknown {
  const docs = next();
  let place = 0;
  const places = Array.from({ length: docs + next() }, () => {
    const step = next();
    place += step >> 1;
    return [place, step & 1 ? next() + 2 : 1];
  });
  return { docs, places };
}
