// The demo site of examples/script-tag: its pack, its folders, its headers. Node built-ins only.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const example = join(root, 'examples/script-tag');

/** The strictest policy that a page with an external tag of its own site can have. */
export const demoPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/** Where the demo's files come from: its pages, its pack, the widget as a release folder. */
export const demoMounts = [
  { url: '/', folder: join(example, 'site') },
  { url: '/pack/', folder: join(example, 'public/pack') },
  { url: '/helpkiosk/', folder: join(root, 'packages/widget/dist') },
];

/**
 * Extra headers of the demo: the policy on pages.
 *
 * @param {string} pathname
 * @returns {Record<string, string>}
 */
export const demoHeaders = (pathname) =>
  /(\/|\.html)$/.test(pathname) ? { 'content-security-policy': demoPolicy } : {};

/**
 * Packs the demo's articles with the built command, as a site owner would.
 *
 * @throws {Error} When the command fails.
 */
export async function buildDemoPack() {
  const bin = join(root, 'packages/pack/dist/bin.js');
  const { code } = await run(process.execPath, [
    bin,
    'build',
    join(example, 'content'),
    '--out',
    join(example, 'public/pack'),
  ]);
  if (code !== 0) throw new Error('The demo pack could not be built: see the problems above.');
}

/**
 * The demo's pages as the address after the host name, with their title and language.
 *
 * @returns {Promise<{path: string, title: string, language: string}[]>}
 */
export async function listDemoPages() {
  const site = join(example, 'site');
  const names = (await readdir(site, { recursive: true }))
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll('\\', '/'));
  const pages = names.map(async (name) => {
    const text = await readFile(join(site, name), 'utf8');
    const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1]?.trim() ?? name;
    const language = /<html[^>]*\slang="?([\w-]+)/i.exec(text)?.[1] ?? '';
    return { path: `/${name.replace(/(^|\/)index\.html$/, '$1')}`, title, language };
  });
  return (await Promise.all(pages))
    .filter(({ path }) => path !== '/404.html')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
