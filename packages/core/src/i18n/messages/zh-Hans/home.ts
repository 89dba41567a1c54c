import type { Translation } from '../../message.js';
import type en from '../en/home.js';

const home: Translation<typeof en> = {
  'panel.direction': 'ltr',
  'panel.label': '帮助',
  'panel.close': '关闭帮助',
  'panel.back': '返回',
  'search.label': '搜索帮助',
  'search.placeholder': '用您自己的话描述问题',
  'search.clear': '清除',
  'home.greeting': '您好，想解决什么问题？',
  'home.loading': '正在载入帮助文章',
  'contact.heading': '联系客服',
  'error.title': '帮助文章未能载入',
  'error.retry': '重试',
};
export default home;
