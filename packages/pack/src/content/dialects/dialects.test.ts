import type { ArticleNode } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileMarkdown } from '../compile-markdown.js';

const nodesOf = (source: string): readonly ArticleNode[] => compileMarkdown(source).nodes;
const p = (...children: ArticleNode[]): ArticleNode => ({ tag: 'p', children });
const strong = (text: string): ArticleNode => ({ tag: 'strong', children: [text] });
const note = (kind: string, ...children: ArticleNode[]): ArticleNode => ({ tag: 'note', kind, children });
const titled = (kind: string, title: string, ...children: ArticleNode[]): ArticleNode => ({ tag: 'note', kind, title, children }); // prettier-ignore
const IMPORT = "import { Tabs } from '@a/b';\n\n";

describe('compileMarkdown, ::: containers', () => {
  it.each([
    [':::note\nText\n:::', [note('note', p('Text'))]],
    ['::: tip Good to *know* {.x}\nText\n:::', [titled('tip', 'Good to know', p('Text'))]],
    [':::caution[Mind "the" step]{icon="heart"}\nText\n:::', [titled('warning', 'Mind "the" step', p('Text'))]],
    [':::danger title="Stop"\n\nText\n\n:::', [titled('danger', 'Stop', p('Text'))]],
    ['::::info\n:::tip\nInner\n:::\nOuter\n::::', [note('note', note('tip', p('Inner')), p('Outer'))]],
    [
      '::: details More **here** {open}\nText\n:::',
      [
        {
          tag: 'details',
          open: true,
          children: [{ tag: 'summary', children: ['More ', strong('here')] }, p('Text')],
        },
      ],
    ],
    [':::unknown Some title\nText\n:::', [p(strong('Some title')), p('Text')]],
    [':::note\nnever ended', [note('note', p('never ended'))]],
    ['a\n:::\nb', [p('a ::: b')]],
    ['```md\n:::note\n```', [{ tag: 'pre', lang: 'md', children: [':::note'] }]],
  ] as [string, ArticleNode[]][])('reads %j', (source, expected) => {
    expect(nodesOf(source)).toEqual(expected);
  });

  it('stands in a list item at the indentation of the item', () => {
    expect(nodesOf('1. One\n\n   :::tip\n   Text\n   :::\n\n2. Two')).toEqual([
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: [p('One'), note('tip', p('Text'))] },
          { tag: 'li', children: [p('Two')] },
        ],
      },
    ]);
  });

  it('shows the names of the code blocks of a code group', () => {
    expect(nodesOf('::: code-group\n```sh [npm]\na\n```\n```sh [pnpm]\nb\n```\n:::')).toEqual([
      p(strong('npm')),
      { tag: 'pre', lang: 'sh', children: ['a'] },
      p(strong('pnpm')),
      { tag: 'pre', lang: 'sh', children: ['b'] },
    ]);
  });
});

describe('compileMarkdown, MkDocs', () => {
  it.each([
    ['!!! warning\n    One\n\n    Two\nAfter', [note('warning', p('One'), p('Two')), p('After')]],
    ['!!! tip inline end "A \\"title\\""\n    Text', [titled('tip', 'A "title"', p('Text'))]],
    ['!!! note ""\n    Text', [note('note', p('Text'))]],
    [
      '??? question "How?"\n    So.\n\n    ```py\n    x\n    ```',
      [
        {
          tag: 'details',
          children: [{ tag: 'summary', children: ['How?'] }, p('So.'), { tag: 'pre', lang: 'py', children: ['x'] }],
        },
      ],
    ],
    [
      '=== "Windows"\n\n    One\n\n=== "Linux"\n\n    Two',
      [p(strong('Windows')), p('One'), p(strong('Linux')), p('Two')],
    ],
    ['!!! note\n    !!! tip\n        Deep\n    Back', [note('note', note('tip', p('Deep')), p('Back'))]],
    ['Wow !!! note', [p('Wow !!! note')]],
    ['[Go](https://a.example){ .md-button }', [p({ tag: 'link', href: 'https://a.example', children: ['Go'] })]],
    ['[TOC]\n\n--8<-- "x.md"\n\nText', [p('Text')]],
  ] as [string, ArticleNode[]][])('reads %j', (source, expected) => {
    expect(nodesOf(source)).toEqual(expected);
  });

  it('reads definition lists, their Markdown and their code', () => {
    expect(nodesOf('Term *one*\n:   First\n\n    more\n:   Second\n\nTerm two\n\n: Third\n\nAfter')).toEqual([
      {
        tag: 'dl',
        children: [
          { tag: 'dt', children: ['Term ', { tag: 'em', children: ['one'] }] },
          { tag: 'dd', children: [p('First'), p('more')] },
          { tag: 'dd', children: [p('Second')] },
          { tag: 'dt', children: ['Term two'] },
          { tag: 'dd', children: [p('Third')] },
        ],
      },
      p('After'),
    ]);
  });
});

