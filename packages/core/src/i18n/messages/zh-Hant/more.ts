import type { Translation } from '../../message.js';
import type en from '../en/more.js';

const more: Translation<typeof en> = {
  'offline.notice': '目前離線，仍可搜尋已存在這部裝置上的內容。',
  'offline.age': '文章內容截至{date}',
  'recent.title': '最近的搜尋',
  'recent.clear': '清除最近的搜尋',
  'recent.cleared': '已清除最近的搜尋。',
  'suggest.label': '搜尋建議',
  undo: '復原',
  'results.none.hint': '請換個說法或減少字詞，也可以瀏覽各個主題。',
  'results.none.topics': '目前有的主題',
  'results.topic': { other: '{count} 篇文章' },
  'results.ask': '找不到嗎？聯絡客服',
  'keys.select': '選取',
  'keys.open': '開啟',
  'contact.email': '電子郵件',
  'contact.phone': '電話',
  'contact.intro': '請選擇方便的方式，會在這個視窗以外開啟。',
  'contact.ticket': '提交工單',
  'contact.ticket.fact': '透過電子郵件或在這裡回覆',
  'contact.ticket.offline': '存在這部裝置，有網路時傳送',
  'contact.none': '這裡沒有提供聯絡客服的方式。',
  'contact.scan': '請用手機掃描 QR Code；若正在使用手機，請長按圖片以儲存或辨識。',
  'contact.code': '{name}的 QR Code',
  'contact.open': '開啟{name}',
  'contact.offline': '目前離線：需要開啟網頁的方式請待連線後再試，郵件會留在郵件軟體中等待寄出。',
  'contact.offline.call': '撥打電話不需要網路。',
  'article.missing': '找不到這篇文章',
  'article.missing.hint': '這篇文章可能已更名或移除。請改用搜尋，或瀏覽各個主題。',
  'article.missing.topics': '所有主題',
};
export default more;
