// Which characters belong to Chinese, Japanese and Korean writing. Sources for character classes: put them between [ and ].

/** Han, kana, bopomofo, hangul and the punctuation that only they use, full-width forms included. */
export const CJK_CLASS =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\u3000-\\u303f\\ufe30-\\ufe4f\\uff00-\\uffef';

/** Of these, punctuation alone. Curly quotes, dashes and dots belong to Latin writing too and are not in it. */
const WIDE_PUNCTUATION = `(?=[\\p{P}\\p{S}])[${CJK_CLASS}]`;

/** A run of emphasis marks makes a letter of these neighbours; see `softenCjkPunctuation`. */
const BESIDE_RUN = new RegExp(
  [
    `${WIDE_PUNCTUATION}(?=[*~])`,
    `(?<=[*~])${WIDE_PUNCTUATION}`,
    `(?![*~])[\\p{P}\\p{S}](?=(?:\\*+|~+)[${CJK_CLASS}])`,
    `(?<=[${CJK_CLASS}](?:\\*+|~+))(?![*~])[\\p{P}\\p{S}]`,
  ].join('|'),
  'gu',
);

/**
 * CommonMark lets `**` close after punctuation only where a space or punctuation follows, and Chinese writes no spaces:
 * `**注意：**请先登录` stays as it is typed. Here every punctuation mark beside a run of `*` or `~` becomes a letter when
 * it is CJK punctuation itself, or when the character on the other side of the run is CJK. The length stays the same.
 * Rule: https://github.com/tats-u/markdown-cjk-friendly (specification).
 */
export function softenCjkPunctuation(text: string): string {
  return text.replace(BESIDE_RUN, (mark) => '字'.repeat(mark.length));
}

const JOINED_SCRIPTS = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\u3000-\\u303f\\uff00-\\uffef';
const ENDS_JOINED = new RegExp(`[${JOINED_SCRIPTS}]$`, 'u');
const STARTS_JOINED = new RegExp(`^[${JOINED_SCRIPTS}]`, 'u');

/** A text on several source lines as one: nothing where a Chinese or Japanese line goes on, else a space. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  let joined = '';
  for (const [i, line] of text.split('\n').entries()) {
    if (i === 0) joined = line;
    else {
      const before = joined.trimEnd();
      const after = line.trimStart();
      const goesOn = ENDS_JOINED.test(before.slice(-2)) && STARTS_JOINED.test(after.slice(0, 2));
      joined = goesOn ? before + after : `${before} ${after}`;
    }
  }
  return joined;
}

const WIDE_MARK_IN_ADDRESS = new RegExp(`${WIDE_PUNCTUATION}|[“”‘’…—]`, 'u');
const BARE_HOST = new RegExp(`^(?:https?://|www\\.)[^/?#${CJK_CLASS}]+(?=[${CJK_CLASS}])`, 'iu');

/**
 * The part of a bare address before the sentence goes on: `https://a.example，然后` ends before the comma, and
 * `www.a.example查看` before the first word. Letters inside a path stay.
 */
export function cutBareAddress(address: string): string {
  const mark = WIDE_MARK_IN_ADDRESS.exec(address);
  const cut = mark ? address.slice(0, mark.index) : address;
  return BARE_HOST.exec(cut)?.[0] ?? cut;
}