describe('compileMarkdown, callouts', () => {
  it('takes the words beside the type as the title', () => {
    expect(nodesOf('> [!WARNING] Mind **this**\n> Text')).toEqual([titled('warning', 'Mind this', p('Text'))]);
    expect(nodesOf('> [!question]\n> Why?')).toEqual([note('note', p('Why?'))]);
  });

  it('opens a folded one on a click', () => {
    const summary: ArticleNode = { tag: 'summary', children: ['Why?'] };
    expect(nodesOf('> [!faq]- Why?\n> So.')).toEqual([{ tag: 'details', children: [summary, p('So.')] }]);
    expect(nodesOf('> [!faq]+ Why?\n> So.')).toEqual([{ tag: 'details', open: true, children: [summary, p('So.')] }]);
  });
});

describe('compileMarkdown, Obsidian', () => {
  it.each([
    ['a ==marked words== b', [p('a ', { tag: 'mark', children: ['marked words'] }, ' b')]],
    ['a == b == c, `==x==`', [p('a == b == c, ', { tag: 'code', children: ['==x=='] })]],
    ['a %%hidden%% b\n\n%%\nhidden\n\nhidden\n%%\n\nc', [p('a  b'), p('c')]],
    ['100%% sure', [p('100%% sure')]],
    ['See [[Other page]] and [[Other#Part|these words]].', [p('See Other page and these words.')]],
    ['![[pictures/plan.png|300]]', [p({ tag: 'image', src: 'pictures/plan.png' })]],
    ['Text ^block-id', [p('Text')]],
    ['`[[code]]` \\[[x]]', [p({ tag: 'code', children: ['[[code]]'] }, ' [[x]]')]],
  ] as [string, ArticleNode[]][])('reads %j', (source, expected) => {
    expect(nodesOf(source)).toEqual(expected);
  });

  it('asks resolveLink for the page that a wikilink names', () => {
    const asked: string[] = [];
    compileMarkdown('[[My page#Part two|x]] [[#Here]]', { resolveLink: (href) => (asked.push(href), null) });
    expect(asked).toEqual(['page:My%20page#Part%20two', '#Here']);
  });

  it('numbers footnotes in the order in which they are called', () => {
    const sup = (n: string): ArticleNode => ({ tag: 'sup', children: [`[${n}]`] });
    const nodes = nodesOf('A[^b] B[^a] C^[inline *one*] [^none]\n\n[^a]: First\n    more\n[^b]: Second\n\nEnd');
    expect(nodes).toEqual([
      p('A', sup('1'), ' B', sup('2'), ' C', sup('3'), ' [^none]'),
      p('End'),
      { tag: 'hr' },
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: ['Second'] },
          { tag: 'li', children: ['First more'] },
          { tag: 'li', children: ['inline ', { tag: 'em', children: ['one'] }] },
        ],
      },
    ]);
  });
});

