// Which catalogue of words, and which language of articles, answers a wanted language. Nothing here throws.

/** Languages that CLDR has in several scripts: here the usual script gets its own step too (`zh-Hans`, `sr-Cyrl`). */
const SEVERAL_SCRIPTS = /^(az|bs|ff|kk|ks|mn|pa|sat|sd|shi|sr|uz|vai|yue|zh)$/;

/**
 * The names under which words for `tag` may be found, nearest first and `en` last: the tag, what is left as its
 * subtags are cut off from the end, and the language with its script where that says something: zh-HK gives
 * zh-HK, zh-Hant, zh, en; zh gives zh, zh-Hans, en; pt-BR gives pt-BR, pt, en. Tags come out in canonical case and
 * without extensions (`-u-...`); `zh_HK` is read as zh-HK; what is no language tag gives just `en`.
 * A chain never leads to another script (zh-HK does not reach zh-Hans): `chooseLocale` does, as its last resort.
 */
export function localeChain(tag: string): string[] {
  const locale = readTag(tag);
  if (!locale) return ['en'];
  const { baseName, language } = locale;
  const subtags = baseName.split('-');
  const chain = subtags.map((_, cut) => subtags.slice(0, subtags.length - cut).join('-'));
  const script = locale.maximize().script;
  const usual = new Intl.Locale(language || 'und').maximize().script;
  if (script && (script !== usual || SEVERAL_SCRIPTS.test(language))) {
    chain.splice(Math.max(1, chain.length - 1), 0, `${language}-${script}`);
  }
  return [...new Set([...chain, 'en'])];
}

/**
 * The entry of `available` that suits best, as it is written there, or null. Each wanted tag is tried in turn:
 * the same tag (whatever the case), then the same language and script (zh-HK takes zh-TW before zh-CN), then
 * the same language. Among equals the first of `available` wins.
 */
export function chooseLocale(wanted: readonly string[], available: readonly string[]): string | null {
  for (const wish of wanted) {
    const name = plainName(wish);
    const read = readTag(wish)?.maximize();
    const sameLanguage = available.filter((tag) => read && readTag(tag)?.language === read.language);
    const found =
      available.find((tag) => plainName(tag) === name) ??
      sameLanguage.find((tag) => readTag(tag)?.maximize().script === read?.script) ??
      sameLanguage[0];
    if (found) return found;
  }
  return null;
}

const plainName = (tag: unknown): string => String(tag).replaceAll('_', '-').toLowerCase();

function readTag(tag: unknown): Intl.Locale | null {
  try {
    return new Intl.Locale((tag as string).replaceAll('_', '-'));
  } catch {
    return null;
  }
}
