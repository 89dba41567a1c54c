import type { Translation } from '../../message.js';
import type en from '../en/search.js';

const search: Translation<typeof en> = {
  'home.page': '与本页相关',
  'home.start': '从这里开始',
  'home.topics': '全部分类',
  'home.empty': '这里还没有文章。',
  'results.label': '搜索结果',
  'results.searching': '正在搜索',
  'results.count': { other: '“{text}”的{count}条结果' },
  'results.guess': '没有与“{text}”完全对应的内容，以下最为接近：',
  'results.meant': '以下是“{text}”的结果',
  'results.none': '还没有关于“{text}”的文章',
  'results.failed': '搜索未能完成',
  'kind.article': '文章',
  'kind.video': '视频教程',
  'kind.thread': '社区帖子',
  'kind.action': '自助工具',
  'kind.ticket': '我的工单',
};
export default search;
