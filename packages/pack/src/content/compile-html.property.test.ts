import { cleanArticleTree, isHelpError, safeHref, textOf, type ArticleNode } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileHtml, compileHtmlNodes, nodesOfHtml } from './compile-html.js';
import { hostileHtml as hostile } from '../testing/hostile-html.js';
import { findMainContent } from './html/main-content.js';
import { readPageFacts } from './html/page-facts.js';
import { parseHtmlFragment, parseHtmlPage } from './html/parse-html.js';

/** A promise of one second; other tests share the machine, so only time on the processor counts. */
const MAX_CPU_MICROSECONDS = 1_000_000;

describe('compileHtml, for any source', () => {
  it('gives a tree that the allow-list leaves unchanged or refuses with a HelpError, within a second of work', () => {
    const outcomes = { tree: 0, refused: 0 };
    const check = (source: string): void => {
      const before = process.cpuUsage();
      try {
        const root = parseHtmlFragment(source);
        const { nodes } = nodesOfHtml(root, root.childNodes, {});
        expect(cleanArticleTree({ v: 1, nodes })).toEqual({ v: 1, nodes });
        expect(compileHtml(source)).toEqual({ v: 1, nodes });
        outcomes.tree++;
      } catch (error) {
        if (!isHelpError(error) || error.code !== 'content-too-big') throw error;
        outcomes.refused++;
      }
      const { user, system } = process.cpuUsage(before);
      expect(user + system).toBeLessThan(2 * MAX_CPU_MICROSECONDS);
    };
    fc.assert(fc.property(hostile, check), { numRuns: 500 });
    expect(outcomes.tree).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(0);
  }, 120_000);

  it('finds the article of any page or says that there is none, within a second of work', () => {
    const outcomes = { article: 0, none: 0 };
    const check = (source: string): void => {
      const before = process.cpuUsage();
      try {
        const document = parseHtmlPage(source);
        readPageFacts(document);
        const main = findMainContent(document);
        if (main) {
          const { tree } = compileHtmlNodes(document, [main.element], { skip: main.skip });
          expect(cleanArticleTree(tree)).toEqual(tree);
        }
        outcomes[main ? 'article' : 'none']++;
      } catch (error) {
        if (!isHelpError(error) || error.code !== 'content-too-big') throw error;
      }
      const { user, system } = process.cpuUsage(before);
      expect(user + system).toBeLessThan(MAX_CPU_MICROSECONDS);
    };
    fc.assert(fc.property(hostile, check), { numRuns: 300 });
    expect(outcomes.article).toBeGreaterThan(50);
    expect(outcomes.none).toBeGreaterThan(0);
  }, 60_000);

  it('lets no handler, foreign scheme, class, style or control through', () => {
    const known = ['tag', 'children', 'id', 'href', 'src', 'alt', 'kind', 'title', 'checked', 'start', 'lang', 'open', 'align', 'colspan', 'rowspan', 'width', 'height']; // prettier-ignore
    const look = (node: ArticleNode): void => {
      if (typeof node === 'string') return;
      expect(Object.keys(node).filter((key) => !known.includes(key))).toEqual([]);
      for (const address of [node['href'], node['src']]) {
        if (address === undefined) continue;
        expect(safeHref(address)).toBe(address);
        expect(new URL(String(address), 'https://relative.example/').protocol).toMatch(/^(?:https?|mailto|tel):$/);
      }
      node.children?.forEach(look);
    };
    const check = (source: string): void => {
      try {
        compileHtml(source).nodes.forEach(look);
      } catch (error) {
        if (!isHelpError(error)) throw error;
      }
    };
    fc.assert(fc.property(hostile, check), { numRuns: 200 });
  }, 60_000);

  it.each([
    '<script>planted()</script>', '<SCRIPT\n>planted()</SCRIPT >', '<style>planted()</style>', '<svg><script>planted()</script></svg>',
    '<svg><foreignObject><p>planted()</p></foreignObject></svg>', '<math><style><img src=x onerror=planted()></style></math>', '<template><p>planted()</p></template>',
    '<iframe srcdoc="planted()"></iframe>', '<object data="planted()">planted()</object>', '<select><option>planted()</option></select>',
    '<textarea>planted()</textarea>', '<noscript>planted()</noscript>', '<!--planted()-->', '<title>planted()</title>',
  ])('leaves nothing of %s, wherever it stands', (code) => {
    for (const [before, after] of [['a ', ' b'], ['<ul><li>', '<li>x</ul>'], ['<table><tr><td>', '<td>b</table>'], ['<table>', '</table>'], ['<details><summary>s', '</summary></details>'], ['<b><p>', '</b>'], ['<h2>a', '</h2>'], ['<figure><img src=a.png><figcaption>c', '</figure>']]) { // prettier-ignore
      expect(JSON.stringify(compileHtml(`${before}${code}${after}`))).not.toContain('planted');
    }
  }); // prettier-ignore

  it('loses no word of sources that nest as HTML allows', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9\u4e00-\u4e2f\u0627-\u0647éñß]{1,8}$/u);
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        word.map((text) => ` ${text} `),
        fc
          .tuple(
            fc.constantFrom('div', 'section', 'b', 'em', 'span', 'u', 'blockquote', 'ul><li', 'ol><li', 'dl><dd', 'table><tr><td', 'table><caption', 'details', 'details><summary', 'aside', 'figure', 'figure><figcaption', 'article', 'label', 'button', 'h3', 'p', 'code', 'x-card', 'form'),
            fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
          )
          .map(([names, children]) => {
            const closing = names.split('><').reverse().map((tag) => `</${tag}>`).join(''); // prettier-ignore
            return `<${names}>${children.join(' ')}${closing}`;
          }), // prettier-ignore
      ),
    }));
    const check = (pieces: readonly string[]): void => {
      const source = pieces.join(' ');
      try {
        const wanted = source.replaceAll(/<[^>]*>/g, ' ').trim().split(/\s+/u).sort(); // prettier-ignore
        expect(textOf(compileHtml(source).nodes).split(/\s+/u).sort()).toEqual(wanted);
      } catch (error) {
        if (!isHelpError(error)) throw error;
      }
    };
    fc.assert(fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), check), { numRuns: 400 });
  }, 60_000);
});

