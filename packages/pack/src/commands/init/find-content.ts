import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { walkFolder } from '../../sources/walk-folder.js';
import { isFolder, isThere, textOrNull } from '../file-facts.js';

/** Where articles lie, what wrote them when that shows, the folder that it copies to its site, and how many files there are. */
export interface ContentPlace {
  path: string;
  system?: string;
  public?: string;
  fileCount: number;
}

/** Names of folders that hold help, the likeliest first. */
const FOLDERS = ['help', 'help-center', 'help-centre', 'helpcenter', 'docs', 'documentation', 'kb', 'knowledge', 'knowledge-base',
  'support', 'faq', 'faqs', 'articles', 'content', 'src/content/docs', 'wiki', 'guide', 'guides', '帮助', '帮助中心', '帮助文档', '幫助', '幫助中心',
  '說明', '說明中心', '文档', '文檔', '文件', '常见问题', '常見問題', '知识库', '知識庫', '客服']; // prettier-ignore
const TEXTS = new Set(['.md', '.markdown', '.mdx']);
const FILES =
  /^(?:faqs?|help|articles|questions|knowledge|zendesk|intercom|docsearch|帮助|幫助|常见问题|常見問題|问答|問答|知识库|知識庫|客服)[\p{L}\p{N}_-]*\.(?:csv|tsv|xlsx|json|jsonl)$/iu;
const OTHERS = /\.(?:csv|tsv|xlsx|html?)$/iu;

/** A file that gives a system away, where that keeps its articles, and what it copies to the site as it is. */
const SYSTEMS: readonly { system: string; mark: RegExp; folder: string; public?: string }[] = [
  { system: 'Docusaurus', mark: /^docusaurus\.config\.[cm]?[jt]s$/u, folder: 'docs', public: 'static' },
  { system: 'Starlight', mark: /^astro\.config\.[cm]?[jt]s$/u, folder: 'src/content/docs', public: 'public' },
  { system: 'MkDocs', mark: /^mkdocs\.ya?ml$/u, folder: 'docs' },
  { system: 'Hugo', mark: /^hugo\.(?:toml|ya?ml|json)$/u, folder: 'content', public: 'static' },
];

/**
 * The places below `root` that hold help content, the likeliest first: the folder of the system that wrote it, folders with a name of help,
 * tables and exports that lie in `root` itself. Folders in which no file is an article are left out, and so are those in `except`.
 */
export async function findContent(root: string, except: readonly string[] = []): Promise<ContentPlace[]> {
  const names = await readdir(root);
  const places: ContentPlace[] = [];
  const add = async (path: string, by: { system?: string; public?: string } = {}): Promise<void> => {
    if (except.includes(path) || places.some((place) => place.path === path)) return;
    const fileCount = await countArticleFiles(join(root, path));
    if (fileCount) places.push({ path, ...by, fileCount });
  };
  for (const { mark, folder, ...by } of SYSTEMS) if (names.some((name) => mark.test(name))) await add(folder, by);
  for (const folder of FOLDERS) await add(folder, await markOf(join(root, folder)));
  for (const name of names.filter((each) => FILES.test(each)).sort()) {
    const system = /\.jsonl?$/iu.test(name) ? await exporterOf(join(root, name)) : 'a table';
    if (system) places.push({ path: name, system, fileCount: 1 });
  }
  return places;
}

/** Markdown files that lie in `root` itself, beside everything else; those that tell developers about a project are left out. */
export async function findLooseArticles(root: string): Promise<string[]> {
  const names = await readdir(root);
  return names
    .filter((name) => TEXTS.has(extname(name).toLowerCase()))
    .filter((name) => !/^(?:readme|changelog|contributing|licen[cs]e|security|code_of_conduct|agents)\b/iu.test(name))
    .sort();
}

async function countArticleFiles(folder: string): Promise<number> {
  if (!(await isFolder(folder))) return 0;
  const paths = await walkFolder(folder);
  const texts = paths.filter((path) => TEXTS.has(extname(path).toLowerCase())).length;
  return texts || paths.filter((path) => OTHERS.test(path)).length;
}

async function markOf(folder: string): Promise<{ system?: string }> {
  if (await isThere(join(folder, '.vitepress'))) return { system: 'VitePress' };
  return (await isThere(join(folder, '.obsidian'))) ? { system: 'Obsidian' } : {};
}

/** Whose export a JSON file is, by names that only that one uses; undefined when it is none that is known. */
async function exporterOf(file: string): Promise<string | undefined> {
  const text = (await textOrNull(file)) ?? '';
  if (/"(?:section_id|label_names)"/u.test(text)) return 'Zendesk';
  if (/"(?:workspace_id|translated_content)"/u.test(text)) return 'Intercom';
  return /"hierarchy"/u.test(text) && /"lvl0"/u.test(text) ? 'DocSearch' : undefined;
}
