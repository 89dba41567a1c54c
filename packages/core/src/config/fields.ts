// What may stand in each option. What is expected, in words, is in expectations.ts, which pages load only when something is wrong.
type Test = (value: unknown) => unknown;

/** Any text but the empty one. */
const ANY = /./s;

/** Options that are text, by name. */
const TEXTS: Readonly<Record<string, RegExp | null>> = {
  __proto__: null,
  pack: ANY,
  articles: ANY,
  host: ANY,
  logo: ANY,
  launcher: /^(button|pill|none|[#.[].+)$/,
  locale: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i,
  name: /^[\w-]+$/,
  theme: /^(auto|light|dark)$/,
  accent: /^#([\da-f]{3}){1,2}$/i,
  position: /^(end|start)$/,
  worker: /^(auto|on|off)$/,
};

const text: Test = (value) => typeof value === 'string' && value;
const flag: Test = (value) => typeof value === 'boolean';
const upTo =
  (most: number): Test =>
  (value) =>
    typeof value === 'number' && value >= 0 && value <= most;
const record: Test = (value) => Object(value) === value && !Array.isArray(value);
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
    Object.entries(members).every(([name, test]) =>
      Object.hasOwn(value as object, name) ? test((value as typeof members)[name]) : !required.includes(name),
    );

/** Options that are no text, or need not be, by name. */
const OTHERS: Readonly<Record<string, Test | null>> = {
  __proto__: null,
  articles: list(record),
  greeting: all(text),
  context: all(text),
  messages: all(all(text)),
  hiddenOn: list(text),
  imageOrigins: list(text),
  videoHosts: list(text),
  cache: flag,
  deepLinks: flag,
  identity: (value) => typeof value === 'function',
  adapter: record,
  replyPolicy: record,
  peakAt: upTo(1),
  offset: shape({ block: upTo(2000), inline: upTo(2000) }),
  notices: list(record),
  hours: shape({ desks: list(record) }, 'desks'),
  suggestions: list(shape({ page: text, articles: list(text) }, 'page', 'articles')),
  contact: shape({
    email: text,
    phone: text,
    links: list(shape({ label: all(text), url: text, image: text }, 'label', 'url')),
  }),
};

/** True for an option that may be text: an attribute is taken as it is, not read as JSON. */
export const isTextField = (name: string): boolean => !!TEXTS[name];

/** Whether a value may stand in the option of this name; no for a name that is no option. */
export const fitsField = (name: string, value: unknown): boolean =>
  !!(typeof value === 'string' ? TEXTS[name]?.test(value) : OTHERS[name]?.(value));
