import type { Translation } from '../../message.js';
import type en from '../en/search.js';

const search: Translation<typeof en> = {
  'results.label': '搜索结果',
  'results.searching': '正在搜索',
  'results.count': { other: '“{text}”的{count}条结果' },
  'results.guess': '没有与“{text}”完全对应的内容，以下最为接近：',
  'results.meant': '以下是“{text}”的结果',
  'results.none': '还没有关于“{text}”的文章',
  'results.none.hint': '换个说法或少用几个词试试，也可以浏览分类。',
  'results.failed': '搜索未能完成',
  'results.topic': { other: '{count}篇文章' },
  'keys.select': '选择',
  'keys.open': '打开',
};
export default search;
