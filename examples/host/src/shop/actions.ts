import { inLanguage } from '../check/in-language.js';
import { orderNumberCheck } from './forms.js';
import type { HostAction } from './shop.js';

const orderNumber = {
  id: 'orderNumber',
  kind: 'text',
  label: { en: 'Order number', 'zh-Hans': '订单号', 'zh-Hant': '訂單編號' },
  required: true,
} as const;
const checks = { orderNumber: orderNumberCheck };

const STEPS = [
  { en: 'It is being packed.', 'zh-Hans': '正在打包。', 'zh-Hant': '正在打包。' },
  { en: 'The carrier has it.', 'zh-Hans': '已交给承运商。', 'zh-Hant': '已交給物流。' },
  { en: 'It is in the sorting centre.', 'zh-Hans': '已到分拣中心。', 'zh-Hant': '已到理貨中心。' },
  { en: 'It is out for delivery.', 'zh-Hans': '正在派送。', 'zh-Hant': '正在派送。' },
  { en: 'It has been delivered.', 'zh-Hans': '已签收。', 'zh-Hant': '已簽收。' },
] as const;

/** The tools of the demo's shop: both make their answer of the order's number, so that the same question has the same answer. */
export const shopActions: readonly HostAction[] = [
  {
    form: {
      id: 'order-progress',
      title: { en: 'Where is my order?', 'zh-Hans': '查订单进度', 'zh-Hant': '查訂單進度' },
      keywords: ['order', 'parcel', 'track', 'delivery', '订单', '物流', '快递', '進度'],
      fields: [orderNumber],
    },
    checks,
    run(fields, locale) {
      const number = numberOf(fields);
      const step = STEPS[Number(number.slice(-2)) % STEPS.length]!;
      const title = { en: `Order ${number}`, 'zh-Hans': `订单 ${number}`, 'zh-Hant': `訂單 ${number}` };
      return { title: inLanguage(title, locale), body: inLanguage(step, locale), ok: true };
    },
  },
  {
    form: {
      id: 'invoice-copy',
      title: { en: 'Copy of an invoice', 'zh-Hans': '补开发票', 'zh-Hant': '補開發票' },
      keywords: ['invoice', 'receipt', 'bill', '发票', '账单', '發票'],
      fields: [
        orderNumber,
        {
          id: 'sendTo',
          kind: 'email',
          label: { en: 'Send it to', 'zh-Hans': '发送到', 'zh-Hant': '寄送到' },
          required: true,
        },
      ],
    },
    checks,
    run(fields, locale) {
      const number = numberOf(fields);
      const title = { en: `Invoice of ${number}`, 'zh-Hans': `${number} 的发票`, 'zh-Hant': `${number} 的發票` };
      const body = {
        en: 'A copy is on its way to the address that you gave.',
        'zh-Hans': '副本已发往您填写的邮箱。',
        'zh-Hant': '副本已寄往您填寫的信箱。',
      };
      return { title: inLanguage(title, locale), body: inLanguage(body, locale), ok: true };
    },
  },
];

const numberOf = ({ orderNumber: given }: Readonly<Record<string, unknown>>): string =>
  String(given).trim().toUpperCase();
