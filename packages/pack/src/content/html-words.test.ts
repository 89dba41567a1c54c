import { textOf } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileHtml } from './compile-html.js';

/** The words of a source by a way of its own: what no reader sees is cut out, tags are cut, and what is left is read. */
function visibleWords(source: string): string[] {
  const text = source
    .replaceAll(/<(script|style|template|rp)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')
    .replaceAll(/<img [^>]*alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replaceAll(/<\/?(?:a|b|strong|em|i|code|kbd|sub|sup|mark|span|u|ruby|rb|rt|bdi|time|abbr|small|wbr)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  return text.split(/\s+/u).filter(Boolean);
}

const FIXTURES: Readonly<Record<string, string>> = {
  'a guide with every kind of block': `
    <h1>Send a parcel</h1><p>Choose <b>Send</b>, then <a href="/x">weigh <i>it</i></a>.<br>Wait&nbsp;for the <kbd>OK</kbd>.</p>
    <ol><li>Open the app<ul><li>on a phone</li><li><p>or here</p></li></ul></li><li>Press <code>a &lt; b &amp;&amp; c</code></li></ol>
    <table><caption>Prices</caption><thead><tr><th>Weight</th><th colspan="2">Price</th></tr></thead>
    <tbody><tr><td rowspan="2">1 kg</td><td>3 €</td><td>4 €</td></tr><tr><td><ul><li>five</li></ul></td><td></td></tr></tbody></table>
    <aside class="warning"><p>Never <u>glass</u>!</p></aside><blockquote><p>It came.</p><footer>Somebody</footer></blockquote>
    <details><summary>More <em>here</em></summary><p>Inner words</p></details><dl><dt>Parcel</dt><dd>A box</dd><dd>or a bag</dd></dl>
    <pre><code>npm  run\n  send</code></pre><figure><img src="a.png" alt="A box"><figcaption>The box</figcaption></figure>
    <form><label>Name</label><button>Send</button></form><hr>H<sub>2</sub>O, x<sup>2</sup>, <mark>new</mark><script>lost()</script>`,
  '中文、注音与标点': `
    <h2>怎么退款？</h2><p><strong>注意：</strong>请先<a href="/login">登录</a>，再点“退款”。</p><ul><li>三天内到账</li><li>节假日顺延</li></ul>
    <p><ruby>漢<rp>（</rp><rt>hàn</rt><rp>）</rp>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby>与<ruby><rb>振</rb><rt>ふ</rt></ruby>り仮名</p>
    <table><tr><td>人民币</td><td>１２３元</td></tr><tr><td>港币</td><td>𠮷㐀元</td></tr></table><p>表情 👩‍👩‍👧 与 ☎️</p>`,
  العربية: `
    <h2>كيف أسترد المال؟</h2><p dir="rtl">افتح <bdi>Settings</bdi> ثم <b>اضغط</b>، وانتظر <time>3 أيام</time>.</p><ol dir="rtl"><li>أولًا</li><li>ثانيًا</li></ol>`,
  'a page of an old tool': `
    <center><font size="5"><b>Opening hours</b></font></center><br><br><div>Monday<br>Tuesday</div><div><div>Wednesday</div></div>
    <p><span><span>Thursday</span></span><p>Friday<table><tr><td><b>Saturday<p>Sunday</table><nobr>closed</nobr> <blink>never</blink>`,
};

describe('compileHtml, word by word', () => {
  it.each(Object.keys(FIXTURES))('keeps every visible word in its order: %s', (name) => {
    const source = FIXTURES[name]!;
    expect(textOf(compileHtml(source).nodes).split(/\s+/u)).toEqual(visibleWords(source));
  });
});
