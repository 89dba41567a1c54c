// A language that no one speaks, written from right to left: it proves the layout, and is never shipped.
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ';

/** The text in other letters, one for one; placeholders, digits and punctuation stay. */
export const pseudo = (text) =>
  text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : HEBREW[found.toLowerCase().charCodeAt(0) - 97],
  );

/**
 * Replaces the English words of the widget on this page by pseudo words, and its direction by right to left.
 *
 * @param {import('playwright-core').Page} page Before it loads anything.
 * @param {{letters?: boolean}} [options] `letters: false` keeps the English letters, so that every text is as wide as before.
 */
export async function speakPseudo(page, { letters = true } = {}) {
  await page.route(/\/locale\/en\/\w+\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: moduleFor(route.request().url(), letters) }),
  );
}

const moduleFor = (url, letters) => `
import words from ${JSON.stringify(`${url}?own`)};
const HEBREW = ${JSON.stringify(HEBREW)};
const pseudo = ${letters ? pseudo.toString() : '(text) => text'};
const mirror = (message) =>
  typeof message === 'string'
    ? pseudo(message)
    : Object.fromEntries(Object.entries(message).map(([rule, text]) => [rule, pseudo(text)]));
const mirrored = Object.fromEntries(Object.entries(words).map(([key, message]) => [key, mirror(message)]));
if (mirrored['panel.direction']) mirrored['panel.direction'] = 'rtl';
export default mirrored;
`;
