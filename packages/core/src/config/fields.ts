// What may stand in each option. What is expected, in words, is in expectations.ts, which pages load only when something is wrong.
type Test = (value: unknown) => unknown;

const text: Test = (value) => typeof value === 'string' && value;
const record: Test = (value) => Object(value) === value && !Array.isArray(value);
const fits =
  (pattern: RegExp): Test =>
  (value) =>
    text(value) && pattern.test(value as string);
const all =
  (test: Test): Test =>
  (value) =>
    record(value) && Object.values(value as object).every(test);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
/** An object whose own members pass, those that are there; `required` must be. */
const shape =
  (members: Readonly<Record<string, Test>>, ...required: string[]): Test =>
  (value) =>
    record(value) &&
    required.every((name) => Object.hasOwn(value as object, name)) &&
    Object.entries(value as object).every(([name, member]) => !Object.hasOwn(members, name) || members[name]!(member));
const distance: Test = (value) => typeof value === 'number' && value >= 0 && value <= 2000;

/** Options by what they may be; `readConfig` refuses every name that is not here. */
const FIELDS: readonly (readonly [names: string, test: Test])[] = [
  ['pack host logo', text],
  ['launcher', fits(/^(button|pill|none|[#.[].+)$/)],
  ['locale', fits(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i)],
  ['name', fits(/^[\w-]+$/)],
  ['theme', fits(/^(auto|light|dark)$/)],
  ['accent', fits(/^#([\da-f]{3}){1,2}$/i)],
  ['position', fits(/^(end|start)$/)],
  ['worker', fits(/^(auto|on|off)$/)],
  ['articles', (value) => text(value) || list(record)(value)],
  ['greeting context', all(text)],
  ['messages', all(all(text))],
  ['hiddenOn imageOrigins videoHosts', list(text)],
  ['cache deepLinks', (value) => typeof value === 'boolean'],
  ['identity', (value) => typeof value === 'function'],
  ['adapter replyPolicy', record],
  ['peakAt', (value) => typeof value === 'number' && value >= 0 && value <= 1],
  ['offset', shape({ block: distance, inline: distance })],
  ['notices', list(record)],
  ['hours', shape({ desks: list(record) }, 'desks')],
  ['suggestions', list(shape({ page: text, articles: list(text) }, 'page', 'articles'))],
  [
    'contact',
    shape({
      email: text,
      phone: text,
      links: list(shape({ label: all(text), url: text, image: text }, 'label', 'url')),
    }),
  ],
];

/** Fields that hold text: an attribute is taken as it is, not read as JSON. */
export const TEXT_FIELDS = /^(pack|articles|host|locale|name|theme|accent|position|launcher|logo|worker)$/;

/** Whether a value may stand in the option of this name; no for a name that is no option. */
export function fitsField(name: string, value: unknown): boolean {
  return FIELDS.some(([names, test]) => names.split(' ').includes(name) && test(value));
}
