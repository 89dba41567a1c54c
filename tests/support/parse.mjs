// The one place that knows which parser reads our sources: the one that vitest brings along (TypeScript 7 has none for us).
import { parseAst } from 'vitest/node';

/** @type {typeof import('./parse.d.mts').parseModule} */
export function parseModule(text, path) {
  return parseAst(
    text,
    { lang: /\.(ts|mts)$/.test(path) ? 'ts' : path.endsWith('.tsx') ? 'tsx' : 'jsx', sourceType: 'module' },
    path,
  );
}
