/** From a word on that does not stand in the middle of a code; the third group is there after a dot that follows nothing. */
const CODE =
  /(?<![a-z\d](:\/\/|[._\-/@:+#?=&~]))((?<=(^|[\s('"])\.)|)[a-z\d]+((:\/\/|[._\-/@:+#?=&~])[a-z\d]+)*(\+\+|[#%]|)/iy;
const TELLING = /[\d_@#%]|:\/\/|^\.|\+\+/;
/** A longer one is no code but a pasted address or a file; its parts are found. */
const LONGEST_CODE = 64;

/**
 * The code that begins with the word from `start` to `end`; empty where the word stands for itself. A code is letters and digits of ASCII
 * joined by signs without a space, with a digit, `_`, `@`, `#`, `%`, `://` or `++`, or after a dot that follows nothing: `v2.3.1`,
 * `ERR_RESET`, `10.0.0.1`, `me@example.com`, `3.5mm`, `C++`, `50%`, `.NET` (which begins at `start - 1`). Ordinary compounds
 * (sign-in, and/or) stay parts alone, or they would be rarer than their parts; capitals tell nothing, since few type them in a query.
 * On real help pages they add 1 % to the terms of a text and 1 to 2 % to the terms of its documents.
 */
export function codeAt(text: string, start: number, end: number): string {
  const after = text.charCodeAt(end);
  if (text[start - 1] !== '.' && !(after > 34 && after < 127)) return '';
  CODE.lastIndex = start;
  const found = CODE.exec(text);
  if (!found) return '';
  const code = (found[3] === undefined ? '' : '.') + found[0];
  return code.length > end - start && code.length <= LONGEST_CODE && TELLING.test(code) ? code : '';
}
