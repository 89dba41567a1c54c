// Draws the views of waiting with hand-made states into a page, in a frame like the panel's. Bundled and put into a page by waiting-page.ts.
import {
  createBrowserEnv,
  createStore,
  createTranslator,
  loadLaterWords,
  loadMessages,
  type Catalogue,
  type MessageLocale,
} from '@helpkiosk/core';
import { h, render, type ComponentChild } from 'preact';
import controlsCss from '../../packages/widget/src/parts/controls.css';
import homeCss from '../../packages/widget/src/parts/home.css';
import partsCss from '../../packages/widget/src/parts/parts.css';
import resultsCss from '../../packages/widget/src/parts/results.css';
import sharedCss from '../../packages/widget/src/parts/shared.css';
import panelCss from '../../packages/widget/src/panel/panel.css';
import statusView from '../../packages/widget/src/panel/view-status.js';
import waitingView from '../../packages/widget/src/panel/view-waiting.js';
import { BACK, CLOSE, Icon, SEARCH } from '../../packages/widget/src/parts/icon.js';
import { ReplyBy } from '../../packages/widget/src/parts/waiting/reply-by.js';
import { createTimeWording, loadWaitingWords } from '@helpkiosk/core';
import { aPort, QUEUES, SERVICES } from './waiting-states.js';

/** What is shown: a state of the line, of the service, of home, or a promise; and to whom. */
export interface Scene {
  view: 'waiting' | 'status' | 'home' | 'promise';
  state: string;
  locale: MessageLocale;
  direction: 'ltr' | 'rtl';
  theme: 'light' | 'dark' | 'auto';
  notifications?: 'unsupported' | 'default' | 'granted' | 'denied';
}

const QUESTIONS = {
  en: [
    'Customs wants the invoice; download fails',
    'Get the customs invoice as a file',
    'The download does nothing',
    'Customs papers, from the upload on',
  ],
  zh: [
    '海关要发票，页面上点下载没反应',
    '下载海关要的购物发票',
    '点下载没反应，怎么办？',
    '补交清关资料，从上传开始看',
  ],
};

/** Draws a scene in place of the last one; resolves when its words have come and it is drawn. */
async function showWaiting(scene: Scene): Promise<void> {
  document.querySelector('help-scene')?.remove();
  const host = document.body.appendChild(document.createElement('help-scene'));
  host.dataset['theme'] = scene.theme;
  const root = host.attachShadow({ mode: 'open' });
  const frame = root.appendChild(document.createElement('dialog'));
  frame.className = 'panel';
  frame.lang = scene.locale;
  frame.setAttribute('aria-label', 'Help');
  if (matchMedia('(max-width: 479.98px)').matches) frame.dataset['sheet'] = '';
  const content = frame.appendChild(document.createElement('div'));
  content.className = 'content';
  content.dir = scene.direction;
  const region = frame.appendChild(document.createElement('div'));
  region.className = 'speech';
  region.setAttribute('role', 'status');
  frame.show();
  const parts = await Promise.all([
    ...(['home', 'search'] as const).map((view) => loadMessages(scene.locale, view)),
    loadLaterWords(scene.locale, 'more'),
  ]);
  const t = createTranslator<Catalogue>({ locale: scene.locale, messages: Object.assign({}, ...parts) });
  t.add(await loadWaitingWords(scene.locale));
  const texts = QUESTIONS[scene.locale === 'en' ? 'en' : 'zh'];
  const queue = QUEUES[scene.view === 'waiting' ? scene.state : 'range']!;
  const { port, called, ...stores } = aPort({
    queue: 'question' in queue ? { ...queue, question: texts[0]! } : queue,
    service: SERVICES[scene.view === 'waiting' ? 'open' : scene.state] ?? SERVICES['open']!,
    alerts: { notifications: scene.notifications ?? 'default', sound: true },
  });
  const went: string[] = [];
  const session = {
    t,
    locale: scene.locale,
    reader: async () => ({ waiting: async () => port }),
    query: async () => ({
      results: texts.slice(1).map((text, place) => ({
        kind: place === 2 ? 'video' : 'article',
        articleId: `a${place}`,
        locale: scene.locale,
        title: [{ text, hit: false }],
        excerpt: [],
      })),
    }),
    help: {
      go: ({ name }: { name: string }) => went.push(name),
      stores: { navigation: createStore({ open: true }), config: createStore({}) },
    },
  };
  const sheet = new CSSStyleSheet();
  const made = scene.view === 'waiting' ? waitingView : statusView;
  sheet.replaceSync(
    `:host{--hk-accent:#2450c4}${partsCss}${resultsCss}${homeCss}${sharedCss}${controlsCss}${panelCss}${made.css}`,
  );
  root.adoptedStyleSheets = [sheet];
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const words = createTimeWording({ locale: scene.locale, t, timeZone });
  let drawn: ComponentChild = null;
  const redraw = (): void => {
    const { now } = port.service.get();
    const props = {} as never;
    drawn =
      scene.view === 'promise'
        ? h('div', { class: 'pad' }, [
            h(ReplyBy, { replyBy: now + 27_000_000, now, words, deskZone: 'Asia/Shanghai', large: true }),
            h(ReplyBy, { replyBy: now + 107_000_000, now, words }),
            h(ReplyBy, { replyBy: now - 1, now, words }),
            h(ReplyBy, { replyBy: null, now, words }),
          ])
        : (started.draws[scene.view === 'home' ? 'status-strip' : scene.view]?.(props) ?? null);
    render(drawFrame(scene, t, drawn), content);
  };
  const started = made.start({ session, env: createBrowserEnv(), root, frame, region, load() {}, redraw } as never);
  redraw();
  Object.assign(window, { scene: { ...stores, called, went, region } });
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The head of the panel, as it is around a view of its own or at home. */
function drawFrame(
  { view }: Scene,
  t: ReturnType<typeof createTranslator<Catalogue>>,
  body: ComponentChild,
): ComponentChild {
  const button = (name: string, label: string, path: string): ComponentChild =>
    h(
      'button',
      { type: 'button', class: `icon-button ${name}`, 'aria-label': label },
      h(Icon, { path, flip: name === 'back' }),
    );
  const home = view === 'home';
  const title = view === 'waiting' ? t('wait.title') : view === 'status' ? t('status.title') : t('panel.label');
  return h('div', { class: 'content' }, [
    h('div', { class: `top at-${view}` }, [
      !home && button('back', t('panel.back'), BACK),
      h('h2', { class: 'title' }, title),
      home && h('p', { class: 'greeting' }, t('home.greeting')),
      home &&
        h('div', { class: 'field' }, [
          h(Icon, { path: SEARCH }),
          h('span', { class: 'soft' }, t('search.placeholder')),
        ]),
      button('close', t('panel.close'), CLOSE),
    ]),
    h('div', { class: 'body', tabIndex: 0 }, body),
  ]);
}

Object.assign(window, { showWaiting });
