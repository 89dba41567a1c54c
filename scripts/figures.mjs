// What the widget weighs on the wire, counted from packages/widget/dist: `node scripts/figures.mjs` prints the table of
// README.md, `--write` puts it into both READMEs, `--json` prints the rows. Needs a build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const dist = at('packages/widget/dist/');
const block = /(<!-- figures:start -->)[\s\S]*?(<!-- figures:end -->)/;

/** Each row: its words in both languages, the entries that are fetched, and what the page has fetched before (not counted). */
const tag = ['helpkiosk.js'];
const panel = [...tag, 'panel.js', 'locale/*/home.js'];
const search = [...panel, 'view-results.js', 'locale/*/search.js'];
const more = [...search, 'view-home.js', 'view-more.js', 'locale/*/more.js', 'reader.js'];
const article = ['view-article.js', 'locale/*/article.js'];
const rows = [
  { en: 'The tag, in one request', zh: '标签本身，一个请求', entries: tag },
  { en: 'Until the panel is painted, in all', zh: '到面板画出来为止，合计', entries: panel },
  {
    en: 'Until the search can be used, in all',
    zh: '到可以搜索为止，合计',
    entries: [...search, 'search.worker.js'],
  },
  { en: 'Home, beside that', zh: '首页，与之同时', entries: ['view-home.js'], before: search },
  {
    en: 'Order by the texts, and excerpts, beside that',
    zh: '按正文排序和摘录，与之同时',
    entries: ['texts.js'],
    before: search,
  },
  {
    en: 'Topics, recent searches, contact, right after that',
    zh: '分类、最近搜索、联系方式，紧随其后',
    entries: more,
    before: [...search, 'view-home.js'],
  },
  { en: 'The article view, when first opened', zh: '文章页，首次打开时', entries: article, before: more },
  {
    en: 'What can be done with an article, right after that',
    zh: '文章的各项操作，紧随其后',
    entries: ['view-article-tools.js'],
    before: [...more, ...article],
  },
  {
    en: 'The engine on the page, instead of the worker',
    zh: '页面内引擎，代替 worker',
    entries: ['engine.js'],
    before: search,
  },
  {
    en: 'The engine for `data-articles`, instead of the worker',
    zh: '`data-articles` 用的引擎，代替 worker',
    entries: ['engine.js', 'create-live-search.js', 'read-articles.js'],
    before: search,
  },
  { en: 'Completions while typing', zh: '输入时的补全', entries: ['view-suggest.js', 'suggest.js'], before: more },
  {
    en: 'What unknown words need, with the first one',
    zh: '不认识的词所需，首次遇到时',
    entries: ['recover.js'],
    before: search,
  },
  {
    en: 'Actions and own tickets among the results, where there are any',
    zh: '结果中的自助工具和自己的工单，有才加载',
    entries: ['own-results.js', 'among.js'],
    before: more,
  },
  {
    en: 'The player, with the first video',
    zh: '播放器，首次打开视频时',
    entries: ['view-video.js'],
    before: [...more, ...article],
  },
  {
    en: 'Keeping the pack, once the page is idle',
    zh: '保存知识包，页面空闲时',
    entries: ['keep.js', 'kept.worker.js'],
    before: [...more, ...article],
  },
  {
    en: 'Following the address of the page',
    zh: '跟随页面地址',
    entries: ['pages.js'],
    before: panel,
  },
  { en: 'An adapter’s search and reports', zh: '适配器的搜索与上报', entries: ['served.js'], before: panel },
  { en: 'The client of a host', zh: '主机的客户端', entries: ['adapter-host.js', 'host-events.js'], before: panel },
  {
    en: 'Asking for a person, up to the place in line',
    zh: '请求人工，直到排上队',
    entries: ['view-waiting.js', 'view-waiting-join.js', 'waiting.js', 'line.js', 'estimate.js', 'locale/*/waiting.js'],
    before: more,
  },
  {
    en: 'A ticket, up to its receipt',
    zh: '提交工单，直到收到回执',
    entries: [
      'view-ticket.js',
      'view-ticket-aside.js',
      'view-ticket-check.js',
      'view-ticket-receipt.js',
      'desk.js',
      'locale/*/ticket.js',
    ],
    before: more,
  },
  { en: 'The inline elements', zh: '页内元素', entries: ['elements.js'] },
];

const heads = { en: ['What is fetched', 'Bytes'], zh: ['下载的内容', '字节'] };

/** The rows with their bytes (brotli 11, the heaviest language). Throws when a file is missing: the chunks have changed, or there is no build. */
function measureFigures() {
  const locales = readdirSync(`${dist}locale`);
  return rows.map(({ entries, before = [], ...words }) => {
    const choices = locales.map((locale) => {
      const inLocale = (names) => names.map((name) => name.replace('*', locale));
      const loaded = withStaticImports(inLocale(before), new Set());
      return [...withStaticImports(inLocale(entries), new Set())].filter((name) => !loaded.has(name));
    });
    return { ...words, bytes: Math.max(...choices.map((names) => names.reduce((sum, name) => sum + weigh(name), 0))) };
  });
}

/** The files that the entries bring with them, themselves included. */
function withStaticImports(entries, seen) {
  for (const name of entries) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = readFileSync(dist + name, 'utf8');
    const imports = [...text.matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g)];
    withStaticImports(
      imports.map(([, path]) => posix.join(posix.dirname(name), path)),
      seen,
    );
  }
  return seen;
}

function weigh(name) {
  return brotliCompressSync(readFileSync(dist + name), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function tableOf(figures, language) {
  const lines = figures.map((row) => `| ${row[language]} | ${row.bytes.toLocaleString('en')} |`);
  const [what, bytes] = heads[language];
  return [`| ${what} | ${bytes} |`, '| --- | ---: |', ...lines].join('\n');
}

async function writeTable(file, table) {
  const { format, resolveConfig } = await import('prettier');
  const text = readFileSync(at(file), 'utf8');
  if (!block.test(text)) throw new Error(`${file} has no lines <!-- figures:start --> and <!-- figures:end -->.`);
  const filled = text.replace(block, (_, start, end) => `${start}\n\n${table}\n\n${end}`);
  writeFileSync(at(file), await format(filled, { ...(await resolveConfig(at(file))), filepath: at(file) }));
}

const figures = measureFigures();
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else if (process.argv.includes('--write')) {
  await writeTable('README.md', tableOf(figures, 'en'));
  await writeTable('README.zh-CN.md', tableOf(figures, 'zh'));
} else console.log(tableOf(figures, 'en'));
