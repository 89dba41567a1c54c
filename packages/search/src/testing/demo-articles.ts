import type { ArticleSource } from '@helpkiosk/core';

const zh = (
  id: string,
  title: string,
  category: string,
  body: string,
  rest: Partial<ArticleSource> = {},
): ArticleSource => ({
  id,
  locale: 'zh-Hans',
  title,
  category,
  body,
  ...rest,
});
const en = (
  id: string,
  title: string,
  category: string,
  body: string,
  rest: Partial<ArticleSource> = {},
): ArticleSource => ({
  ...zh(id, title, category, body, rest),
  locale: 'en',
});

/** A small shop's help in two languages. */
export const demoArticles: readonly ArticleSource[] = [
  zh(
    'reset-password',
    '忘记密码怎么办',
    '账号',
    '在登录页点击“忘记密码”，输入注册邮箱。\n\n# 收不到验证码\n\n请检查垃圾邮件箱，一分钟后重新发送验证码。',
    { order: 1 },
  ),
  zh(
    'phone-login',
    '手机应用无法登录',
    '账号',
    '请先更新应用。\n\n# iPhone 15\n\n部分 iPhone15 在系统更新后无法登录，重启手机即可。',
    { order: 2 },
  ),
  zh('invoice', '如何开具发票', '订单', '打开订单详情，点击申请发票，填写抬头与税号。', {
    order: 3,
    keywords: ['开票', '报销'],
  }),
  zh('customs-invoice', '报关单据有误', '物流', '清关时发现金额不符，请上传正确的单据。', { order: 4 }),
  zh('refund', '退款多久到账', '订单', '退款在三到五个工作日内原路退回。密码支付的订单也一样。', { order: 5 }),
  en(
    'reset-password',
    'Reset a forgotten password',
    'Account',
    'Choose “Forgot password” where you sign in.\n\n# No code arrives\n\nLook into the spam folder and ask for another code after a minute.',
    { order: 1 },
  ),
  en(
    'phone-login',
    'The app does not sign in',
    'Account',
    'Update the app first.\n\n# iPhone 15\n\nRestart the phone after a system update.',
    { order: 2 },
  ),
  en(
    'invoice',
    'Get an invoice',
    'Orders',
    'Open the order and ask for an invoice. The wrong address can be changed for a week.',
    { order: 3 },
  ),
  en(
    'customs-invoice',
    'Fix a wrong customs invoice',
    'Shipping',
    'Customs may stop a parcel.\n\n# Send new papers\n\nUpload the corrected customs invoices.',
    { order: 4 },
  ),
  en('refund', 'When a refund arrives', 'Orders', 'A refund goes back the way it came within five working days.', {
    order: 5,
  }),
];
