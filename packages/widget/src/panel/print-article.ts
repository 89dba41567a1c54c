// Printing: a frame inside our own shadow root with a copy of the article. The page is not written to, and no window opens.
import printCss from '../parts/print.css';
import type { ViewTools } from './lazy-view.js';

/** How long pictures are waited for. */
const PICTURES_MS = 3000;
/** How long the frame stays after a browser that does not say when it has printed. */
const STAY_MS = 60_000;

/** Asks the browser to print the article that the panel shows, and nothing else; fulfilled when it has been asked. */
export async function printArticle({ frame, root, env }: Pick<ViewTools, 'frame' | 'root' | 'env'>): Promise<void> {
  const article = frame.querySelector<HTMLElement>('article.article');
  if (!article) return;
  const sheet = document.createElement('iframe');
  sheet.className = 'print-frame';
  sheet.tabIndex = -1;
  sheet.setAttribute('aria-hidden', 'true');
  root.append(sheet);
  const view = sheet.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return sheet.remove();
  const page = view.document;
  page.documentElement.lang = article.lang;
  page.documentElement.dir = getComputedStyle(article).direction;
  page.title = article.querySelector('.view-title')?.textContent ?? '';
  addSheet(view);
  page.body.append(copyOf(article, page));
  await Promise.race([
    Promise.allSettled([...page.images].map((image) => image.decode())),
    new Promise<void>((resolve) => void env.setTimer(resolve, PICTURES_MS)),
  ]);
  if (!sheet.isConnected) return;
  view.addEventListener('afterprint', () => sheet.remove(), { once: true });
  env.setTimer(() => sheet.remove(), STAY_MS);
  view.focus();
  view.print();
}

/** By a constructed sheet, which no policy of the page refuses. */
function addSheet(view: Window & typeof globalThis): void {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(printCss);
  view.document.adoptedStyleSheets = [sheet];
}

/** Everything unfolded, every picture fetched, nothing that wants to be pressed. */
function copyOf(article: HTMLElement, page: Document): Node {
  const copy = page.importNode(article, true);
  for (const details of copy.querySelectorAll('details')) details.open = true;
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager';
  for (const part of copy.querySelectorAll('svg, .screen')) part.remove();
  for (const button of copy.querySelectorAll('button')) button.replaceWith(...button.childNodes);
  return copy;
}
