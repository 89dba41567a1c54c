// The demo site of examples/script-tag: its pack, its folders, its headers. Node built-ins only.
import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { root, run } from './run.mjs';

const example = join(root, 'examples/script-tag');
const widget = join(root, 'packages/widget');
/** What pages without a build of their own take of the adapters: the simulated desk. */
const desk = join(root, 'packages/adapters/dist/page');

/** Where `npm run build:demo` puts the demo. */
export const demoFolder = join(root, 'dist-demo');

const policyOf = ({ connect = "'self'", images = "'self' data:" } = {}) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src ${images}; media-src 'self'; connect-src ${connect}; worker-src 'self'; base-uri 'none'; form-action 'none'`;

/** The strictest policy that a page with an external tag of its own site can have. */
export const demoPolicy = policyOf();

/** The version of the widget, which is the name of its release's folder. */
const { version } = JSON.parse(readFileSync(join(widget, 'package.json'), 'utf8'));

/** Where the demo's files come from: its pages, its pack, the widget as a release folder, by its version too. */
export const demoMounts = [
  { url: '/', folder: join(example, 'site') },
  { url: '/pack/', folder: join(example, 'public/pack') },
  { url: '/helpkiosk/', folder: join(widget, 'dist') },
  { url: `/helpkiosk/${version}/`, folder: join(widget, 'dist') },
  { url: '/helpkiosk/desk/', folder: desk },
  { url: `/helpkiosk/${version}/desk/`, folder: desk },
];

/**
 * Extra headers of the demo: the policy on pages.
 *
 * @param {string} pathname
 * @returns {Record<string, string>}
 */
export const demoHeaders = (pathname) =>
  /(\/|\.html)$/.test(pathname) ? { 'content-security-policy': demoPolicy } : {};

/** The pages of the shop, which `npm start` wires to the reference host; the café and the waiting room have no use for it. */
const shopPages = { '/': 'index.html', '/index.html': 'index.html', '/zh.html': 'zh.html' };

/**
 * Serves the pages of the shop with `data-host` on their tag, and a policy that lets them ask that host and show files that were chosen or sent; all else is left
 * to the server. The pages in the repository stay without a back end. For `intercept` of `startStaticServer`.
 *
 * @param {() => string | null} readHost The address of the host; null while there is none.
 * @returns {import('./static-server.d.mts').StaticServerOptions['intercept']}
 */
export const wireToHost = (readHost) => async (request, response) => {
  const { pathname } = new URL(request.url.replace(/^\/+/, '/'), 'http://host');
  const host = readHost();
  if (!host || !Object.hasOwn(shopPages, pathname) || !/^(GET|HEAD)$/.test(request.method)) return false;
  const html = await readFile(join(example, 'site', shopPages[pathname]), 'utf8');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': policyOf({ connect: `'self' ${host}`, images: `'self' data: blob: ${host}` }),
  });
  response.end(
    request.method === 'HEAD' ? undefined : html.replace('data-pack=', `data-host="${host}"\n      data-pack=`),
  );
  return true;
};

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

/**
 * Writes the demo as a folder that any web space can serve, at any path: pages, pack, the widget as a versioned release. Whatever was in
 * the folder is replaced, and stays when something fails. Needs a build.
 *
 * @param {string} [target]
 * @returns {Promise<{pages: string[], version: string}>}
 * @throws {Error} When the pack cannot be built, the widget has no build, or a page has an address that leads out of the folder.
 */
export async function buildDemoSite(target = demoFolder) {
  await buildDemoPack();
  const stage = `${target}.${process.pid}.tmp`;
  await rm(stage, { recursive: true, force: true });
  try {
    await cp(join(example, 'site'), stage, { recursive: true });
    await cp(join(example, 'public/pack'), join(stage, 'helpkiosk/pack'), { recursive: true });
    await copyWidget(join(stage, 'helpkiosk', version));
    await cp(desk, join(stage, 'helpkiosk', version, 'desk'), { recursive: true });
    const pages = (await listDemoPages()).map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path).slice(1));
    for (const page of pages) {
      const file = join(stage, page);
      await writeFile(file, asRelative(await readFile(file, 'utf8'), page));
    }
    await rm(target, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true });
    await rename(stage, target);
    return { pages, version };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** The files that pages ask for: declarations are for compilers. */
async function copyWidget(target) {
  const from = join(widget, 'dist');
  const isServed = (path) => !/[\\/]types$|\.tsbuildinfo$|\.map$/.test(path);
  await cp(from, target, { recursive: true, filter: isServed });
}

/** The page with the addresses of our server made relative to it; throws on one that would leave the folder. */
function asRelative(html, page) {
  const up = posix.relative(posix.dirname(page), '.') || '.';
  const reach = (path) => posix.join(up, path);
  const text = html
    .replaceAll('"/helpkiosk/helpkiosk.js"', `"${reach(`helpkiosk/${version}/helpkiosk.js`)}"`)
    .replaceAll('"/pack/pack.json"', `"${reach('helpkiosk/pack/pack.json')}"`);
  const [absolute] = /\s(?:src|href|srcset|action|data-[\w-]+)="\/[^"]*"/.exec(text) ?? [];
  if (absolute) throw new Error(`${page} has an address that holds at the root of a site only:${absolute}`);
  return text;
}
