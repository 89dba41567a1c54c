import type { Message, MessageArguments, Translation } from './message.js';

/** Gives the words for a key of the catalogue. */
export interface Translator<Catalogue> {
  <Key extends keyof Catalogue & string>(key: Key, ...params: MessageArguments<Catalogue[Key]>): string;
  /** Adds the messages of another view; they replace messages of the same key, never the owner's own words. */
  add(messages: Partial<Translation<Catalogue>>): void;
}

/**
 * The text of a message with its parameters filled in. The plural is that of `params.count` in `locale`. A
 * placeholder without a value stays as it is written. Never throws: for a locale that `Intl` does not know, or
 * without `Intl`, the plural is `other` and numbers are plain digits.
 */
export function formatMessage(
  message: Message,
  params: Readonly<Record<string, unknown>> | undefined,
  locale: string,
): string {
  const values: Readonly<Record<string, unknown>> = { __proto__: null, ...params };
  const ruleOf = (count: unknown) => attempt(() => new Intl.PluralRules(locale).select(count as number), 'other');
  const text = typeof message === 'string' ? message : (message[ruleOf(values['count'])] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return attempt(() => new Intl.NumberFormat(locale).format(value), `${value}`);
    return typeof value === 'string' ? value : placeholder;
  });
}

/**
 * Makes the translator of one locale. `own` are the owner's words by key; they win over `messages` and over all that
 * is added later. A key without a message gives the key itself.
 */
export function createTranslator<Catalogue>({
  locale,
  messages,
  own,
}: {
  locale: string;
  messages?: Partial<Translation<Catalogue>>;
  own?: Readonly<Record<string, string>> | undefined;
}): Translator<Catalogue> {
  const known: Record<string, unknown> = { __proto__: null, ...messages, ...own };
  const translate = (key: string, params?: Readonly<Record<string, unknown>>): string =>
    formatMessage((known[key] ?? key) as Message, params, locale);
  const add = (more: object): void => void Object.assign(known, more, own);
  return Object.assign(translate, { add }) as unknown as Translator<Catalogue>;
}

function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
