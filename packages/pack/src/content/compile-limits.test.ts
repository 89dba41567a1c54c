import { isHelpError } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileMarkdown } from './compile-markdown.js';

describe('compileMarkdown, limits', () => {
  const failureOf = (source: string): { code: string; details: Record<string, unknown> } | null => {
    try {
      compileMarkdown(source);
      return null;
    } catch (error) {
      if (!isHelpError(error)) throw error;
      return { code: error.code, details: error.details };
    }
  };
  const tooBig = (limit: number): unknown => ({
    code: 'content-too-big',
    details: { limit, actual: expect.any(Number) },
  });

  it('counts the bytes of a source, not its characters', () => {
    expect(failureOf('字'.repeat(21_845))).toBeNull();
    expect(failureOf('字'.repeat(21_846))).toEqual({
      code: 'content-too-big',
      details: { limit: 65_536, actual: 65_538 },
    });
  });

  it('keeps the words beside a run of thousands of marks', () => {
    expect(JSON.stringify(compileMarkdown(`word ${'`'.repeat(64_000)}`))).toContain('word');
  });

  it.each([
    ['quotes', '>'.repeat(5_000)],
    ['quotes with spaces', `${'> '.repeat(5_000)}a`],
    ['lists on one line', `${'- '.repeat(5_000)}a`],
    ['lists by indentation', Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['emphasis', `${'*a **b '.repeat(60)}c${' b** a*'.repeat(60)}`],
    ['lists within 32 blocks that make a tree of more', `${'- '.repeat(20)}a`],
  ])('refuses what nests too deep: %s', (_, source) => {
    expect(failureOf(source)).toEqual(tooBig(32));
  });

  it('accepts what is just deep enough', () => {
    expect(failureOf(`${'> '.repeat(30)}a`)).toBeNull();
    expect(failureOf(`${'> '.repeat(31)}a`)).toEqual(tooBig(32));
  });

  it('refuses more than 5,000 nodes', () => {
    expect(failureOf('a\n\n'.repeat(2_500))).toBeNull();
    expect(failureOf('a\n\n'.repeat(2_501))).toEqual(tooBig(5_000));
    expect(failureOf('- a\n'.repeat(2_600))).toEqual(tooBig(5_000));
  });

  it.each([
    '[', '![', '[[a](', '[a](<b', '[a](b', '*a ', '*a *a', '**a*', '_a_ ', 'a._', '~~a ', '`a', '`a``', '<', '<a ', '<!--',
    '<a b="', '&#', 'a@', '#', '\\', '- ', '> a\nb\n', '|-|\n', '-\n===\n', '&#|-|\n|-|\n', 'a<|-|\n|\n', ':|\n><div>\n', '[a]: b\n', '\n', ' ', '\t', 'http://a.',
    ':::note\n', ':::a\nb\n:::\n', '!!! a\n    ', '=== "a"\n', '<Tabs>\n', '<A b={', '<A/>\n', '<A>', '<A>\nb\n</A>\n', '{', 'import a from "b"\n{', '{{<a ', '{{< a >}}',
    '{{< a >}}{{< /a >}}\n', '[[', '![[a]]', '==a ', '%%', '[^a]', '[^a]: b\n', '^[a]', '^[', 'a\n: b\n', '<li>', '<table><tr><td>', '<pre>', '<iframe src="https://a.b">', '+++\n',
  ])('keeps the words of 64 kB of %j or refuses them, within a second', (unit) => {
    const source = unit.repeat(Math.floor(65_000 / unit.length)) + '\n\nlastword';
    const startedAt = performance.now();
    const failure = failureOf(source);
    // Four times the promise: other tests share the machine.
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    if (failure) expect(failure.code).toBe('content-too-big');
    else if (unit !== '<!--') expect(JSON.stringify(compileMarkdown(source))).toContain('lastword');
  }); // prettier-ignore
});