describe('compileMarkdown, Hugo', () => {
  it.each([
    ['{{% notice warning %}}\nText\n{{% /notice %}}', [note('warning', p('Text'))]],
    ['{{< alert title="Mind" color="danger" >}}Text{{< /alert >}}', [titled('danger', 'Mind', p('Text'))]],
    ['{{% notice tip "Say so" %}}\nText\n{{% /notice %}}', [titled('tip', 'Say so', p('Text'))]],
    [
      '{{< youtube abc_1 >}}',
      [p({ tag: 'link', href: 'https://www.youtube.com/watch?v=abc_1', children: ['YouTube'] })],
    ],
    [
      '{{< figure src="a.png" alt="A" caption="The plan" >}}',
      [
        {
          tag: 'figure',
          children: [
            { tag: 'image', src: 'a.png', alt: 'A' },
            { tag: 'caption', children: ['The plan'] },
          ],
        },
      ],
    ],
    ['{{< unknown a="b" >}}Inner *text*{{< /unknown >}}', [p('Inner ', { tag: 'em', children: ['text'] })]],
    ['a {{< icon name="x" >}} b {{% children depth="3" %}}', [p('a  b')]],
    ['```\n{{</* x */>}}\n```', [{ tag: 'pre', children: ['{{< x >}}'] }]],
    ['{{< highlight go >}}\na := {{b}}\n{{< /highlight >}}', [{ tag: 'pre', lang: 'go', children: ['a := {{b}}'] }]],
    ['Write {{name}} in the mail', [p('Write {{name}} in the mail')]],
    ['{{< never ended', [p('{{< never ended')]],
  ] as [string, ArticleNode[]][])('reads %j', (source, expected) => {
    expect(nodesOf(source)).toEqual(expected);
  });

  it('hands the page of a ref to resolveLink', () => {
    const asked: string[] = [];
    compileMarkdown('[a]({{< ref "/docs/a b.md#x" >}}) [b]({{% relref path="b" %}})', {
      resolveLink: (href) => (asked.push(href), null),
    });
    expect(asked).toEqual(['page:/docs/a%20b.md#x', 'page:b']);
  });
});

