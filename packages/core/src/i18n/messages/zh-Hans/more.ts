import type { Translation } from '../../message.js';
import type en from '../en/more.js';

const more: Translation<typeof en> = {
  'offline.notice': '当前离线，仍可搜索已保存在本机的内容。',
  'offline.age': '文章截至{date}',
  'recent.title': '最近搜索',
  'recent.clear': '清除最近搜索',
  'recent.cleared': '已清除最近搜索。',
  'suggest.label': '搜索建议',
  undo: '撤销',
  'results.none.hint': '换个说法或少用几个词试试，也可以浏览分类。',
  'results.none.topics': '现有的分类',
  'results.topic': { other: '{count}篇文章' },
  'results.ask': '没找到？联系客服',
  'keys.select': '选择',
  'keys.open': '打开',
  'contact.email': '电子邮件',
  'contact.phone': '电话',
  'contact.intro': '请选择方便的方式，将在此窗口之外打开。',
  'contact.ticket': '提交工单',
  'contact.ticket.fact': '通过邮箱或在这里回复',
  'contact.ticket.offline': '存在本机，有网络时发送',
  'contact.none': '这里没有提供联系客服的方式。',
  'contact.scan': '请用手机扫描二维码；若正在用手机浏览，可长按图片保存或识别。',
  'contact.code': '{name}二维码',
  'contact.open': '打开{name}',
  'contact.offline': '当前离线：需要打开网页的方式请联网后再试，邮件会留在邮件应用里等待发送。',
  'contact.offline.call': '拨打电话不需要网络。',
  'article.missing': '找不到这篇文章',
  'article.missing.hint': '它可能已改名或删除。请搜索，或浏览分类。',
  'article.missing.topics': '全部分类',
};
export default more;
