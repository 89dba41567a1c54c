import { resolve } from 'node:path';
import { tagPartsOf } from '../init/init-report.js';
import { tagLine } from '../init/tag-line.js';
import type { Project } from '../project.js';
import { publicFolderOf } from '../settings.js';
import type { WidgetRelease } from '../widget-release.js';
import { PREVIEW_PAGE, previewPage, RELOAD_SCRIPT, reloadScript, withReload } from './preview-page.js';
import { serveFile, typeOf, type Served } from './served-file.js';

/** What a preview is made of; `pack` gives the newest pack, which lies in memory. */
export interface Site {
  project: Project;
  cwd: string;
  release: WidgetRelease;
  pack(): { files: ReadonlyMap<string, Uint8Array>; locales: Readonly<Record<string, number>> };
}

/**
 * Answers for one path: the preview's own page, the pack from memory, the owner's pages with the script that loads them again, and
 * the widget of this installation where the site has none of this version.
 */
export function createSiteAnswer({ project, cwd, release, pack }: Site): (path: string) => Promise<Served | null> {
  const parts = tagPartsOf(project, release.version, cwd);
  const roots = [project.pages, publicFolderOf(project)].flatMap((folder) => (folder === undefined ? [] : [resolve(cwd, folder)])); // prettier-ignore
  const packUrl = `/${parts.pack}/`;
  const widgetUrl = `/${parts.widget}/`;
  const preview = (): Served => {
    const [locale = 'en'] = Object.entries(pack().locales).sort(([, a], [, b]) => b - a)[0] ?? [];
    return textAnswer('page.html', withReload(previewPage({ tag: tagLine(parts, null), name: project.name ?? 'HelpKiosk', locale }))); // prettier-ignore
  };
  return async (path) => {
    if (path === RELOAD_SCRIPT) return textAnswer('script.js', reloadScript);
    if (path === PREVIEW_PAGE) return preview();
    if (path.startsWith('/.')) return null;
    if (path.startsWith(packUrl)) return packAnswer(pack().files, path.slice(packUrl.length));
    const found = await serveFile(roots, path);
    if (found?.type === typeOf('page.html') && found.status === 200)
      return textAnswer('page.html', withReload(Buffer.from(found.bytes).toString('utf8')));
    if (found) return found;
    if (path.startsWith(widgetUrl)) return serveFile([release.folder], `/${path.slice(widgetUrl.length)}`);
    return path === '/' ? preview() : null;
  };
}

function packAnswer(files: ReadonlyMap<string, Uint8Array>, name: string): Served | null {
  const bytes = files.get(name);
  return bytes ? { status: 200, type: typeOf(name), bytes } : null;
}

const textAnswer = (name: string, text: string): Served => ({
  status: 200,
  type: typeOf(name),
  bytes: Buffer.from(text),
});
