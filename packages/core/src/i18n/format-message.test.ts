import fc from 'fast-check';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createTranslator, formatMessage } from './format-message.js';
import type { Message, MessageParams, Translation } from './message.js';

const catalogue = {
  close: 'Close',
  greeting: 'Hello, {name}',
  found: { one: '{count} result for {text}', other: '{count} results for {text}' },
} as const;

const chinese: Translation<typeof catalogue> = {
  close: '关闭',
  greeting: '{name}，您好',
  found: { other: '“{text}”有 {count} 条结果' },
};

afterEach(() => vi.unstubAllGlobals());

describe('formatMessage', () => {
  it.each<[string, Message, Record<string, string | number> | undefined, string, string]>([
    ['leaves plain text alone', 'Close', undefined, 'en', 'Close'],
    ['fills in every place of a name', '{a} and {b} and {a}', { a: 'x', b: 'y' }, 'en', 'x and y and x'],
    ['keeps a placeholder without a value', 'Hello, {name}', {}, 'en', 'Hello, {name}'],
    ['keeps a placeholder whose value is merely inherited', '{a}', Object.create({ a: 'x' }), 'en', '{a}'],
    ['does not read what was filled in again', '{a}', { a: '{b} $& $1', b: 'no' }, 'en', '{b} $& $1'],
    ['fills in empty text and zero', '[{a}{b}]', { a: '', b: 0 }, 'en', '[0]'],
    ['writes numbers as the locale does', '{n}', { n: 1234567.5 }, 'de', '1.234.567,5'],
    ['writes Indian groups', '{n}', { n: 1234567 }, 'en-IN', '12,34,567'],
    ['chooses one', catalogue.found, { count: 1, text: 'x' }, 'en', '1 result for x'],
    ['chooses other for zero in English', catalogue.found, { count: 0, text: 'x' }, 'en', '0 results for x'],
    ['chooses other in Chinese', chinese.found, { count: 1, text: 'x' }, 'zh-Hans', '“x”有 1 条结果'],
    ['chooses few in Polish', { one: 'a', few: 'b', many: 'c', other: 'd' }, { count: 22 }, 'pl', 'b'],
    ['takes other where the category has no text', { other: 'd' }, { count: 22 }, 'pl', 'd'],
    ['takes other without a count', { one: 'a', other: 'd' }, {}, 'en', 'd'],
    [
      'takes other and plain digits for a locale that is none',
      catalogue.found,
      { count: 1e4, text: 'x' },
      'not a tag',
      '10000 results for x',
    ],
  ])('%s', (_, message, params, locale, text) => {
    expect(formatMessage(message, params, locale)).toBe(text);
  });

  it('writes plain digits where there is no Intl', () => {
    vi.stubGlobal('Intl', undefined);
    expect(formatMessage(catalogue.found, { count: 1234, text: 'x' }, 'en')).toBe('1234 results for x');
  });

  it('never throws', () => {
    const aMessage = fc.oneof(fc.string(), fc.constantFrom('{count}', '{a}{b}', catalogue.found));
    fc.assert(
      fc.property(
        aMessage,
        fc.jsonValue(),
        fc.oneof(fc.string(), fc.constantFrom('en', 'ar')),
        (message, json, locale) => {
          const params = { a: json, count: json, ...(typeof json === 'object' ? json : {}) };
          expect(typeof formatMessage(message, params, locale)).toBe('string');
        },
      ),
    );
  });
});

describe('createTranslator', () => {
  const english = () => createTranslator<typeof catalogue>({ locale: 'en', messages: catalogue });

  it('gives the words of its locale', () => {
    const t = createTranslator<typeof catalogue>({ locale: 'zh-Hans', messages: chinese });
    expect(t('greeting', { name: '小李' })).toBe('小李，您好');
    expect(t('found', { count: 12345, text: '发票' })).toBe('“发票”有 12,345 条结果');
  });

  it('gives the key for what has no message, as long as it has none', () => {
    const t = createTranslator<typeof catalogue>({ locale: 'en', messages: { close: 'Close' } });
    expect(t('greeting', { name: 'Li' })).toBe('greeting');
    t.add({ greeting: 'Hi, {name}' });
    expect([t('greeting', { name: 'Li' }), t('close')]).toEqual(['Hi, Li', 'Close']);
    expect((t as unknown as (key: string) => string)('toString')).toBe('toString');
  });

  it("prefers the owner's own words, also to those that come later", () => {
    const t = createTranslator<typeof catalogue>({
      locale: 'en',
      messages: catalogue,
      own: { close: 'Done', greeting: 'Welcome, {name}' },
    });
    t.add({ close: 'Shut' });
    expect([t('close'), t('greeting', { name: 'Li' })]).toEqual(['Done', 'Welcome, Li']);
  });

  it("changes neither the catalogue nor the owner's words", () => {
    const messages = Object.freeze({ close: 'Close' });
    const own = Object.freeze({ greeting: 'Hi' });
    const t = createTranslator<typeof catalogue>({ locale: 'en', messages, own });
    t.add({ close: 'Shut' });
    expect([messages.close, t('close')]).toEqual(['Close', 'Shut']);
  });

  it('compiles only with the parameters of the message', () => {
    const t = english();
    t('close');
    t('greeting', { name: 'Li' });
    t('found', { count: 1, text: 'x' });
    // @ts-expect-error no such key
    t('open');
    // @ts-expect-error takes no parameters
    t('close', { name: 'Li' });
    // @ts-expect-error needs a name
    t('greeting');
    // @ts-expect-error needs a name, not this
    t('greeting', { nmae: 'Li' });
    // @ts-expect-error needs a count
    t('found', { text: 'x' });
    // @ts-expect-error a count is a number
    t('found', { count: '1', text: 'x' });
    // @ts-expect-error a translation has every key
    const incomplete: Translation<typeof catalogue> = { close: 'x', greeting: 'x' };
    // @ts-expect-error a plural needs `other`
    t.add({ found: { one: 'x' } });
    expect(incomplete.close).toBe('x');
  });

  it('reads the parameters from the text', () => {
    expectTypeOf<keyof MessageParams<'{a} of {b}'>>().toEqualTypeOf<'a' | 'b'>();
    expectTypeOf<MessageParams<typeof catalogue.found>['count']>().toEqualTypeOf<number>();
    expectTypeOf<keyof MessageParams<'plain'>>().toEqualTypeOf<never>();
    expectTypeOf<keyof MessageParams<Message>>().toEqualTypeOf<string>();
    const t = createTranslator<Record<string, Message>>({ locale: 'en', messages: { any: '{x}' } });
    expect([t('any'), t('any', { x: 1 })]).toEqual(['{x}', '1']);
  });
});
