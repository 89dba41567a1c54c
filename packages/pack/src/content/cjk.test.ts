import { textOf, type ArticleNode } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { cutBareAddress, joinLines } from './cjk.js';
import { compileMarkdown } from './compile-markdown.js';

/** The marked-up stretches of the one paragraph in `source`, as `tag:words`. */
function marksOf(source: string): string[] {
  const found: string[] = [];
  const look = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    if (node.tag !== 'p') found.push(`${node.tag}:${textOf(node.children ?? [])}`);
    node.children?.forEach(look);
  };
  compileMarkdown(source).nodes.forEach(look);
  return found;
}

describe('emphasis beside CJK punctuation', () => {
  it.each([
    ['**注意：**请先登录', ['strong:注意：']],
    ['**“引号”**后面', ['strong:“引号”']],
    ['前面**“引号”**后面', ['strong:“引号”']],
    ['**注意**：', ['strong:注意']],
    ['*重点：*下文', ['em:重点：']],
    ['***重点：***下文', ['em:重点：', 'strong:重点：']],
    ['**注意：**请先登录，**重要！**再试', ['strong:注意：', 'strong:重要！']],
    ['请点**（确定）**按钮', ['strong:（确定）']],
    ['请看**[链接](a)**后面', ['strong:链接', 'link:链接']],
    ['按**`Ctrl`**键', ['strong:Ctrl', 'code:Ctrl']],
    ['~~原价（100元）~~现价', ['del:原价（100元）']],
    ['**「重要」**です', ['strong:「重要」']],
    ['**주의:**로그인', ['strong:주의:']],
    ['**𠮷：**野', ['strong:𠮷：']],
  ])('marks %s', (source, marks) => {
    expect(marksOf(source)).toEqual(marks);
  });

  it.each(['2 * 3 * 4', 'a**b', 'x**(a)**y', '\\*注意：*请', '** 注意 **', '2*3', '价格*数量'])(
    'leaves %s as it is',
    (source) => {
      expect(marksOf(source)).toEqual([]);
      expect(textOf(compileMarkdown(source).nodes)).toBe(source.replace('\\', ''));
    },
  );

  it('leaves marks within code alone', () => {
    expect(marksOf('`**注意：**`请')).toEqual(['code:**注意：**']);
  });
});

describe('cutBareAddress', () => {
  it.each([
    ['https://a.example，然后', 'https://a.example'],
    ['https://a.example/路径/页。', 'https://a.example/路径/页'],
    ['https://a.example查看', 'https://a.example'],
    ['www.a.example（官网', 'www.a.example'],
    ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
  ])('cuts %s', (address, cut) => {
    expect(cutBareAddress(address)).toBe(cut);
  });

  it('ends a link where the Chinese sentence goes on', () => {
    expect(compileMarkdown('访问https://a.example，然后').nodes).toEqual([
      {
        tag: 'p',
        children: ['访问', { tag: 'link', href: 'https://a.example', children: ['https://a.example'] }, '，然后'],
      },
    ]);
  });
});

describe('joinLines', () => {
  it('puts a space only where a language writes them', () => {
    expect(joinLines('一\n二')).toBe('一二');
    expect(joinLines('一，\n“二')).toBe('一， “二');
    expect(joinLines('a \n  b')).toBe('a b');
    expect(joinLines('한국\n어')).toBe('한국 어');
  });
});
