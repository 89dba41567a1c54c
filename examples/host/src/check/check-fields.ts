import type { FormField, Problem } from '@helpkiosk/core';
import type { FieldCheck } from '../shop/shop.js';
import { inLanguage } from './in-language.js';

type Words = Readonly<Record<string, string>>;

const WORDS = {
  required: { en: 'Please fill this in.', 'zh-Hans': '请填写此项。', 'zh-Hant': '請填寫此項。' },
  text: { en: 'This must be text.', 'zh-Hans': '此项应为文字。', 'zh-Hant': '此項應為文字。' },
  choice: { en: 'Please choose one of the list.', 'zh-Hans': '请从列表中选择。', 'zh-Hant': '請從清單中選擇。' },
  date: { en: 'Please give a date.', 'zh-Hans': '请填写日期。', 'zh-Hant': '請填寫日期。' },
  email: { en: 'This is no e-mail address.', 'zh-Hans': '邮箱地址不正确。', 'zh-Hant': '電子郵件地址不正確。' },
  phone: { en: 'This is no phone number.', 'zh-Hans': '电话号码不正确。', 'zh-Hant': '電話號碼不正確。' },
} as const satisfies Record<string, Words>;

/** What is checked, in whose language it is said, and checks of the host's own by field. */
export interface FieldRules {
  readonly fields: readonly FormField[];
  readonly checks?: Readonly<Record<string, FieldCheck>> | undefined;
  readonly locale: string;
}

/** What is wrong with the values of a form, one problem for each field; paths are `fields.ID`. Values that no field asks for are left alone. */
export function checkFields(
  values: Readonly<Record<string, unknown>>,
  { fields, checks, locale }: FieldRules,
): Problem[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    const wrong = faultOf(field, value) ?? ownFault(checks?.[field.id], value);
    return wrong ? [{ path: `fields.${field.id}`, message: inLanguage(wrong, locale) }] : [];
  });
}

function faultOf({ kind, required, choices }: FormField, value: unknown): Words | null {
  if (isEmpty(value)) return required ? WORDS.required : null;
  if (kind === 'file') return null;
  if (typeof value !== 'string') return WORDS.text;
  if (kind === 'choice') return choices?.some((choice) => choice.value === value) ? null : WORDS.choice;
  if (kind === 'date') return isDate(value) ? null : WORDS.date;
  if (kind === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : WORDS.email;
  if (kind === 'phone') return /^\+?[\d\s().-]{5,30}$/.test(value) ? null : WORDS.phone;
  return null;
}

const ownFault = (check: FieldCheck | undefined, value: unknown): Words | null =>
  check && !isEmpty(value) && !check.pattern.test(String(value).trim()) ? check.message : null;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && !value.length);

function isDate(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
