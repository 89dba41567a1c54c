/** Addresses of the preview itself; no file of a site can have them, since hidden names are never served. */
export const PREVIEW_PAGE = '/.helpkiosk/';
export const RELOAD_SCRIPT = '/.helpkiosk/reload.js';
export const RELOAD_EVENTS = '/.helpkiosk/events';

/** What a page of the preview runs: it loads itself again when the server says so, and when the server is back. */
export const reloadScript = `(() => {
  let wasLost = false;
  const events = new EventSource(${JSON.stringify(RELOAD_EVENTS)});
  events.addEventListener('reload', () => location.reload());
  events.addEventListener('error', () => { wasLost = true; });
  events.addEventListener('open', () => { if (wasLost) location.reload(); });
})();
`;

/** A plain page with the widget on it, for owners whose own page is elsewhere. `locale` is the language of the articles. */
export function previewPage({ tag, name, locale }: { tag: string; name: string; locale: string }): string {
  const isChinese = /^zh\b/iu.test(locale);
  const title = escaped(isChinese ? `${name}：帮助预览` : `${name}: preview of the help`);
  const words = isChinese
    ? ['这是本机预览页，帮助按钮在页面角落。', '修改文章并保存后，页面会自动刷新。']
    : [
        'This page is on your machine only. The help button is in the corner.',
        'Save an article, and the page loads again.',
      ];
  return `<!doctype html>
<html lang="${escaped(locale)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
  </head>
  <body>
    <h1>${title}</h1>
    ${words.map((line) => `<p>${line}</p>`).join('\n    ')}
    ${tag}
  </body>
</html>
`;
}

/** The page with the script that loads it again; the file itself stays as it is. */
export function withReload(html: string): string {
  const script = `<script src="${RELOAD_SCRIPT}"></script>`;
  const at = html.toLowerCase().lastIndexOf('</body>');
  return at < 0 ? `${html}\n${script}\n` : `${html.slice(0, at)}${script}\n${html.slice(at)}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
