import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../testing/temporary-folder.js';
import { whyUnsafeSvg } from './check-svg.js';
import { readMarkdownFolder } from './read-markdown-folder.js';
import { readSources } from './read-sources.js';

const DRAWINGS = new URL('../../../../examples/script-tag/content/images/', import.meta.url);
const check = (text: string): string | null => whyUnsafeSvg(new TextEncoder().encode(text));
const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inner}</svg>`;

describe('whyUnsafeSvg', () => {
  it.each([
    ['a script', svg('<script>run()</script>')],
    ['a script in capitals', svg('<SCRIPT>run()</SCRIPT>')],
    ['a script with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>run()</s:script></s:svg>'],
    ['a script where HTML has raw text', svg('<title><style><script>run()</script></style></title>')],
    ['a script where HTML leaves the drawing', svg('<p><textarea><script>run()</script></textarea></p>')],
    ['a script after a comment that HTML ends early', svg('<!--><g a=" --><script>run()</script><!-- "/> -->')],
    ['a script after an instruction that HTML ends early', svg('<?x ><g a=" ?><script>run()</script><?x "/>?>')],
    ['a handler', svg('', ' onload="run()"')],
    ['a handler in capitals', svg('<g OnClick = "run()"/>')],
    ['HTML inside', svg('<foreignObject/>')],
    ['a frame', svg('<iframe/>')],
    ['an object', svg('<object/>')],
    ['an embedded file', svg('<embed/>')],
    ['an element of HTML', svg('<h:meta xmlns:h="http://www.w3.org/1999/xhtml" content="0"/>')],
    ['a script link', svg('<a href="javascript:run()"/>')],
    ['a script link in character references', svg('<a xlink:href=" &#x6A;ava&#10;script:run()"/>')],
    ['a script link under another prefix', svg('<a l:href="javascript:run()"/>')],
    ['another site', svg('<image href="https://other.example/a.png"/>')],
    ['a drawing inside', svg('<use href="data:image/svg+xml,x"/>')],
    ['a page inside', svg('<image src="data:text/html,x"/>')],
    ['an imported style sheet', svg('<style>@import "a.css";</style>')],
    ['an imported style sheet in escapes', svg('<style>&#64;\\69mport "a.css";</style>')],
    ['an address in a style sheet', svg('<style><![CDATA[g { fill: url( "https://a.example") }]]></style>')],
    ['an address in a style attribute', svg('<g style="fill:url(//a.example)"/>')],
    ['a changed address', svg('<animate attributeName="href" to="javascript:run()"/>')],
    ['a changed address with a prefix', svg('<set attributeName="xlink:hr&#101;f" to="javascript:run()"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
    ['a default attribute', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "run()">]>${svg('')}`],
    ['an entity of a named document type', svg('<a title="&colon;"/>')],
    ['a style sheet instruction', `<?xml-stylesheet href="a.xsl"?>${svg('')}`],
    ['an encoding that hides marks', `<?xml version="1.0" encoding="utf-7"?>${svg('')}`],
    ['what is no XML', svg('<g a=b/>')],
  ])('refuses %s', (_, text) => {
    expect(check(text)).toMatch(/^it (?:holds|could hold) a script \(.+\)$/u);
  });

  it('refuses UTF-16 and broken UTF-8', () => {
    expect(whyUnsafeSvg(new Uint8Array(Buffer.from(`\u{feff}${svg('')}`, 'utf16le')))).toContain('UTF-8');
    expect(whyUnsafeSvg(new Uint8Array([0x3c, 0xff]))).toContain('UTF-8');
  });

  it('says what it found', () => {
    expect(check(svg('<script/>'))).toBe('it holds a script (the element script)');
    expect(check(svg('<g onclick="x"/>'))).toBe('it holds a script (the attribute onclick of g)');
  });

  it.each([
    ['an empty drawing', '<svg/>'],
    [
      'a document type',
      `\u{feff}<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n${svg('')}`,
    ],
    [
      'its own parts',
      svg('<use href="#a"/><use xlink:href=" #b"/><g fill="url(#c)" style="mask:url(&quot;#d&quot;)"/>'),
    ],
    ['pictures inside', svg('<image href="data:image/png;base64,AA=="/>')],
    ['a plain style sheet', svg("<style>.a > .b { fill: url('#c') }</style>")],
    ['moving parts', svg('<animate attributeName="x" from="0" to="1"/>')],
    ['words about scripts', svg('<text>turn on=off &lt;script&gt; javascript:</text><!-- <script> -->')],
    ['letters of an older encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><svg/>'],
  ])('lets %s pass', (_, text) => {
    expect(check(text)).toBeNull();
  });

  it('lets every drawing of the example pass', async () => {
    const names = (await readdir(DRAWINGS)).filter((name) => name.endsWith('.svg'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names)
      expect([name, whyUnsafeSvg(await readFile(new URL(name, DRAWINGS)))]).toEqual([name, null]);
  });
});

describe('a drawing with a script', () => {
  const files = { 'x.svg': svg('<script>run()</script>'), 'good.SVG': svg('<g/>') };
  const message = 'picture x.svg is left out: it holds a script (the element script)';

  it('stays out of a pack of Markdown, and its words stay', async () => {
    const folder = await createTemporaryFolder({ ...files, 'a.md': 'Look\n\n![Plan](x.svg) ![Good](good.SVG)' });
    try {
      const { articles, assets, problems } = await readMarkdownFolder(folder.path);
      expect(problems).toMatchObject([{ path: 'a.md:3', message }]);
      expect([...assets.values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual([files['good.SVG']]);
      expect(JSON.stringify(articles[0]!.body)).toContain('Plan');
    } finally {
      await folder.remove();
    }
  });

  it('stays out of a pack of HTML, and its words stay', async () => {
    const page = '<title>T</title><main><h1>T</h1>\n<p>Words <img src="x.svg" alt="Plan"></p></main>';
    const folder = await createTemporaryFolder({ ...files, 'a.html': page });
    try {
      const { articles, assets, problems } = await readSources(folder.path);
      expect(problems).toMatchObject([{ path: 'a.html:2', message }]);
      expect(assets.size).toBe(0);
      expect(JSON.stringify(articles[0]!.body)).toContain('Words Plan');
    } finally {
      await folder.remove();
    }
  });
});
