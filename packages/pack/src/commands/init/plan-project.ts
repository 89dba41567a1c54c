import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { textOrNull } from '../file-facts.js';
import type { Project } from '../project.js';
import { publicFolderOf } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { FIRST_FOLDER } from './first-article.js';
import { findContent, findLooseArticles, type ContentPlace } from './find-content.js';
import { copiedFolder, findPages, listPages, type PagesPlace } from './find-pages.js';
import { readPage, siteNameOf, type PageFacts } from './read-page.js';

/** A page of the site by its path below the pages folder, with what it says. */
export interface SitePage extends PageFacts {
  path: string;
}

/**
 * What init has found out. `content` is null where there is none yet; `others` are places that were not taken; `system` is
 * what wrote the articles, and `isGenerated` is true where it makes the pages too.
 */
export interface Plan {
  project: Project;
  content: ContentPlace | null;
  others: readonly string[];
  loose: readonly string[];
  pages: readonly SitePage[];
  isGenerated: boolean;
}

/** Finds out what `helpkiosk.json` should say. `ask` is left out where nobody can answer: then the likeliest place is taken. */
export async function planProject(cwd: string, ask: Terminal['ask']): Promise<Plan> {
  const sites = await findPages(cwd);
  const places = await findContent(cwd, sites.map(({ pages }) => pages)); // prettier-ignore
  const content = await choose(places, 'Where are the articles?', ({ path }) => path, ask);
  const isGenerated = content?.public !== undefined;
  const site = isGenerated
    ? null
    : await choose(sites, 'Which folder has the pages of the site?', ({ pages }) => pages, ask);
  const pages = site ? await readPages(cwd, site.pages, content?.path) : [];
  const accent = pages.find((page) => page.accent)?.accent;
  return {
    project: {
      content: content?.path ?? FIRST_FOLDER,
      ...(await placesOf(cwd, site, content)),
      name: siteNameOf(pages) ?? (await packageName(cwd)) ?? basename(cwd),
      ...(accent ? { accent } : {}),
    },
    content,
    others: places.filter((place) => place !== content).map(({ path }) => path),
    loose: content ? [] : await findLooseArticles(cwd),
    pages,
    isGenerated,
  };
}

/** The plan that an existing `helpkiosk.json` stands for. */
export async function planOfProject(cwd: string, project: Project): Promise<Plan> {
  const pages = project.pages === undefined ? [] : await readPages(cwd, project.pages, project.content);
  const content = project.content === undefined ? null : { path: project.content, fileCount: 0 };
  return { project, content, others: [], loose: [], pages, isGenerated: false };
}

async function choose<T>(
  places: readonly T[],
  question: string,
  nameOf: (place: T) => string,
  ask: Terminal['ask'],
): Promise<T | null> {
  const isChoice = places.length > 1 && ask !== undefined;
  return places[isChoice ? await ask(question, places.map(nameOf)) : 0] ?? null;
}

async function placesOf(cwd: string, site: PagesPlace | null, content: ContentPlace | null): Promise<Project> {
  if (site) return { pages: site.pages, ...(site.public === site.pages ? {} : { public: site.public }) };
  return { public: content?.public ?? (await copiedFolder(cwd)) ?? publicFolderOf({}) };
}

async function readPages(cwd: string, pages: string, content: string | undefined): Promise<SitePage[]> {
  const folder = resolve(cwd, pages);
  const paths = await listPages(folder, content === undefined ? [] : [resolve(cwd, content)]);
  return Promise.all(paths.map(async (path) => ({ path, ...readPage((await textOrNull(join(folder, path))) ?? '') })));
}

async function packageName(cwd: string): Promise<string | null> {
  try {
    const { name } = JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8')) as { name?: unknown };
    return typeof name === 'string' && name ? name : null;
  } catch {
    return null;
  }
}
