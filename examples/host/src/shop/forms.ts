import type { HostTicketForm } from './shop.js';

const ORDER_NUMBER = /^[A-Z]{2}-?\d{5}$/i;

/** An order number as the shop writes it, `LM-10482`. */
export const orderNumberCheck = {
  pattern: ORDER_NUMBER,
  message: {
    en: 'An order number looks like LM-10482: two letters and five digits.',
    'zh-Hans': '订单号形如 LM-10482：两个字母加五位数字。',
    'zh-Hant': '訂單編號形如 LM-10482：兩個字母加五位數字。',
  },
} as const;

/** The forms of the demo's shop. */
export const shopForms: readonly HostTicketForm[] = [
  {
    id: 'order',
    topic: { en: 'An order', 'zh-Hans': '订单问题', 'zh-Hant': '訂單問題' },
    fields: [
      {
        id: 'orderNumber',
        kind: 'text',
        label: { en: 'Order number', 'zh-Hans': '订单号', 'zh-Hant': '訂單編號' },
        required: true,
        help: {
          en: 'In your confirmation, such as LM-10482',
          'zh-Hans': '见确认邮件，例如 LM-10482',
          'zh-Hant': '見確認郵件，例如 LM-10482',
        },
      },
      {
        id: 'wish',
        kind: 'choice',
        label: { en: 'What would help', 'zh-Hans': '希望如何处理', 'zh-Hant': '希望如何處理' },
        choices: [
          { value: 'replace', label: { en: 'A replacement', 'zh-Hans': '换货', 'zh-Hant': '換貨' } },
          { value: 'refund', label: { en: 'My money back', 'zh-Hans': '退款', 'zh-Hant': '退款' } },
          { value: 'advice', label: { en: 'Advice', 'zh-Hans': '只是咨询', 'zh-Hant': '只是諮詢' } },
        ],
      },
      {
        id: 'arrivedOn',
        kind: 'date',
        label: { en: 'Arrived on', 'zh-Hans': '到货日期', 'zh-Hant': '到貨日期' },
      },
    ],
    checks: { orderNumber: orderNumberCheck },
  },
  {
    id: 'account',
    topic: { en: 'My account', 'zh-Hans': '账号问题', 'zh-Hant': '帳號問題' },
    fields: [
      {
        id: 'accountEmail',
        kind: 'email',
        label: { en: 'E-mail of the account', 'zh-Hans': '账号邮箱', 'zh-Hant': '帳號信箱' },
      },
    ],
  },
  {
    id: 'other',
    topic: { en: 'Something else', 'zh-Hans': '其他问题', 'zh-Hant': '其他問題' },
    fields: [],
  },
];
