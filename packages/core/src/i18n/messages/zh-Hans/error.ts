import type { Translation } from '../../message.js';
import type en from '../en/error.js';

const error: Translation<typeof en> = {
  'error.config-invalid': '帮助窗口的设置有误。',
  'error.adapter-missing-method': '此处不提供这项服务。',
  'error.adapter-bad-answer': '返回的内容无法识别，请稍后再试。',
  'error.network': '网络连接失败，请检查网络后重试。',
  'error.timeout': '等待超时，请重试。',
  'error.unauthorized': '请重新登录后再试。',
  'error.forbidden': '您的账号不能使用此功能。',
  'error.rate-limited': '操作过于频繁，请稍后再试。',
  'error.refused': '表单中有内容需要修改。',
  'error.unavailable': '暂时无法使用，请稍后再试。',
  'error.conflict': '相同的请求已用其他内容提交过。',
  'error.content-too-big': '内容过大，无法显示。',
  'error.pack-missing': '帮助文章暂时无法读取。',
  'error.pack-incompatible': '帮助文章正在更新，请刷新页面。',
  'error.storage-unavailable': '浏览器无法在本页保存内容，请不要关闭页面。',
  'error.storage-full': '设备存储空间已满。',
  'error.internal': '我们这边出了点问题，请重试。',
};
export default error;
