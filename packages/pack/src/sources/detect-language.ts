/** Fewer letters than this say too little. */
const MIN_LETTERS = 40;
/** Characters of a text that are looked at. */
const MAX_LENGTH = 6_000;
const SIMPLIFIED = new Set(
  '这为说们时来对国发会过还没后经间问应关进样动现实点开长电儿让见里头从门给书东车马话认员业务选择测试网络设备错误连帐账号户单数据处复启闭显示页面链类级图标签码扫验证订购买卖运费货币优惠券请输询转换语言录录权场简体',
);
const TRADITIONAL = new Set(
  '這為說們時來對國發會過還沒後經間問應關進樣動現實點開長電兒讓見裡頭從門給書東車馬話認員業務選擇測試網絡設備錯誤連帳賬號戶單數據處復啟閉顯頁鏈類級圖標籤碼掃驗證訂購買賣運費貨幣優惠請輸詢轉換語錄權場簡體檔',
);

/**
 * The language that a text is written in, or null where it is too short or too mixed to say. Code and addresses are not looked at.
 * Chinese is told apart by characters that only one of its scripts has.
 */
export async function detectLanguage(markdown: string): Promise<string | null> {
  const text = proseOf(markdown);
  const letters = text.match(/\p{L}/gu) ?? [];
  const script = scriptOf(letters);
  if (script === 'zh') return chineseOf(letters);
  if (script) return letters.length >= 4 ? script : null;
  if (letters.length < MIN_LETTERS) return null;
  const { eld } = await import('eld/small');
  const result = eld.detect(text);
  return result.isReliable() ? result.language || null : null;
}

function proseOf(markdown: string): string {
  return markdown
    .slice(0, MAX_LENGTH * 3)
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[^]*?(?:\n[ \t]*\1|$)/gm, ' ')
    .replace(/`[^`\n]*`|<[^<>\n]{1,300}>|\]\([^()\n]*\)|https?:\/\/\S+|^(?:im|ex)port [^\n]*/gm, ' ')
    .slice(0, MAX_LENGTH);
}

/** The language that a script alone tells: Korean, Japanese, Chinese, Thai. */
function scriptOf(letters: readonly string[]): 'ko' | 'ja' | 'zh' | 'th' | null {
  const count = (pattern: RegExp): number => letters.filter((letter) => pattern.test(letter)).length;
  const kana = count(/[\p{sc=Hira}\p{sc=Kana}]/u);
  const han = count(/\p{sc=Han}/u);
  const hangul = count(/\p{sc=Hang}/u);
  const thai = count(/\p{sc=Thai}/u);
  // One such letter says what some three of the Latin script say.
  const enough = letters.length / 4;
  if (hangul >= enough && hangul > kana + han) return 'ko';
  if (thai >= enough) return 'th';
  if (kana + han < enough) return null;
  return kana * 12 > han ? 'ja' : 'zh';
}

const chineseOf = (letters: readonly string[]): 'zh-Hans' | 'zh-Hant' =>
  traditionalLead(letters) > 0 ? 'zh-Hant' : 'zh-Hans';

/** How many more letters are of the traditional script alone than of the simplified one alone. */
function traditionalLead(letters: readonly string[]): number {
  const simplified = letters.filter((letter) => SIMPLIFIED.has(letter) && !TRADITIONAL.has(letter)).length;
  const traditional = letters.filter((letter) => TRADITIONAL.has(letter) && !SIMPLIFIED.has(letter)).length;
  return traditional - simplified;
}

/**
 * The languages of texts that nothing else tells, in their order. A text that says too little has the language of most; where none says
 * enough, all are `fallback`. A language that hardly any other text has is doubted where its text is short.
 */
export async function detectLanguages(texts: readonly string[], fallback: string): Promise<string[]> {
  const found = await Promise.all(texts.map(detectLanguage));
  const counts = new Map<string, number>();
  for (const language of found) if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  const common = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? fallback;
  return found.map((language, i) => {
    if (!language) return common;
    const isDoubtful =
      counts.get(language)! * 20 < texts.length && texts[i]!.length < 1_000 && !/^(?:zh|ja|ko|th)/.test(language);
    return isDoubtful ? common : language;
  });
}

/**
 * The languages of the short texts of one table, in their order. Texts in one script are looked at together, since one alone says too
 * little; Chinese ones are told apart where they are clearly of one script. Where a script says too little, its texts have the language
 * of most; where none says enough, all are `fallback`.
 */
export async function detectRowLanguages(texts: readonly string[], fallback: string): Promise<string[]> {
  const groups = texts.map(groupOf);
  const languages = new Map<string, string | null>();
  for (const group of new Set(groups)) {
    const isTold = group === 'zh-Hans' || group === 'zh-Hant';
    const together = texts.filter((_, i) => (group === 'zh' ? groups[i]!.startsWith('zh') : groups[i] === group));
    languages.set(group, isTold ? group : await detectLanguage(together.join('\n\n')));
  }
  const counts = new Map<string, number>();
  for (const language of groups.map((group) => languages.get(group)))
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  const common = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? fallback;
  return groups.map((group) => languages.get(group) ?? common);
}

/** What texts are looked at together: those of one of the scripts that tell a language, of Cyrillic, Arabic and the like, of the rest. */
function groupOf(text: string): string {
  const letters = proseOf(text).match(/\p{L}/gu) ?? [];
  const script = scriptOf(letters);
  if (script === 'zh') {
    const lead = traditionalLead(letters);
    return Math.abs(lead) < 2 ? 'zh' : lead > 0 ? 'zh-Hant' : 'zh-Hans';
  }
  if (script) return script;
  const others = [/\p{sc=Cyrl}/u, /\p{sc=Arab}/u, /\p{sc=Hebr}/u, /\p{sc=Grek}/u, /\p{sc=Deva}/u];
  const found = others.find((other) => letters.filter((letter) => other.test(letter)).length * 2 > letters.length);
  return found?.source ?? '';
}
