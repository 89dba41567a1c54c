import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { nodesOfArticle, problemLines, readFiles } from '../testing/read-files.js';

const p = (...children: unknown[]): unknown => ({ tag: 'p', children });
const HEADERS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of these sheets; a null cell is none, as in the rest of a merged one. */
function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>): Uint8Array {
  const names = Object.keys(sheets);
  const cell = (value: string | number | null, row: number, column: number): string => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === null) return '';
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  };
  const sheetXml = (rows: readonly (readonly (string | number | null)[])[]): string =>
    `${HEADERS}<worksheet xmlns="${MAIN}"><sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`).join('')}</sheetData></worksheet>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEADERS}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${HEADERS}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEADERS}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  };
  names.forEach((name, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheets[name]!)));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

describe('readSources, tables of questions', () => {
  it('reads every column by its English name', async () => {
    const reading = await readFiles({
      'faq.csv':
        'ID,Question,Answer,Category,Keywords,Similar questions,Locale,Order,Updated at,Owner\n' +
        'pay-1,How do I pay?,"With a card, or\nwith **cash**.",Money,"card, cash","Can I pay? | paying; how to pay",en-GB,3,2026-11-12,Mia\n',
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles).toEqual([
      {
        id: 'pay-1',
        locale: 'en-GB',
        title: 'How do I pay?',
        category: 'Money',
        keywords: ['card', 'cash', 'Can I pay?', 'paying', 'how to pay'],
        order: 3,
        updatedAt: Date.UTC(2026, 10, 12),
        body: {
          v: 1,
          nodes: [p('With a card, or', { tag: 'br' }, 'with ', { tag: 'strong', children: ['cash'] }, '.')],
        },
      },
    ]);
  });

  it('reads Chinese columns, and makes ids of the questions', async () => {
    const reading = await readFiles({
      'zh-CN/常见问题.csv':
        '问题（必填）,答案,分类,同义问法,标签\n怎么退款？,三天内到账。,支付,如何退钱、能退吗；退款多久,退款，到账\n',
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles[0]).toMatchObject({
      id: '常见问题/怎么退款',
      locale: 'zh-Hans',
      title: '怎么退款？',
      category: '支付',
      keywords: ['退款', '到账', '如何退钱', '能退吗', '退款多久'],
    });
  });

  it.each([
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('问题,答案\n中,文\n')])],
    [
      'UTF-16 with its mark',
      new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from('问题,答案\n中,文\n', 'utf16le'))]),
    ],
    ['UTF-16 without one', new Uint8Array(Buffer.from('question,answer\n中,文\n', 'utf16le'))],
    [
      'GB18030',
      new Uint8Array([0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xd6, 0xd0, 0x2c, 0xce, 0xc4, 0x0a]),
    ],
    ['semicolons', '问题;答案\n中;文\n'],
    ['tabs', '问题\t答案\n中\t文\n'],
    ['Windows line ends', '问题,答案\r\n中,文\r\n'],
  ])('understands %s', async (_, content) => {
    const reading = await readFiles({ 'faq.csv': content });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ title }) => title)).toEqual(['中']);
    expect(nodesOfArticle(reading, 'faq/中')).toEqual([p('文')]);
  });

  it('compiles answers in HTML', async () => {
    const reading = await readFiles({
      'faq.tsv':
        'question\tanswer\nOne\t<p>First</p><script>x()</script><ul><li>a</li></ul>\nTwo\tSee <a href="/help">help</a> & more\n',
    });
    expect(nodesOfArticle(reading, 'faq/one')).toEqual([
      p('First'),
      { tag: 'ul', children: [{ tag: 'li', children: ['a'] }] },
    ]);
    expect(nodesOfArticle(reading, 'faq/two')).toEqual([
      p('See ', { tag: 'link', href: '/help', children: ['help'] }, ' & more'),
    ]);
  });

  it('reads every sheet of a workbook, below titles, with merged categories', async () => {
    const reading = await readFiles({
      'faq.xlsx': workbook({
        支付: [
          ['Our questions', null, null],
          [],
          ['分类', '问题', '答案'],
          ['支付', '怎么付款', '用卡'],
          [null, '怎么退款', 3],
          ['其他', '别的', '好'],
        ],
        Empty: [],
        English: [
          ['question', 'answer'],
          ['Where?', 'There & < here'],
        ],
      }),
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ title, category }) => [title, category])).toEqual([
      ['怎么付款', '支付'],
      ['怎么退款', '支付'],
      ['别的', '其他'],
      ['Where?', undefined],
    ]);
    expect(nodesOfArticle(reading, 'faq/where')).toEqual([p('There & < here')]);
  });

  it('reports what is wrong by file and line, and reads the rest', async () => {
    const reading = await readFiles({
      'a.csv': 'question,answer,language,order\n\nOne,1,,\n,orphan,,\nTwo,,,\none,again,,\nThree,3,??,x\n',
      'b.csv': 'name,phone\nMia,1\n',
      'c.csv': 'question,answer\nOpen,"never closed\nmore\n',
      'd.csv': '',
      'e.xlsx': 'no workbook',
      'f.csv': 'question,answer\nLong,' + '字'.repeat(30_000) + '\nShort,s\n',
      'g.xlsx': workbook({
        S: [
          ['question', 'answer'],
          [null, 'rest of a merged cell'],
          ['Good', 'g'],
        ],
      }),
      'h.xls': new Uint8Array([0xd0, 0xcf]),
    });
    expect(problemLines(reading)).toEqual([
      'a.csv:4 has an answer and no question: a merged cell keeps its text in its first row alone',
      'a.csv:5 "Two" has no answer',
      'a.csv:6 is left out: line 3 has the same question',
      'a.csv:7 "??" is no language tag such as en or zh-Hans; it is not used',
      'a.csv:7 "x" is no number to order by; it is not used',
      'b.csv:1 no header found: name the columns question and answer (or 问题 and 答案)',
      'c.csv:2 cannot be read from here on: a quotation mark is opened and never closed',
      'd.csv:1 has no rows',
      expect.stringMatching(/^e\.xlsx:1 cannot be read as a workbook: /),
      expect.stringMatching(/^f\.csv:2 the text has 90000 bytes/),
      'g.xlsx:2 sheet "S": has an answer and no question: a merged cell keeps its text in its first row alone',
      'h.xls:1 is not read: save it as .xlsx or .csv',
    ]);
    expect(reading.articles.map(({ title }) => title)).toEqual(['One', 'Three', 'Short', 'Good']);
  });

  it('tells the language of rows that nothing names by their text', async () => {
    const chinese = '问题,答案\n怎么退款？,三天内到账。\n如何登录,输入短信验证码即可\n你好,好\n';
    const reading = await readFiles({
      'a.csv': chinese,
      'b.csv':
        'id,question,answer,locale\nx,怎麼退款？,請聯繫客服，三天內會到賬。,\nx,How do I get money back?,Write to us and the money is back within three days.,\nx,Wie?,So.,de\n',
      'c.csv':
        'question,answer\nComment être remboursé ?,Écrivez-nous et nous vous rendons votre argent sous trois jours.\n',
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ locale }) => locale)).toEqual([
      ...['zh-Hans', 'zh-Hans', 'zh-Hans'],
      ...['zh-Hant', 'en', 'de'],
      'fr',
    ]);
    const named = await readFiles({ 'a.csv': chinese }, { locale: 'zh-Hant' });
    expect(new Set(named.articles.map(({ locale }) => locale))).toEqual(new Set(['zh-Hant']));
  });

  it('names a table that has a header and no rows', async () => {
    const reading = await readFiles({
      'a.csv': 'question,answer\n,\n',
      'b.xlsx': workbook({
        S: [['Notes'], ['question', 'answer']],
        T: [
          ['question', 'answer'],
          ['One', '1'],
        ],
      }),
    });
    expect(problemLines(reading)).toEqual([
      'a.csv:1 has a header and no rows',
      'b.xlsx:2 sheet "S": has a header and no rows',
    ]);
    expect(reading.articles.map(({ title }) => title)).toEqual(['One']);
  });
});
