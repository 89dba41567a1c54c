/** Letters that are one with their stroke or have lost their dot, and what is typed for them. */
const STROKED: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ħ: 'h', ŧ: 't' };

/** A folded word as people type it who leave out the marks of Latin and Greek letters: đăng gives dang. Other scripts stay. */
export function bare(word: string): string {
  if (/^[a-z]*$/.test(word) || !/[\p{sc=Latin}\p{sc=Grek}]/u.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đðłøıħŧ]/g, (letter) => STROKED[letter]!);
}
