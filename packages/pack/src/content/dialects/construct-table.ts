// What the components and shortcodes that help sites use stand for. Names are compared without case, `-` and `_`.
import { noteKindOf } from './note-names.js';
import { BARE, details, image, labelled, link, note, plainText, type Wrapping } from './markup.js';
import type { Props } from './jsx-scan.js';

/** `inline`: stands in a line; `text` and `close` are the Markdown before and after what it holds. `raw`: what it holds is code. */
export type Construct =
  | { as: 'block'; wrapping: Wrapping }
  | { as: 'inline'; text: string; close: string; alone?: string }
  | { as: 'raw'; lang: string };

const block = (wrapping: Wrapping): Construct => ({ as: 'block', wrapping });
const inline = (text: string): Construct => ({ as: 'inline', text, close: '' });
/** The first of the named texts that is there and not empty. Numbers name the values that a shortcode has without names. */
const pick = (props: Props, ...names: readonly string[]): string =>
  names.map((name) => props[name]?.trim()).find((value) => value && value !== 'true') ?? '';
const label = (props: Props): string =>
  plainText(pick(props, 'label', 'title', 'name', 'header', 'heading', 'summary', 'question', '0'));

const paragraphs = (...texts: readonly string[]): string[] => texts.filter(Boolean).flatMap((text) => [text, '']);

function cardOf(props: Props): Wrapping {
  const title = plainText(pick(props, 'title', 'header', 'label', 'name', 'text'));
  const href = pick(props, 'href', 'link', 'to', 'url');
  const words = plainText(pick(props, 'description', 'desc', 'subtitle', 'details'));
  return { open: paragraphs(href && title ? link(title, href) : title && `**${title}**`, words), close: [] };
}

function noteOf(name: string, props: Props): Wrapping {
  const type = pick(props, 'type', 'kind', 'variant', 'color', 'style', 'context', '0');
  const kind = (type && noteKindOf(type)) || noteKindOf(name) || 'note';
  const titles = noteKindOf(props['0'] ?? '') ? ['title', 'header', '1'] : ['title', 'header', 'heading'];
  return note(kind, plainText(pick(props, ...titles)));
}

function foldOf(props: Props): Wrapping {
  return details(label(props), 'open' in props && props['open'] !== 'false');
}

function figureOf(props: Props): string {
  const src = pick(props, 'src', 'link', '0');
  const caption = pick(props, 'caption', 'title');
  return src ? image(pick(props, 'alt', 'caption', 'title'), src, caption) : plainText(caption);
}

/** Where a player's address alone says which video it is. */
const YOUTUBE = ['YouTube', 'https://www.youtube.com/watch?v=', '&t='] as const;
const BILIBILI = ['Bilibili', 'https://www.bilibili.com/video/', '?t='] as const;
const TENCENT = ['QQ', 'https://v.qq.com/x/page/', ''] as const;
const PLAYERS: Readonly<Record<string, readonly [name: string, address: string, start: string]>> = {
  youtube: YOUTUBE, youtubelite: YOUTUBE, liteyoutube: YOUTUBE, liteyoutubeembed: YOUTUBE, youtubeembed: YOUTUBE, youtubeplayer: YOUTUBE,
  vimeo: ['Vimeo', 'https://vimeo.com/', '#t='], bilibili: BILIBILI, bilibiliplayer: BILIBILI, qqvideo: TENCENT, tencentvideo: TENCENT,
  youku: ['Youku', 'https://v.youku.com/v_show/id_', ''], reactplayer: ['Video', '', ''],
}; // prettier-ignore

function playerOf(name: string, props: Props): Construct {
  const [site, address, start] = PLAYERS[name]!;
  const id = pick(props, 'id', 'videoid', 'videoId', 'bvid', 'vid', 'video', 'src', 'url', '0');
  const title = plainText(pick(props, 'title', 'label', 'playlabel', '1')) || site;
  if (!id || id.includes('://')) return inline(id && link(title, id));
  const ending = start === '' && address ? '.html' : '';
  const second = /^[1-9]\d{0,5}$/u.exec(pick(props, 'start', 't'))?.[0];
  return inline(link(title, address + encodeURIComponent(id) + ending + (start && second ? start + second : '')));
}

