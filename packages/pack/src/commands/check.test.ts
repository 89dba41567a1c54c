import { describe, expect, it } from 'vitest';
import { runCheck } from './check.js';
import { inFolder } from './testing/fake-context.js';

const TWO_LANGUAGES = {
  'docs/en/a.md': '# Refund\n\nSoon.',
  'docs/en/b.md': '# Address\n\nHere.',
  'docs/zh-CN/a.md': '# 退款\n\n很快。',
};

describe('helpkiosk check', () => {
  it('sums up each language in a table, and lets warnings pass', () =>
    inFolder(TWO_LANGUAGES, async (context) => {
      expect(await runCheck(['docs'], context)).toBe(0);
      expect(context.errors).toEqual(['b (zh-Hans) warning: is missing: the article is there in en only']);
      expect(context.out[0]).toMatch(/^language +articles +missing +empty/);
      expect(context.out.slice(1).map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
        'en 2 0 0 0 0 0 0 0 0',
        'zh-Hans 1 1 0 0 0 0 0 0 0',
        '0 errors, 1 warning',
      ]);
    }));

  it('fails for warnings with --strict', () =>
    inFolder(TWO_LANGUAGES, async (context) => expect(await runCheck(['docs', '--strict'], context)).toBe(1)));

  it('fails for what build would report', () =>
    inFolder({ 'docs/a.md': '# A\n\n[x](gone.md)' }, async (context) => {
      expect(await runCheck(['docs'], context)).toBe(1);
      expect(context.errors).toEqual([expect.stringMatching(/^a\.md:3 error: broken link to gone\.md/)]);
      expect(context.out.at(-1)).toBe('1 error, 0 warnings');
    }));

  it('prints one JSON object with --json', () =>
    inFolder(TWO_LANGUAGES, async (context) => {
      expect(await runCheck(['docs', '--json'], context)).toBe(0);
      expect([context.out.length, context.errors]).toEqual([1, []]);
      expect(JSON.parse(context.out[0]!)).toEqual({
        locales: {
          en: expect.objectContaining({ articles: 2, untranslated: 0 }),
          'zh-Hans': expect.objectContaining({ articles: 1, untranslated: 1 }),
        },
        errors: 0,
        warnings: 1,
        hints: 0,
        findings: [
          {
            level: 'warning',
            kind: 'untranslated',
            path: 'b (zh-Hans)',
            locale: 'zh-Hans',
            message: 'is missing: the article is there in en only',
          },
        ],
      });
    }));

  it('names votes on articles that are gone, and articles that do not help', () =>
    inFolder(
      {
        'docs/a.md': '# Refund\n\nSoon.',
        'docs/b.md': '# Address\n\nHere.',
        'helpkiosk.json': '{"content": "docs", "locale": "en", "votes": "votes.csv"}',
        'votes.csv': 'article,yes,no\na,20,60\nb,0,2\nold,3,1',
      },
      async (context, cwd) => {
        expect(await runCheck([], context)).toBe(0);
        expect(context.errors.map((line) => line.replace(cwd, ''))).toEqual([
          '/votes.csv:4 warning: has votes on "old", and there is no such article',
          'a hint: did not help, say 60 of 80 votes: what is missing in it?',
        ]);
        expect(context.out.at(-1)).toBe('0 errors, 1 warning, 1 hint');
      },
    ));

  it('fails where there is no article', () =>
    inFolder({ 'docs/note.log': '' }, async (context) => {
      expect(await runCheck(['docs'], context)).toBe(1);
      expect(context.errors.join('\n')).toContain('Nothing in docs is an article');
    }));

  it('reads the folder from helpkiosk.json', () =>
    inFolder({ ...TWO_LANGUAGES, 'helpkiosk.json': '{"content": "docs"}' }, async (context) =>
      expect(await runCheck([], context)).toBe(0),
    ));

  it.each([
    [[], /^Which folder\?/],
    [['gone'], /^There is no gone/],
    [['docs', 'more'], /^One folder at a time/],
    [['--stric'], /did you mean --strict/],
  ])('refuses %j with a sentence', (words, message) =>
    inFolder(TWO_LANGUAGES, async (context) => {
      expect(await runCheck(words, context)).toBe(2);
      expect(context.errors[0]).toMatch(message);
    }),
  );
});