describe('compileHtml, limits', () => {
  const failureOf = (source: string): unknown => {
    try {
      compileHtml(source);
      return null;
    } catch (error) {
      if (!isHelpError(error)) throw error;
      return { code: error.code, ...error.details };
    }
  };
  const tooBig = (limit: number): unknown => ({ code: 'content-too-big', limit, actual: expect.any(Number) });

  it('counts the bytes of a source', () => {
    expect(failureOf('字'.repeat(21_845))).toBeNull();
    expect(failureOf('字'.repeat(21_846))).toEqual({ code: 'content-too-big', limit: 65_536, actual: 65_538 });
  });

  it('refuses a tree that is too deep or too big, and no source for its wrappers', () => {
    expect(failureOf('<blockquote>'.repeat(40) + 'x')).toEqual(tooBig(32));
    expect(failureOf('<div>'.repeat(400) + 'x')).toBeNull();
    expect(failureOf('<p>a'.repeat(2_600))).toEqual(tooBig(5_000));
  });

  it.each([
    '<div>', '<b>', '<p>', '<table>', '<table><tr><td>', '<ul><li>', '<a href=x>', '<svg>', '<math>', '<template>', '<select>', '<aside>', '<nobr>',
    '<h1>', '<details>', '<dl><dd>', '<figure>', '<button>', '<i><p>', '</p>', '</br>', '<br>', '<', '&', '&amp', '<!--', '<a ', '<a b="', '<img src=a.png><noscript>', '<ruby><rt>',
    '<form>', '<td>', '<pre>', '<x-y>', '<b></p>', 'a\n', '字\n',
  ])('ends within a second of work on 64 kB of %j', (unit) => {
    const source = unit.repeat(Math.floor(65_000 / unit.length));
    const before = process.cpuUsage();
    const failure = failureOf(source);
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(MAX_CPU_MICROSECONDS);
    if (failure) expect(failure).toMatchObject({ code: 'content-too-big' });
  }); // prettier-ignore

  it('ends within a second of work on marks that differ and are never closed', () => {
    const marks = Array.from({ length: 400 }, (_, i) => `<b class=${i}>`).join('');
    const before = process.cpuUsage();
    expect(failureOf(marks + '<p>x'.repeat(13_000))).toMatchObject({ code: 'content-too-big' });
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(MAX_CPU_MICROSECONDS);
  });
});
