import { cleanArticleTree, isHelpError, safeHref, textOf, type ArticleNode } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMarkdown, nodesOfMarkdown } from './compile-markdown.js';

const PIECES = [
  '# ', '## ', '\n', '\n\n', '- ', '  - ', '1. ', '> ', '> [!NOTE]\n', '**', '*', '_', '~~', '`', '```\n', '[', '](', ')', '![', '<', '>',
  '</', '<b>', '</b>', '<details>', '<summary>', '</details>', '<ruby>', '<rt>', '<svg>', '</svg>', '<!--', '-->', '|', '|-|-|\n', '&amp;',
  '&#x41;', '{#x}', ' ', '    ', '注意：', '请', '“', '”', 'word', 'a.md', 'https://a.example', '[ ] ', '\\', '"', "'", '\u202e', '\0', '🙂',
  '\ud800', '<a href="javascript:x()">', '<img src=x onerror=x()>', '[a]: javascript:x()\n', '[a]', '---\n', '===\n',
  ':::note[', ':::\n', '::: details x\n', '::::', '!!! tip "', '"\n', '??? note\n    ', '=== "a"\n', '\n    ', '\t', '> [!faq]- ',
  '{{< ', '{{% ', ' >}}', ' %}}', '{{< /a >}}', 'a ', '{{< figure src="', '{{< highlight go >}}', '<Tabs>', '</Tabs>', '<TabItem label="',
  '<A b={', '}', '{', '/>', '<Card title="x">\n', '</Card>', '<Unknown>', 'import a from "b"\n', 'export const a = {\n', '{/* ', ' */}',
  '[[', ']]', '![[', '==', '%%', '[^a]', '[^a]: ', '^[', '\n: ', ' ^block', '{#', '{: .x }', '\u{fdd0}0\u{fdd0}', '<hk-note kind="evil" title="',
  '<table><tr><td>', '<li>', '</ul>', '<pre>', '<h2 id="', '<dl><dt>', '<a href="javascript:x()">', '<iframe src="javascript:x()"></iframe>',
]; // prettier-ignore
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

const planted = fc.constantFrom(
  '<script>planted()</script>',
  '<SCRIPT\n>planted()</SCRIPT >',
  '<style>planted()</style>',
  '<svg><script>planted()</script></svg>',
  '<iframe srcdoc="planted()"></iframe>',
  '<a href="javascript:planted()">x</a>',
  '<img src="x" onerror="planted()">',
  '<b onclick="planted()">x</b>',
  '<details ontoggle="planted()" open>x</details>',
  '[x](javascript:planted())',
  '[x](java&Tab;script:planted())',
  '[x](javascript&colon;planted())',
  '[x](\u0001javascript:planted())',
  '[x](vbscript:planted())',
  '[x](data:text/html,planted())',
  '![x](javascript:planted())',
  '![x](data:image/svg+xml,planted())',
  '<javascript:planted()>',
);

describe('compileMarkdown, for any text', () => {
  it('gives a tree that the allow-list leaves unchanged, or refuses with a HelpError, within a second', () => {
    const check = (source: string): void => {
      const startedAt = process.cpuUsage();
      try {
        const { nodes } = nodesOfMarkdown(source);
        expect(cleanArticleTree({ v: 1, nodes })).toEqual({ v: 1, nodes });
        expect(compileMarkdown(source)).toEqual({ v: 1, nodes });
      } catch (error) {
        if (!isHelpError(error) || error.code !== 'content-too-big') throw error;
      }
      const { user, system } = process.cpuUsage(startedAt);
      expect((user + system) / 1000).toBeLessThan(1_000);
    };
    fc.assert(fc.property(markdown, check), { numRuns: 600 });
  });

  it('gives every heading an id of its own', () => {
    const check = (source: string): void => {
      const ids: unknown[] = [];
      const look = (node: ArticleNode): void => {
        if (typeof node === 'string') return;
        if (/^h[234]$/.test(node.tag)) ids.push(node['id']);
        node.children?.forEach(look);
      };
      compileMarkdown(source).nodes.forEach(look);
      expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    };
    const headings = fc.array(fc.constantFrom('# a', '## a', '### a-1', '## a {#a-1}', '# ?', '# 中 文', '> # a'));
    fc.assert(
      fc.property(headings, (lines) => check(lines.join('\n'))),
      { numRuns: 300 },
    );
  });

  it('lets no planted code through, wherever it stands', () => {
    const check = (before: string, code: string, after: string): void => {
      const addresses: unknown[] = [];
      const attributes = new Set<string>();
      const look = (node: ArticleNode): void => {
        if (typeof node === 'string') return;
        for (const name of Object.keys(node)) attributes.add(name);
        if (node['href'] !== undefined) addresses.push(node['href']);
        if (node.tag === 'image') addresses.push(node['src']);
        node.children?.forEach(look);
      };
      compileMarkdown(before + code + after).nodes.forEach(look);
      for (const address of addresses) {
        expect(safeHref(address)).toBe(address);
        expect(new URL(String(address), 'https://relative.example/').protocol).toMatch(/^(?:https?|mailto|tel):$/);
      }
      const known = [
        'tag',
        'children',
        'id',
        'href',
        'src',
        'alt',
        'kind',
        'checked',
        'start',
        'lang',
        'open',
        'align',
        'title',
        'colspan',
      ];
      expect([...attributes].filter((name) => !known.includes(name))).toEqual([]);
    };
    fc.assert(fc.property(markdown, planted, markdown, check), { numRuns: 400 });
  });

  it('leaves nothing of planted elements in a text around them', () => {
    for (const code of [
      '<script>planted()</script>',
      '<style>planted()</style>',
      '<svg>planted()</svg>',
      '<!--planted()-->',
    ]) {
      for (const [before, after] of [
        ['a ', ' b'],
        ['', ''],
        ['- ', '\n- b'],
        ['> ', ''],
        ['a\n\n', '\n\nb'],
        ['| x |\n|-|\n| ', ' |'],
      ]) {
        expect(JSON.stringify(compileMarkdown(`${before}${code}${after}`))).not.toContain('planted');
      }
    }
  });

  it('loses no word of simple sources', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9\u4e00-\u4e2f\u0627-\u0647éñß]{1,8}$/u);
    const line = fc
      .tuple(
        fc.constantFrom('', '# ', '### ', '- ', '1. ', '> ', '**', '*', '~~', '`', '<b>', '<div>'),
        fc.array(word, { minLength: 1 }),
      )
      .map(([mark, words]) => ({ words, source: mark + words.join(' ') + closing(mark) }));
    const check = (lines: readonly { words: string[]; source: string }[]): void => {
      const text = textOf(compileMarkdown(lines.map(({ source }) => source).join('\n\n')).nodes);
      expect(text.split(' ')).toEqual(lines.flatMap(({ words }) => words));
    };
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), check), { numRuns: 300 });
  });
});

const closing = (mark: string): string =>
  /^[*~`]/.test(mark) ? mark : mark.startsWith('<') ? mark.replace('<', '</') : '';
