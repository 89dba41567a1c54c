import type { CompileOptions } from '@helpkiosk/core';
import type { ArticleFile } from './article-files.js';
import { localPath } from './local-path.js';

/** A link to a section that can be checked when all articles are compiled. */
export interface SectionLink {
  to: ArticleFile;
  section: string;
  address: string;
}

/** `broken` hears of each link that leads nowhere, `section` of each that leads to a section. */
export interface LinkListener {
  broken(address: string, message: string): void;
  section(link: SectionLink): void;
}

/**
 * Resolves the links of one file of a folder: relative ones to article links, others as they are. A link to what is no article of the
 * folder keeps its words only, since beside the pack there is nothing that it could lead to.
 */
export function resolveLinksOf(
  file: ArticleFile,
  files: ReadonlyMap<string, ArticleFile>,
  listener: LinkListener,
): NonNullable<CompileOptions['resolveLink']> {
  return (address) => {
    const path = localPath(file.path, address);
    if (path === null) return { href: address };
    const to = candidatesFor(path)
      .map((candidate) => files.get(candidate))
      .find((found) => found !== undefined);
    if (!to) {
      const hint = path.startsWith('../') ? 'it is outside the folder' : `there is no article file ${path}`;
      listener.broken(address, `broken link to ${address}: ${hint}`);
      return null;
    }
    if (to.fields.draft) {
      listener.broken(address, `broken link to ${address}: ${to.path} is a draft`);
      return null;
    }
    const section = fragmentOf(address);
    if (section) listener.section({ to, section, address });
    return { article: to.id };
  };
}

function candidatesFor(path: string): string[] {
  const bare = path.replace(/\/$/u, '');
  return [path, `${bare}.md`, `${bare}.markdown`, `${bare}/index.md`, `${bare}/README.md`];
}

function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  const fragment = at < 0 ? '' : address.slice(at + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
