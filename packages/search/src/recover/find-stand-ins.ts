import { keepsMarks } from '../analysis/fold.js';
import type { Token } from '../analysis/token.js';
import type { Engine } from '../engine.js';
import type { Stretch } from '../query-plan.js';
import { bare } from './bare.js';
import { mend } from './mend.js';
import type { Recovery, Segment } from './types.js';

/** Takes a word of the index that may have been meant by a stretch of a query that the index does not know. */
export type VisitStandIn = (stretch: Stretch, word: string, weight: number) => void;

const HAN = /^[\u3400-\u9fff]/;
const LETTERS = /^[a-z]+$/;

/** Only marks differ: all else is less than this. */
const MARKS_ONLY = 0.9;

/**
 * Looks for what was meant in a query whose terms are `tokens`: Chinese typed as pinyin or with characters that sound the same, words with a
 * slip, words joined or parted, Vietnamese without its marks. `typing` is the token that is still being typed, if it begins a known word. Gives the
 * query with the likeliest in their places; empty where there was nothing to replace.
 */
export function findStandIns(
  asked: string,
  tokens: readonly Token[],
  {
    engine,
    recovery,
    locale,
    typing,
  }: { engine: Engine; recovery: Recovery; locale: string; typing?: Token | undefined },
  visit: VisitStandIn,
): string {
  const unknown = tokens.filter((token) => token !== typing && !token.minor && !engine.frequency(token));
  const words = unknown.filter(({ word }) => word);
  const heard = stretchesOf(words, (between) => /^[\s']*$/.test(between), asked).flatMap((stretch) =>
    inPlace(
      stretch,
      LETTERS.test(text(asked, stretch).replace(/[\s']/g, '')) ? recovery.pinyin(text(asked, stretch)) : null,
    ),
  );
  const isHeard = ({ start }: Token): boolean => heard.some((segment) => segment.start <= start && start < segment.end);
  const spelt = words.filter((token) => !isHeard(token)).flatMap((token) => spell(token, recovery));
  const segments = [...heard, ...homophones(asked, tokens, recovery), ...spelt].sort((a, b) => a.start - b.start);
  for (const { candidates, ...stretch } of [...segments, ...marksLeftOut(asked, tokens, locale, recovery)])
    for (const { term, weight } of candidates) for (const word of term.split(' ')) visit(stretch, word, weight);
  return segments.length ? mend(asked, segments) : '';
}

const text = (asked: string, { start, end }: Stretch): string => asked.slice(start, end).toLowerCase();

/** Tokens that follow one another with nothing between them but what `joins` allows, as one stretch. */
function stretchesOf(tokens: readonly Token[], joins: (between: string) => boolean, asked: string): Stretch[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of tokens) {
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (last && joins(asked.slice(last.end, start))) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

function inPlace({ start }: Stretch, segments: readonly Segment[] | null): Segment[] {
  return (segments ?? []).map((segment) => ({
    ...segment,
    start: start + segment.start,
    end: start + segment.end,
  }));
}

function spell({ word, start, end }: Token, recovery: Recovery): Segment[] {
  const candidates = recovery.word(word!);
  return candidates.length ? [{ start, end, candidates }] : [];
}

/** Where two words of a single character meet, or one is unknown, another word may have been meant that sounds alike. */
function homophones(asked: string, tokens: readonly Token[], recovery: Recovery): Segment[] {
  const chinese = tokens.filter(({ start, minor }) => !minor && HAN.test(asked.slice(start)));
  return stretchesOf(chinese, (between) => !between, asked).flatMap((stretch) => {
    const singles = chinese.filter(
      ({ start, end }) => end - start === 1 && stretch.start <= start && end <= stretch.end,
    );
    return singles.length > 1 || stretch.end - stretch.start === 1
      ? inPlace(stretch, recovery.homophone(asked.slice(stretch.start, stretch.end)))
      : [];
  });
}

/** In a language whose marks tell words apart, a query typed without any may mean each word with marks. */
function marksLeftOut(asked: string, tokens: readonly Token[], locale: string, recovery: Recovery): Segment[] {
  if (!keepsMarks(locale) || bare(asked.toLowerCase()) !== asked.toLowerCase()) return [];
  return tokens.flatMap((token) =>
    token.word
      ? spell(token, {
          ...recovery,
          word: (typed) => recovery.word(typed).filter(({ weight }) => weight >= MARKS_ONLY),
        })
      : [],
  );
}
