// What may stand in each option. What is expected, in words, is in expectations.ts, which pages load only when something is wrong.
import type { HelpConfig } from '../contracts.js';

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string' && value !== '';
const record: Test = (value) => Object(value) === value && !Array.isArray(value);
const flag: Test = (value) => typeof value === 'boolean';
const fits =
  (pattern: RegExp): Test =>
  (value) =>
    text(value) && pattern.test(value as string);
const from =
  (least: number, most: number): Test =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const all =
  (test: Test): Test =>
  (value) =>
    record(value) && Object.values(value as object).every(test);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
/** An object whose named members, where they are there, pass; with `!` they must be there. */
const shape =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    record(value) &&
    Object.entries(members).every(([name, test]) => {
      const key = name.replace('!', '');
      const member = Object.hasOwn(value as object, key) ? (value as Record<string, unknown>)[key] : undefined;
      return (member === undefined && key === name) || test(member);
    });

/** A language tag by its form (BCP 47): what `Intl` would throw at is refused here. */
const locale = fits(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i);
const words = all(text);
const texts = list(text);
const distance = from(0, 2000);

/** Fields that hold text: an attribute is taken as it is, not read as JSON. */
export const TEXT_FIELDS = /^(pack|articles|host|locale|name|theme|accent|position|launcher|logo|worker)$/;

/** Every field of HelpConfig; the compiler refuses one that is forgotten here. */
export const FIELDS: { readonly [K in keyof Required<HelpConfig>]: Test } = {
  pack: text,
  articles: (value) => text(value) || list(record)(value),
  host: text,
  adapter: record,
  locale,
  messages: all(words),
  name: fits(/^[\w-]+$/),
  theme: fits(/^(auto|light|dark)$/),
  accent: fits(/^#([\da-f]{3}){1,2}$/i),
  position: fits(/^(end|start)$/),
  offset: shape({ block: distance, inline: distance }),
  launcher: text,
  logo: text,
  greeting: words,
  contact: shape({ email: text, phone: text, links: list(shape({ 'label!': words, 'url!': text })) }),
  suggestions: list(shape({ 'page!': text, 'articles!': texts })),
  hiddenOn: texts,
  hours: shape({ 'desks!': list(record) }),
  replyPolicy: record,
  peakAt: from(0, 1),
  identity: (value) => typeof value === 'function',
  cache: flag,
  worker: fits(/^(auto|on|off)$/),
  imageOrigins: texts,
  videoHosts: texts,
  deepLinks: flag,
  context: words,
};
