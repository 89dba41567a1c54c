// What HelpKiosk is to reach (MRR@10, or the share kept of the clean queries' MRR@10), by family and kind.
const QUESTIONS = {
  'cmrc-trial': 0.988,
  'drcd-dev': 0.97,
  'jaquad-train': 0.93,
  stackfaq: 0.88,
  'xquad-ar': 0.935,
  'xquad-de': 0.945,
  'xquad-en': 0.97,
  'xquad-es': 0.965,
  'xquad-ru': 0.955,
  'xquad-th': 0.965,
  'xquad-tr': 0.94,
  'xquad-vi': 0.96,
  'xquad-zh': 0.97,
};
const KNOWN_ITEMS = {
  heading: { en: 0.97, 'zh-Hans': 0.99 },
  'heading taken out': { en: 0.66, 'zh-Hans': 0.66 },
  'title withheld': { en: 0.66, 'zh-Hans': 0.6 },
  'keywords withheld': { en: 0.77, 'zh-Hans': 0.37 },
  'description withheld': { en: 0.95, 'zh-Hans': 0.94 },
  'heading, one typo': { en: 0.94 },
  'heading, traditional': { 'zh-Hans': 0.97 },
  'heading, homophone': { 'zh-Hans': 0.7 },
  'heading, pinyin': { 'zh-Hans': 0.85 },
};
const KEPT = { 'two keywords, homophone': 0.9, 'three keywords, pinyin': 0.93 };
const KEPT_TYPO_LANGUAGES = ['en', 'de'];

/**
 * The bar of a row, if it has one: the figure that is judged and its least value. The demo has none.
 *
 * @param {{family: string, kind: string, locale: string}} row
 * @returns {{figure: 'mrr' | 'kept', least: number} | undefined}
 */
export function barOf({ family, kind, locale }) {
  if (family.startsWith('centres-')) return mrrBar(KNOWN_ITEMS[kind]?.[locale]);
  if (!Object.hasOwn(QUESTIONS, family)) return undefined;
  if (kind === 'questions') return mrrBar(QUESTIONS[family]);
  if (kind === 'simplified') return mrrBar(0.96);
  if (kind === 'one typo') return KEPT_TYPO_LANGUAGES.includes(locale) ? { figure: 'kept', least: 0.97 } : undefined;
  return Object.hasOwn(KEPT, kind) ? { figure: 'kept', least: KEPT[kind] } : undefined;
}

const mrrBar = (least) => (least === undefined ? undefined : { figure: 'mrr', least });
