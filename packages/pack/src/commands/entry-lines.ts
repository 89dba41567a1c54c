/**
 * The line, from 1, in which each entry of the list or object that a valid JSON text is begins; of an object the line of the key. None for any other
 * value.
 */
export function entryLines(text: string): number[] {
  const lines: number[] = [];
  let [line, depth, isInText, isDue] = [1, 0, false, false];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '\n') line++;
    if (isInText) {
      if (unit === '\\') at++;
      else if (unit === '"') isInText = false;
      continue;
    }
    const opens = unit === '[' || unit === '{';
    const closes = unit === ']' || unit === '}';
    if (isDue && depth === 1 && !closes && /\S/u.test(unit)) {
      lines.push(line);
      isDue = false;
    }
    if (unit === '"') isInText = true;
    if (closes) depth--;
    if (opens) depth++;
    if ((opens || unit === ',') && depth === 1) isDue = true;
  }
  return lines;
}
