// The keys of W3C WebDriver: https://www.w3.org/TR/webdriver2/#keyboard-actions

const codes = {
  Backspace: 0xe003,
  Tab: 0xe004,
  Enter: 0xe007,
  Shift: 0xe008,
  Control: 0xe009,
  Alt: 0xe00a,
  Escape: 0xe00c,
  End: 0xe010,
  Home: 0xe011,
  ArrowLeft: 0xe012,
  ArrowUp: 0xe013,
  ArrowRight: 0xe014,
  ArrowDown: 0xe015,
  Delete: 0xe017,
  Meta: 0xe03d,
};

/**
 * The character that WebDriver takes for a key as `KeyboardEvent.key` names it; a character stands for itself.
 *
 * @param {string} key
 * @returns {string}
 * @throws {Error} For a name that it does not know.
 */
export function keyCharacter(key) {
  if ([...key].length === 1) return key;
  if (!Object.hasOwn(codes, key))
    throw new Error(`${key} is not a key that the tests know: add it to browser-keys.mjs.`);
  return String.fromCharCode(codes[key]);
}
