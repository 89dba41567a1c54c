import { posix } from 'node:path';
import { localeOfName } from './locale-tag.js';

/** What the path of a file says about its article. `category` is the name of the innermost folder below the locale. */
export interface FilePlace {
  id: string;
  locale?: string;
  category?: string;
}

const EXTENSION = /\.(?:md|mdx|markdown)$/i;

/** True for the names of files that hold an article. */
export const isArticleFile = (path: string): boolean => EXTENSION.test(path);

/**
 * `zh-CN/billing/refund.md` is the article `billing/refund` in `zh-Hans`, and so is `billing/refund.zh-CN.md`; without a
 * language in the path `locale` is left out. Only the first folder can be a language.
 */
export function placeOfFile(path: string): FilePlace {
  const [first, ...rest] = path.split('/') as [string, ...string[]];
  const folderLocale = rest.length ? localeOfName(first) : null;
  const below = (folderLocale ? rest.join('/') : path).replace(EXTENSION, '');
  const suffix = posix.extname(below);
  const suffixLocale = suffix && posix.basename(below) !== suffix ? localeOfName(suffix.slice(1)) : null;
  const id = suffixLocale ? below.slice(0, -suffix.length) : below;
  const folder = posix.basename(posix.dirname(id));
  const locale = folderLocale ?? suffixLocale;
  return { id, ...(locale ? { locale } : {}), ...(folder !== '.' && folder !== '' ? { category: folder } : {}) };
}
