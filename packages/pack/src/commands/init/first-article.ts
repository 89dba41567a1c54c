/** The folder and file of the first article, where an owner has none yet. */
export const FIRST_FOLDER = 'help';

/** An article for the owner to edit, in the language of the site: Chinese for a Chinese page, else English. */
export function firstArticle(locale: string | undefined, siteName: string | null): { path: string; text: string } {
  const isChinese = /^zh\b/iu.test(locale ?? '');
  const folder = isChinese ? 'zh-Hans' : 'en';
  return { path: `${FIRST_FOLDER}/${folder}/contact.md`, text: isChinese ? chinese(siteName) : english(siteName) };
}

const english = (name: string | null): string => `---
title: How to reach us
summary: Where to write and when we answer.
keywords: [contact, phone, e-mail, opening hours]
---

Write here how customers reach ${name ?? 'you'}: an address for mail, a telephone number, the hours in which somebody answers.

## Before you write

Name what you will need from a customer, such as the number of an order.
`;

const chinese = (name: string | null): string => `---
title: 如何联系我们
summary: 联系方式与答复时间。
keywords: [联系, 电话, 邮箱, 客服, 服务时间]
---

请在这里写明客户如何联系${name ?? '您'}：邮箱、电话，以及有人答复的时间。

## 联系之前

请写明客户需要准备什么，例如订单号。
`;
