// Which letters lie side by side on the keyboards of people who type a language.

const QWERTY = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const QWERTZ = ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'];
const AZERTY = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const CYRILLIC = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

/** True for two letters one beside or above the other; false for a letter and itself. */
export type AreNeighbours = (a: string, b: string) => boolean;

/** The keyboard of a language: QWERTZ for German, AZERTY for French, else QWERTY; beside it ЙЦУКЕН. */
export function keyboardOf(locale: string): AreNeighbours {
  const latin = /^de\b/i.test(locale) ? QWERTZ : /^fr\b/i.test(locale) ? AZERTY : QWERTY;
  const neighbours = new Map<string, string>();
  const add = (key: string, near: string): unknown => neighbours.set(key, (neighbours.get(key) ?? '') + near);
  for (const rows of [latin, CYRILLIC])
    rows.forEach((row, line) => {
      [...row].forEach((key, place) => {
        // Each row stands half a key to the right of the one above.
        for (const near of [row[place + 1], rows[line + 1]?.[place], rows[line + 1]?.[place - 1]])
          if (near) {
            add(key, near);
            add(near, key);
          }
      });
    });
  return (a, b) => neighbours.get(a)?.includes(b) ?? false;
}
