// The words that a reader of a Markdown page sees, found without any of the importer's code: by taking away what is not seen. It
// knows no structure. Where it cannot tell, it leaves a word in, so that its loss would show.

/** Taken away in this order; a function is told the match and gives what is seen of it. Line breaks must stay, for the line numbers. */
const BLANK = (found) => found.replace(/[^\n]/g, ' ');
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', copy: '©', hellip: '…', shy: '\u{ad}' };

/** The words of `source` that `text` lacks, each as often as it lacks it, with the line where it stands first. */
export function lostWords(source, text, { mdx = false } = {}) {
  const left = new Map();
  for (const [word] of text.normalize('NFC').matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
  const lost = [];
  visibleText(source, { mdx })
    .split('\n')
    .forEach((line, i) => {
      for (const [word] of line.normalize('NFC').matchAll(WORD)) {
        const count = left.get(word) ?? 0;
        if (count > 0) left.set(word, count - 1);
        else lost.push({ line: i + 1, word });
      }
    });
  return lost;
}

/** The visible text of a Markdown file, line by line as it stands there. */
export function visibleText(source, { mdx = false } = {}) {
  const body = source.replaceAll('\r\n', '\n').replace(/^(---|\+\+\+)\n[^]*?\n\1[ \t]*(?=\n|$)/, BLANK);
  const parts = [];
  let fence = '';
  let prose = [];
  const endProse = () => {
    parts.push(prose.length ? visibleProse(prose.join('\n'), mdx) : null);
    prose = [];
  };
  for (const line of body.split('\n')) {
    const marks = /^[ \t>]*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence) {
      const closes = marks && marks[1].startsWith(fence) && marks[2].trim() === '';
      if (closes) fence = '';
      parts.push(closes ? '' : line);
    } else if (marks && !(marks[1][0] === '`' && marks[2].includes('`'))) {
      endProse();
      fence = marks[1];
      parts.push('');
    } else prose.push(line);
  }
  endProse();
  return parts.filter((part) => part !== null).join('\n');
}

function visibleProse(prose, mdx) {
  const spans = [];
  const keep = (code) => `\u{e000}${spans.push(code) - 1}\u{e001}`;
  let text = prose.replace(/(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n)[^])*?[^`])\1(?!`)/g, (_, marks, code) => keep(code));
  text = text.replace(/<!--[^]*?-->/g, BLANK);
  text = text.replace(/<(script|style)\b[^]*?<\/\1>/g, BLANK);
  if (mdx) {
    text = text.replace(/^(?:import|export)\b[^\n]*(?:\n(?![ \t]*\n)[ \t}][^\n]*)*$/gm, BLANK);
    text = withoutTags(text, true);
    text = text.replace(/(?<!\\)\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, (found) =>
      /^\{\s*["'`][^]*["'`]\s*\}$/.test(found) ? found : BLANK(found),
    );
  } else text = withoutTags(text, false);
  text = text.replace(/\{\{[<%][^]*?[>%]\}\}/g, BLANK);
  text = text.replace(/^([ \t>]*):::+[ \t]*[\w-]*(?:\[([^\]\n]*)\])?(?:\{[^}\n]*\})?/gm, '$1 $2 ');
  text = text.replace(/^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$/gm, BLANK);
  text = text.replace(/\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"([^"\n]*)")?\s*\)/g, (_, title) =>
    ` ${title ?? ''} `.trimEnd(),
  );
  text = text.replace(/\[!(?:note|tip|important|warning|caution)\]/gi, ' ');
  text = text.replace(/[ \t]*\{#[^}\n]*\}[ \t]*$/gm, '');
  text = text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (found, decimal, hex, name) =>
    name ? (ENTITIES[name] ?? found) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  text = text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\*|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\[|!(?=\[)/gu, '');
  text = text.replace(/^[ \t]*\d{1,9}[.)][ \t]/gm, ' ');
  return text.replace(/\u{e000}(\d+)\u{e001}/gu, (_, place) => spans[Number(place)]);
}

/** Tags go with their attributes. A name in brackets that is no tag, `<your-token>`, is seen. */
function withoutTags(text, mdx) {
  const name = mdx
    ? '[A-Za-z][\\w.:-]*'
    : '(?:[A-Z][a-z]\\w*|(?:a|b|br|code|details|div|em|h[1-6]|hr|i|img|kbd|li|p|pre|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|ol)(?![\\w-]))';
  const tag = new RegExp(
    `</?${name}(?:\\s+(?:[^<>"'{}]|"[^"]*"|'[^']*'|\\{(?:[^{}]|\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*\\})*\\})*)?\\s*/?>|</?>`,
    'g',
  );
  return text.replace(tag, (found) =>
    /^<\/?(?:a|b|code|em|i|kbd|span|strong|sub|sup|u)[\s>]/.test(found) && !found.includes('\n') ? '' : BLANK(found),
  );
}
