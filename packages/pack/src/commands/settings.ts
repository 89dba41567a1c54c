import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { localeOf } from '../sources/locale-tag.js';
import type { Project } from './project.js';

/** What is read, and how: words after the command first, then `helpkiosk.json`. Paths are as written, for messages. */
export interface ReadingSettings {
  content: string;
  locale?: string;
  synonyms?: string;
  votes?: string;
}

/** Where widget and pack go when `helpkiosk.json` names no place. */
export const DEFAULT_PUBLIC = 'public';

/** The folder that is served beside the pages: there widget and pack lie. */
export const publicFolderOf = (project: Project): string => project.public ?? project.pages ?? DEFAULT_PUBLIC;

/** The folder of the pack. */
export const packFolderOf = (project: Project): string =>
  project.out ?? join(publicFolderOf(project), 'helpkiosk', 'pack');

/** Puts words over the project. A text says in a sentence what is missing or wrong. */
export function resolveReading(
  written: { content?: string | undefined } & { [K in 'locale' | 'synonyms' | 'votes']?: string | true },
  project: Project | null,
): ReadingSettings | string {
  const content = written.content ?? project?.content;
  if (content === undefined)
    return 'Which folder? Name the one that holds your articles, or let helpkiosk init find it.';
  const tag = written.locale === undefined ? project?.locale : String(written.locale);
  const locale = tag === undefined ? null : localeOf(tag);
  if (tag !== undefined && !locale) return `--locale ${tag} is no language tag: write one such as en or zh-Hans.`;
  const synonyms = written.synonyms === undefined ? project?.synonyms : String(written.synonyms);
  const votes = written.votes === undefined ? project?.votes : String(written.votes);
  if (votes !== undefined && isWithin(resolve(content), resolve(votes)))
    return `${votes} lies within ${content}: it would be read as articles. Put it outside.`;
  return {
    content,
    ...(locale ? { locale } : {}),
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(votes === undefined ? {} : { votes }),
  };
}

/** Where the pack goes, or in a sentence why that cannot be. */
export function resolveOut(
  written: string | true | undefined,
  content: string,
  project: Project | null,
  cwd: string,
): { out: string } | string {
  const out = written === undefined ? project && packFolderOf(project) : String(written);
  if (out === null) return 'Where to? Add --out with the folder for the pack, or let helpkiosk init choose one.';
  return isWithin(resolve(cwd, content), resolve(cwd, out))
    ? `${out} lies within ${content}: the pack would be read as content the next time. Choose a folder outside.`
    : { out };
}

/** True when `path` is `folder` or below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
