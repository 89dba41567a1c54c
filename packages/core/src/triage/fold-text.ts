/**
 * Text as the lists of words are written: lower case, ASCII width, straight apostrophes, and simplified characters as far as `traditional`
 * pairs them. It has the length of the original, so that a place in one is the same place in the other.
 */
export function foldText(text: string, traditional = ''): string {
  return text.replace(/[^\0-@[-\x7f]/g, (unit) => foldUnit(unit, traditional));
}

function foldUnit(unit: string, traditional: string): string {
  const place = traditional.indexOf(unit);
  if (place >= 0) return traditional[place | 1]!;
  const code = unit.charCodeAt(0);
  if (code === 0x2018 || code === 0x2019) return "'";
  const narrow = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : unit;
  const lower = narrow.toLowerCase();
  return lower.length === 1 ? lower : narrow;
}
