// The tables of opencc-js as it ships them; its own types do not name them.
declare module 'opencc-js/dict/*' {
  /** Entries with `|` between: what is written, a space, and its forms with spaces between, the usual one first. */
  const table: string;
  export default table;
}
