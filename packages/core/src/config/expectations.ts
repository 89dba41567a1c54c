import type { HelpConfig, Problem } from '../contracts.js';
import { nearestName } from './nearest-name.js';

/** What each option expects, for the people who build. */
export const EXPECTED: { readonly [K in keyof Required<HelpConfig>]: string } = {
  pack: 'the URL of pack.json',
  articles: 'a URL, a selector, or a list of articles',
  host: 'the base URL of the host',
  adapter: 'an adapter object',
  locale: 'a language tag such as en or zh-Hans',
  messages: 'texts by language and key: {"en": {"panel.label": "Help"}}',
  name: 'letters, digits, - and _',
  theme: 'auto, light or dark',
  accent: 'a colour as #rgb or #rrggbb',
  position: 'end or start',
  offset: '{"block": px, "inline": px}, each from 0 to 2000',
  launcher: 'button, pill, none, or the selector of an element of the page',
  logo: 'the URL of an image',
  greeting: 'texts by language: {"en": "Hello"}',
  contact: '{"email": text, "phone": text, "links": [{"label": {"en": text}, "url": text, "image": URL}]}',
  suggestions: '[{"page": "/orders*", "articles": [ids]}]',
  hiddenOn: 'a list of URL patterns',
  hours: '{"desks": [...]}',
  replyPolicy: 'reply rules by priority',
  notices: '[{"id": text, "level": "info", "warning" or "outage", "text": {"en": text}}]',
  peakAt: 'a share from 0 to 1',
  identity: 'a function that gives a promise of a token',
  cache: 'true or false',
  worker: 'auto, on or off',
  imageOrigins: 'a list of origins such as https://cdn.example',
  videoHosts: 'a list of host names',
  deepLinks: 'true or false',
  context: 'texts by name',
};
const SECRET = /secret|password|token|api_?key|private_?key/i;

/** A rejected option (the whole, where the path is '') with the sentence that says what is wrong and what to do; one that says so already is left as it is. */
export function describeRejected({ path, message }: Problem): Problem {
  return { path, message: message || sentenceFor(path) };
}

function sentenceFor(path: string): string {
  if (!path) return 'expected an object';
  if (Object.hasOwn(EXPECTED, path)) return `expected ${EXPECTED[path as keyof HelpConfig]}`;
  if (SECRET.test(path))
    return 'a secret does not belong into a page; use identity, a function that fetches a short-lived token';
  const nearest = nearestName(path, Object.keys(EXPECTED));
  return nearest ? `no such option; did you mean ${nearest}?` : 'no such option';
}
