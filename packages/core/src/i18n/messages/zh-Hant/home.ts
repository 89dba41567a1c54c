import type { Translation } from '../../message.js';
import type en from '../en/home.js';

const home: Translation<typeof en> = {
  'panel.direction': 'ltr',
  'panel.label': '說明',
  'panel.close': '關閉說明',
  'panel.back': '返回',
  'search.label': '搜尋說明',
  'search.placeholder': '請用您自己的話描述問題',
  'search.clear': '清除',
  'home.greeting': '您好，需要什麼協助？',
  'home.loading': '正在載入說明文章',
  'contact.heading': '聯絡客服',
  'error.title': '說明文章無法載入',
  'error.retry': '再試一次',
};
export default home;
