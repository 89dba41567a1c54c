// What a widget could leave behind in a page, read before and after, and compared.
import type { Frame } from 'playwright-core';

/** A page by facts: `title`, `global HelpKiosk`, `style #pay color` and so on, each with its value as text. */
export type Traces = Readonly<Record<string, string>>;

/**
 * Reads all facts of a page. Elements and nodes of the widget's own host, and the tags themselves, are left out, so
 * that a page with the widget compares to the same page without it. The facts `ours ...` tell about these.
 */
export async function readTraces(frame: Frame): Promise<Traces> {
  const lines = (await frame.evaluate(collectFacts)).split('\n');
  return Object.fromEntries(lines.map((line) => line.split('\t', 2) as [string, string]));
}

/** Gives one line per fact, because thousands of them as an object would take the driver long. */
function collectFacts(): string {
  const facts: Record<string, string> = {};
  const note = (name: string, read: () => unknown): void => {
    try {
      facts[name] = String(read());
    } catch (error) {
      facts[name] = `throws ${(error as Error).name}`;
    }
  };
  const isOurs = (element: Element): boolean =>
    element.localName === 'help-kiosk' ||
    (element.localName === 'script' && /helpkiosk\.js/.test(element.getAttribute('src') ?? ''));
  const readStorage = (storage: Storage): string => {
    let text = '';
    for (let at = 0; at < storage.length; at++) text += `${storage.key(at)}=${storage.getItem(storage.key(at)!)};`;
    return text;
  };
  const stripped = (): string => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll('*')) if (isOurs(element)) element.remove();
    return new XMLSerializer().serializeToString(copy);
  };

  for (const key of Reflect.ownKeys(window)) note(`global ${String(key)}`, () => 'there');
  for (const name of [
    'Object Function Array String Number Promise Map Set Date RegExp JSON Math Symbol Reflect Intl',
    'Node Element HTMLElement Document ShadowRoot EventTarget Event Window History Storage CSSStyleSheet URL Response',
  ]
    .join(' ')
    .split(' ')) {
    const value = (window as unknown as Record<string, { prototype?: object }>)[name]!;
    for (const [where, object] of [
      [name, value],
      [`${name}.prototype`, value.prototype],
    ] as const) {
      if (object) for (const key of Reflect.ownKeys(object)) note(`member ${where}.${String(key)}`, () => 'there');
    }
  }
  for (const name of 'fetch Promise XMLHttpRequest setTimeout addEventListener onerror onunhandledrejection'.split(' '))
    note(`value ${name}`, () => (window as unknown as Record<string, unknown>)[name]);
  note('value Array.from', () => Array.from);
  note('value JSON.stringify', () => JSON.stringify);
  note('value history.pushState', () => history.pushState);
  note('title', () => document.title);
  note('address', () => location.href.replace(/\/(shop|control)\b/, '/PAGE'));
  note('history entries', () => history.length);
  note('cookies', () => document.cookie);
  note('localStorage', () => readStorage(localStorage));
  note('sessionStorage', () => readStorage(sessionStorage));
  note('document sheets', () => document.styleSheets.length);
  note('adopted sheets', () => document.adoptedStyleSheets.length);
  note('scroll size', () => `${document.scrollingElement?.scrollWidth} x ${document.scrollingElement?.scrollHeight}`);
  note('scroll place', () => `${scrollX} ${scrollY}`);
  note('markup', stripped);
  const looks = [
    'display position visibility opacity content-visibility float width height min-width max-width margin padding border-width',
    'border-color color background-color background-image font-family font-size font-weight line-height letter-spacing direction',
    'text-align text-decoration text-transform white-space list-style-type cursor pointer-events user-select overflow-x overflow-y',
    'z-index transform filter box-shadow outline animation-name transition-property zoom color-scheme contain isolation top left',
  ]
    .join(' ')
    .split(' ');
  const places = new Map<string, number>();
  for (const element of document.querySelectorAll('html, body, body *')) {
    if (isOurs(element)) continue;
    const place = (places.get(element.localName) ?? 0) + 1;
    places.set(element.localName, place);
    const name = `${element.localName}${place}`;
    const style = getComputedStyle(element);
    for (const property of looks) facts[`style ${name} ${property}`] = style.getPropertyValue(property);
    const { x, y, width, height } = element.getBoundingClientRect();
    facts[`box ${name}`] = `${x} ${y} ${width} ${height}`;
  }
  note('ours global', () => Object.hasOwn(window, 'HelpKiosk'));
  note('ours hosts', () => document.querySelectorAll('help-kiosk').length);
  let lines = '';
  for (const name of Object.keys(facts)) lines += `${lines && '\n'}${name}\t${facts[name]!.replace(/\s+/g, ' ')}`;
  return lines;
}

/** What is different, one line each, at most 12; `global HelpKiosk` and the facts `ours ...` are judged by `judgePresence`. */
export function compareTraces(before: Traces, after: Traces): string[] {
  const lines: string[] = [];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (name.startsWith('ours ') || name === 'global HelpKiosk' || before[name] === after[name]) continue;
    lines.push(`${name}: ${differenceOf(before[name], after[name])}`);
  }
  return lines.length > 12 ? [...lines.slice(0, 12), `and ${lines.length - 12} more`] : lines;
}

/** Whether the page has as many hosts as it should, and the one global exactly while there are any. */
export function judgePresence(traces: Traces, hosts: number): string[] {
  const lines: string[] = [];
  if (traces['ours hosts'] !== `${hosts}`) lines.push(`${traces['ours hosts']} help-kiosk elements, expected ${hosts}`);
  if (traces['ours global'] !== `${hosts > 0}`)
    lines.push(hosts ? 'there is no HelpKiosk' : 'HelpKiosk is still there');
  return lines;
}

/** Long texts are cut to where they begin to differ. */
function differenceOf(before = '(nothing)', after = '(nothing)'): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const from = Math.max(0, at - 20);
  return `${before.slice(from, at + 80)} -> ${after.slice(from, at + 80)}`;
}
