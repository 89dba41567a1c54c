/**
 * Which analysis wrote an index: its name and version. A pack names it, and a reader with another one refuses the pack as `pack-incompatible`:
 * the words of a query would not be the words of the index. The version goes up whenever any text gives other terms.
 */
export const ANALYSER = 'words 1';
