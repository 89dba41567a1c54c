import type { Translation } from '../../message.js';
import type en from '../en/search.js';

const search: Translation<typeof en> = {
  'home.page': '與此頁面相關',
  'home.start': '從這裡開始',
  'home.topics': '所有主題',
  'home.empty': '這裡還沒有文章。',
  'results.label': '搜尋結果',
  'results.searching': '搜尋中',
  'results.count': { other: '「{text}」的搜尋結果共 {count} 筆' },
  'results.guess': '找不到與「{text}」完全相符的內容，以下最為接近：',
  'results.meant': '以下是「{text}」的搜尋結果',
  'results.none': '還沒有關於「{text}」的文章',
  'results.failed': '搜尋未能完成',
  'kind.article': '文章',
  'kind.video': '教學影片',
  'kind.thread': '社群討論',
  'kind.action': '自助服務',
  'kind.ticket': '我的案件',
};
export default search;