describe('compileMarkdown, components', () => {
  it.each([
    [
      '<Tabs>\n\t<TabItem label="One">\n\t\tText *one*\n\t</TabItem>\n\t<TabItem label="Two">Two</TabItem>\n</Tabs>',
      [p(strong('One')), p('Text ', { tag: 'em', children: ['one'] }), p(strong('Two')), p('Two')],
    ],
    ['<Aside type="caution" title="Mind">\n  Text\n</Aside>', [titled('warning', 'Mind', p('Text'))]],
    ['New <Badge text="Beta &amp; new" style={{ a: 1 }} /> here', [p('New Beta & new here')]],
    [
      '<LinkCard\n  title="Pay"\n  href="https://a.example/pay"\n  description="How to *pay*"\n/>',
      [p({ tag: 'link', href: 'https://a.example/pay', children: ['Pay'] }), p('How to *pay*')],
    ],
    ['<LinkButton href="https://a.example">\n\tGo *on*\n</LinkButton>', [
      p({ tag: 'link', href: 'https://a.example', children: ['Go ', { tag: 'em', children: ['on'] }] }),
    ]],
    ['<Steps>\n\n1. One\n\n   <Aside>\n   In\n   </Aside>\n\n2. Two\n\n</Steps>', [
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: [p('One'), note('note', p('In'))] },
          { tag: 'li', children: [p('Two')] },
        ],
      },
    ]],
    ['<Unknown a={b} title="Shown">\n\nText\n\n</Unknown>', [p(strong('Shown')), p('Text')]],
    ['<Unknown>inline</Unknown> text', [p('inline text')]],
    ['Use `<Tabs>` here', [p('Use ', { tag: 'code', children: ['<Tabs>'] }, ' here')]],
    ['<Code code="a < b" lang="js" />', [{ tag: 'pre', lang: 'js', children: ['a < b'] }]],
    ['<Details summary="More">\nText\n</Details>', [
      { tag: 'details', children: [{ tag: 'summary', children: ['More'] }, p('Text')] },
    ]],
    ['Enter <your-token> or <NAME> or <note>', [p('Enter <your-token> or <NAME> or <note>')]],
  ] as [string, ArticleNode[]][])('reads %j', (source, expected) => {
    expect(nodesOf(IMPORT + source)).toEqual(expected);
  }); // prettier-ignore

  it('takes imports, exports, comments and code out of MDX and keeps texts in braces', () => {
    const source = [
      'import A from "a";',
      'import {',
      '  B,',
      "} from 'b';",
      '',
      'export const data = {',
      '  hidden: 1,',
      '};',
      '',
      'Text {/* hidden */} and {"kept"} and {`kept too`} and {hidden.call({ a: 1 })} and \\{kept}.',
      '',
      '## Title {#own}',
      '',
      '{shown && <p>Seen</p>}',
      '',
      '<div className={styles.hidden}>',
      '    Not *code*',
      '</div>',
    ].join('\n');
    expect(nodesOf(source)).toEqual([
      p('Text  and kept and kept too and  and {kept}.'),
      { tag: 'h2', id: 'own', children: ['Title'] },
      p('Seen'),
      p('Not ', { tag: 'em', children: ['code'] }),
    ]);
  });

  it('leaves braces and indented code of plain Markdown alone', () => {
    expect(nodesOf('Write {name}.\n\n    <Tabs>\n    {x}')).toEqual([
      p('Write {name}.'),
      { tag: 'pre', children: ['<Tabs>\n{x}'] },
    ]);
  });

  it.each([
    [
      '{{< youtube id="abcdefghijk" start="9" title="Film" >}}',
      'https://www.youtube.com/watch?v=abcdefghijk&t=9',
      'Film',
    ],
    ['<LiteYouTubeEmbed id="abcdefghijk" title="Film" />', 'https://www.youtube.com/watch?v=abcdefghijk', 'Film'],
    ['<Bilibili bvid="BV1xx411c7mD" />', 'https://www.bilibili.com/video/BV1xx411c7mD', undefined],
    ['{{< youku "XNDAwMDAwMDA=" >}}', 'https://v.youku.com/v_show/id_XNDAwMDAwMDA%3D.html', undefined],
    [
      '<iframe src="//player.vimeo.com/video/123456789"></iframe>',
      'https://player.vimeo.com/video/123456789',
      undefined,
    ],
    ['<video title="Film" controls>\n  <source src="a.webm">\n  No video.\n</video>', 'a.webm', 'Film'],
    ['![Film](a.webm)', 'a.webm', 'Film'],
    ['![[a.webm]]', 'a.webm', undefined],
    ['https://v.qq.com/x/page/a0123456789.html', 'https://v.qq.com/x/page/a0123456789.html', undefined],
  ])('makes a video of %s', (source, src, title) => {
    expect(nodesOf(source)).toEqual([{ tag: 'video', src, ...(title ? { title } : {}) }]);
  });

  it('keeps a link to a video in a sentence or a list, and the words of a video that cannot be shown', () => {
    expect(nodesOf('See [it](https://youtu.be/abcdefghijk).')).toEqual([
      p('See ', { tag: 'link', href: 'https://youtu.be/abcdefghijk', children: ['it'] }, '.'),
    ]);
    const link = { tag: 'link', href: 'https://vimeo.com/123456789', children: ['Film'] };
    expect(nodesOf('- [Film](https://vimeo.com/123456789)')).toEqual([
      { tag: 'ul', children: [{ tag: 'li', children: [link] }] },
    ]);
    expect(JSON.stringify(nodesOf('<video src="data:x">\nRead on.\n</video>'))).toContain('Read on.');
  });

  it('makes a link of a frame of another site', () => {
    expect(nodesOf('<iframe src="https://player.example/1" title="The film"></iframe>')).toEqual([
      p({ tag: 'link', href: 'https://player.example/1', children: ['The film'] }),
    ]);
  });
});