function linkOf(props: Props): Construct {
  const href = pick(props, 'href', 'to', 'link', 'url', 'relref', '0');
  const words = plainText(pick(props, 'text', 'label', 'title'));
  const alone = words && href ? link(words, href) : words;
  return href ? { as: 'inline', text: '[', close: link('', href).slice(1), alone } : inline(words);
}

const NOTHING = inline('');
const TABLE: Readonly<Record<string, (props: Props, name: string) => Construct>> = {
  tabitem: (props) => block(labelled(label(props) || plainText(pick(props, 'value')))),
  tab: (props) => block(labelled(label(props) || plainText(pick(props, 'value')))),
  tabs: () => block(BARE),
  tabpane: () => block(BARE),
  tabgroup: () => block(BARE),
  codegroup: () => block(BARE),
  steps: () => block(BARE),
  step: (props) => block(labelled(label(props))),
  filetree: () => block(BARE),
  cardgrid: () => block(BARE),
  cards: () => block(BARE),
  card: (props) => block(cardOf(props)),
  linkcard: (props) => block(cardOf(props)),
  feature: (props) => block(cardOf(props)),
  details: (props) => block(foldOf(props)),
  expand: (props) => block(foldOf(props)),
  expandable: (props) => block(foldOf(props)),
  accordion: (props) => block(foldOf(props)),
  accordionitem: (props) => block(foldOf(props)),
  collapse: (props) => block(foldOf(props)),
  badge: (props) => inline(plainText(pick(props, 'text', 'label', 'content', '0'))),
  icon: () => NOTHING,
  figure: (props) => inline(figureOf(props)),
  image: (props) => inline(figureOf(props)),
  img: (props) => inline(figureOf(props)),
  themedimage: (props) => inline(plainText(pick(props, 'alt'))),
  button: (props) => linkOf(props),
  linkbutton: (props) => linkOf(props),
  link: (props) => linkOf(props),
  navlink: (props) => linkOf(props),
  ref: (props) => inline(`page:${pick(props, 'path', '0')}`.replaceAll(' ', '%20')),
  relref: (props) => inline(`page:${pick(props, 'path', '0')}`.replaceAll(' ', '%20')),
  highlight: (props) => ({ as: 'raw', lang: pick(props, 'lang', '0') }),
  code: (props) => codeOf(props),
  kbd: (props) => inline(pick(props, 'text', '0') && `<kbd>${plainText(pick(props, 'text', '0'))}</kbd>`),
};
/** Lists that a site makes of its own pages, and marks of its look. */
const EMPTY =
  /^(?:children|toc|tableofcontents|param|icon|fa|br|clear|comment|readfile|gist|tweet|x|instagram|content)$/;

function codeOf(props: Props): Construct {
  const code = props['code'];
  if (code === undefined) return block(BARE);
  const marks = '`'.repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map((run) => run.length + 1)));
  const open = [`${marks}${pick(props, 'lang', 'language')}`, ...code.replace(/^\n+|\s+$/g, '').split('\n'), marks];
  return block({ open, close: [] });
}

/** What stands for the construct; undefined for a name that nothing is known of. */
export function knownConstruct(name: string, props: Props): Construct | undefined {
  const key = name.toLowerCase().replaceAll(/[-_]/g, '');
  if (EMPTY.test(key)) return NOTHING;
  if (Object.hasOwn(PLAYERS, key)) return playerOf(key, props);
  if (Object.hasOwn(TABLE, key)) return TABLE[key]!(props, key);
  return noteKindOf(key) ? block(noteOf(key, props)) : undefined;
}

/** What an unknown construct shows: texts in the attributes that commonly are shown, and all that it holds. */
export function unknownConstruct(props: Props, isInline: boolean): Construct {
  if (!isInline) return block(cardOf(props));
  return inline(plainText(pick(props, 'text', 'label', 'title')));
}
