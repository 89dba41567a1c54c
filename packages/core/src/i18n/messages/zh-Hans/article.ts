import type { Translation } from '../../message.js';
import type en from '../en/article.js';

const article: Translation<typeof en> = {
  'article.updated': '{date}更新',
  'article.minutes': { other: '阅读约{count}分钟' },
  'article.loading': '正在载入文章',
  'article.missing': '找不到这篇文章',
  'article.missing.hint': '它可能已改名或删除。请搜索，或浏览分类。',
  'article.language': '这篇文章还没有您所用语言的版本。',
  'article.external': '将打开{site}',
  'article.table': '表格',
  'note.note': '说明',
  'note.tip': '提示',
  'note.warning': '注意',
  'note.danger': '警告',
};
export default article;
