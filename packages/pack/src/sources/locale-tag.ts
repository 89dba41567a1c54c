// Which folder names and suffixes mean a language, and what it is called in a pack.

const TWO_LETTERS = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es ' +
    'et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj ' +
    'kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ' +
    'ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti ' +
    'tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);
/** Of the languages with three letters only these: `faq`, `api` and `new` are folders of something else. */
const THREE_LETTERS = new Set(['ckb', 'fil', 'haw', 'hmn', 'kmr', 'wuu', 'yue']);
const TAG = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/**
 * The language tag that a folder or a suffix stands for, in canonical case, or null when it is no language: `zh-hans` gives
 * `zh-Hans`, `pt_BR` gives `pt-BR`, `faq` gives null. Chinese by region becomes Chinese by script, see `chineseByScript`.
 */
export function localeOfName(name: string): string | null {
  const tag = name.replaceAll('_', '-');
  const language = tag.split('-', 1)[0]!.toLowerCase();
  return TAG.test(tag) && (TWO_LETTERS.has(language) || THREE_LETTERS.has(language)) ? localeOf(tag) : null;
}

/** A language tag that somebody has written on purpose, in canonical case, or null when it is none (BCP 47). */
export function localeOf(tag: string): string | null {
  try {
    return chineseByScript(Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? '') || null;
  } catch {
    return null;
  }
}

/** `zh-CN` and `zh-SG` are `zh-Hans`, `zh-TW`, `zh-HK` and `zh-MO` are `zh-Hant`; any other tag is itself. */
function chineseByScript(tag: string): string {
  if (/^zh-(?:Hans-)?(?:CN|SG|MY)$/.test(tag)) return 'zh-Hans';
  return /^zh-(?:Hant-)?(?:TW|HK|MO)$/.test(tag) ? 'zh-Hant' : tag;
}
