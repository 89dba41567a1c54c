import { relative, resolve } from 'node:path';
import type { Project } from '../project.js';
import { packFolderOf, publicFolderOf } from '../settings.js';
import type { Plan, SitePage } from './plan-project.js';
import { tagLine, type TagParts } from './tag-line.js';

/** The lines that say what was found; `locales` counts the articles of each language. */
export function foundLines(plan: Plan, locales: Readonly<Record<string, number>>): string[] {
  const { project, content, others, pages, isGenerated } = plan;
  const rows: [string, string][] = [];
  const by = content?.system ? ` (${content.system})` : '';
  const count = content?.fileCount ? `, ${content.fileCount} file${content.fileCount === 1 ? '' : 's'}` : '';
  if (content) rows.push(['Articles', `${content.path}${by}${count}`]);
  if (others.length) rows.push(['', `not taken: ${others.join(', ')}`]);
  const languages = Object.entries(locales).map(([locale, articles]) => `${locale} ${articles}`);
  if (languages.length) rows.push(['Languages', languages.join(', ')]);
  rows.push(['Pages', pagesText(project, pages, isGenerated)]);
  if (project.name) rows.push(['Name', project.name]);
  if (project.accent) rows.push(['Accent', project.accent]);
  const width = Math.max(...rows.map(([title]) => title.length));
  return rows.map(([title, text]) => `${title.padEnd(width)}  ${text}`);
}

function pagesText({ pages: folder }: Project, pages: readonly SitePage[], isGenerated: boolean): string {
  if (isGenerated) return 'made by the same system';
  if (folder === undefined) return 'none found';
  const named = pages.slice(0, 3).map(({ path }) => path);
  return `${folder} (${named.join(', ')}${pages.length > 3 ? ` and ${pages.length - 3} more` : ''})`;
}

/**
 * The lines that give the tag to paste: for each depth of folders with pages, since its addresses are relative. Where a system makes the
 * pages they begin with `/`, which holds at every depth. Once a page has the tag of this version, only those that have another one are named.
 */
export function pasteLines(plan: Plan, version: string, cwd: string): string[] {
  const { project, pages, isGenerated } = plan;
  const parts = tagPartsOf(project, version, cwd);
  if (isGenerated)
    return ['Paste this line into the template of your pages, before </body>:', '', tagLine(parts, null), ''];
  if (!pages.length) {
    const folder = publicFolderOf(project);
    return [`Paste this line into your page in ${folder}, before </body>:`, '', tagLine(parts, 'index.html'), ''];
  }
  const isBegun = pages.some(({ path, tagSource }) => isCurrent(path, tagSource, parts));
  const lacking = pages.filter(({ path, tagSource }) =>
    tagSource === undefined ? !isBegun : !isCurrent(path, tagSource, parts),
  );
  const depths = new Map(lacking.map((page) => [page.path.split('/').length, page]).reverse() as [number, SitePage][]);
  return [...depths.values()].reverse().flatMap((page) => {
    const same = lacking.filter(({ path }) => path.split('/').length === page.path.split('/').length).length - 1;
    const others = same ? ` (and ${same} more beside it)` : '';
    const verb = page.tagSource ? 'Replace the tag by this line in' : 'Paste this line before </body> of';
    return [`${verb} ${joined(project.pages, page.path)}${others}:`, '', tagLine(parts, page.path), ''];
  });
}

/** Where widget and pack lie below the folder that is served. A pack outside of it is taken to be served as `helpkiosk/pack`. */
export function tagPartsOf(project: Project, version: string, cwd: string): TagParts {
  const folder = resolve(cwd, publicFolderOf(project));
  const way = relative(folder, resolve(cwd, packFolderOf(project))).replaceAll('\\', '/');
  const pack = way.startsWith('..') ? 'helpkiosk/pack' : way;
  return { widget: `helpkiosk/${version}`, pack, ...(project.accent ? { accent: project.accent } : {}) };
}

function isCurrent(page: string, source: string | undefined, { widget }: TagParts): boolean {
  if (source === undefined) return false;
  const base = new URL(page.split('/').map(encodeURIComponent).join('/'), 'http://site.invalid/');
  return URL.canParse(source, base) && new URL(source, base).pathname.endsWith(`/${widget}/helpkiosk.js`);
}

const joined = (folder: string | undefined, path: string): string => (folder && folder !== '.' ? `${folder}/${path}` : path); // prettier-ignore
