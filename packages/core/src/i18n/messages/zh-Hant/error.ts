import type { Translation } from '../../message.js';
import type en from '../en/error.js';

const error: Translation<typeof en> = {
  'error.config-invalid': '這個說明視窗的設定有誤。',
  'error.adapter-missing-method': '這裡不提供這項服務。',
  'error.adapter-bad-answer': '無法辨識傳回的內容，請稍後再試。',
  'error.network': '網路連線失敗，請檢查網路後再試一次。',
  'error.timeout': '等候逾時，請再試一次。',
  'error.unauthorized': '請重新登入後再試一次。',
  'error.forbidden': '您的帳號無法使用這項功能。',
  'error.rate-limited': '操作太頻繁，請稍候再試。',
  'error.refused': '表單中有內容需要修改。',
  'error.unavailable': '目前無法使用，請稍後再試。',
  'error.conflict': '相同的要求先前已用其他內容送出。',
  'error.content-too-big': '內容過大，無法顯示。',
  'error.pack-missing': '目前無法讀取說明文章。',
  'error.pack-incompatible': '說明文章正在更新，請重新整理頁面。',
  'error.storage-unavailable': '瀏覽器無法在此頁面儲存內容，請勿關閉頁面。',
  'error.storage-full': '裝置的儲存空間已滿。',
  'error.internal': '我們這邊發生了一點問題，請再試一次。',
};
export default error;
