// Every output of the repository: three libraries, the tag (IIFE), the widget's ESM chunks, the classic worker.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { trimPreact } from './scripts/lib/trim-preact.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const WIDGET = 'packages/widget/dist';

/** `@helpkiosk/x` -> its sources, so that a bundle holds only what it uses. */
const workspaceSources = {
  name: 'workspace-sources',
  resolveId(id) {
    const name = /^@helpkiosk\/(core|search|pack|adapters)$/.exec(id)?.[1];
    return name ? at(`packages/${name}/src/index.ts`) : null;
  },
  // Modules of ours have no side effects, but for the entries and the one file that defines elements.
  transform: (code, id) =>
    /packages\/\w+\/src\//.test(id) && !/(main|define|worker|bin|helpkiosk-sw)\.tsx?$/.test(id)
      ? { code, map: null, moduleSideEffects: false }
      : null,
};

/** `import css from './x.css'` -> the minified text of the sheet. */
const cssText = {
  name: 'css-text',
  async transform(code, id) {
    if (!id.endsWith('.css')) return null;
    const { code: minified } = await transform(code, {
      loader: 'css',
      minify: true,
      target: ['chrome111', 'firefox113', 'safari16.4'],
    });
    return { code: `export default ${JSON.stringify(minified.trim())};`, map: null };
  },
};

/** preact without what no view of ours can reach. */
const trimmedPreact = {
  name: 'trimmed-preact',
  transform: (code, id) => (id.endsWith('/preact/dist/preact.mjs') ? { code: trimPreact(code), map: null } : null),
};

const compile = (options = {}) =>
  esbuild({
    target: 'es2022',
    tsconfig: false,
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    ...options,
  });
const resolve = () =>
  nodeResolve({ exportConditions: ['production', 'browser'], extensions: ['.ts', '.tsx', '.mjs', '.js'] });
const minify = (module) =>
  terser({
    module,
    ecma: 2022,
    toplevel: module,
    compress: { passes: 4, unsafe: true, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    format: { comments: false },
  });
const refuseWarnings = (warning) => {
  throw new Error(`rollup: ${warning.message}`);
};

/** The words of a view in a language: `locale/en/home`. */
function messageChunkOf(id) {
  const [, locale, view] = /core\/src\/i18n\/messages\/([\w-]+)\/(\w+)\.ts$/.exec(id) ?? [];
  return view ? `locale/${locale}/${view}` : undefined;
}

/** A library for npm: readable ESM, its dependencies left to the one who installs it. */
function library(name, input, folder = `packages/${name}`) {
  const { dependencies = {} } = JSON.parse(readFileSync(at(`${folder}/package.json`), 'utf8'));
  return {
    input,
    external: (id) =>
      id.startsWith('node:') || Object.keys(dependencies).some((dep) => id === dep || id.startsWith(`${dep}/`)),
    plugins: [compile(), nodeResolve({ extensions: ['.ts', '.mjs', '.js'] })],
    output: {
      dir: `${folder}/dist`,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      manualChunks: messageChunkOf,
      onlyExplicitManualChunks: true,
    },
    onwarn: refuseWarnings,
  };
}

/**
 * What is judged by texts, what unknown words need, what completes typed ones, and what finds short texts that come with the question, is one file each for the page's engine and both workers, which cannot be cut into
 * chunks; each fetches it when it first needs it.
 */
const APART = ['texts', 'recover', 'suggest', 'among'];
const searchPartsAreApart = {
  name: 'search-parts-are-apart',
  resolveId(id) {
    const name = APART.find((each) => id.endsWith(`/${each}/index.js`));
    return name ? { id: `./${name}.js`, external: 'absolute' } : null;
  },
};

/** One self-contained classic script. */
function classic(input, file) {
  return {
    input,
    plugins: [searchPartsAreApart, workspaceSources, cssText, compile(), resolve(), minify(false)],
    output: { file, format: 'iife', inlineDynamicImports: true },
    onwarn: refuseWarnings,
  };
}

/** What the panel needs for its first paint: one file, compressed as one. */
const FIRST_PAINT = [
  'node_modules/preact/',
  'packages/core/src/config/(read-config|fields)',
  'packages/core/src/i18n/(format-message|catalogue)',
  'packages/core/src/(client|env|errors|events|navigation|resource|store)',
  'packages/search/src/search-client',
  'packages/widget/src/app/(index|create-app|error-log)',
  'packages/widget/src/panel/(index|panel|frame|lazy-view)',
  'packages/widget/src/parts/(icon|parts\\.css|search-field|skeleton)',
];
/** What is fetched right after it: with this one can search. */
const RESULTS = [
  'packages/search/src/(worker-search|worker-link|protocol)',
  'packages/widget/src/app/open-search',
  'packages/widget/src/panel/(view-results|found|result-keys|announcer)',
  'packages/widget/src/parts/(results\\.css|list-keys|marked-text|result-icons|result-list)',
];
/** Beside it: what stands there before anything is typed. */
const HOME = ['packages/widget/src/panel/(view-home|home-list)', 'packages/widget/src/parts/home\\.css'];
/** What home and nearly all that follows share. */
const ROWS = [
  'packages/core/src/content/safe-link',
  'packages/widget/src/panel/room',
  'packages/widget/src/parts/(more-icons|rows)',
];
/** And right after that: what home and results do not need to be used. */
const MORE = [
  'packages/core/src/i18n/(ticket|later)-words',
  'packages/widget/src/panel/(view-more|later-views|category-list|recent-list|nothing-found|meant-line|take-text|failed|foot|channels|offline-strip|places)',
  'packages/widget/src/parts/(more\\.css|controls\\.css|shared\\.css|contact\\.tsx|contact-icons|notice)',
];
/** What follows the page's address. */
const PAGES = ['packages/core/src/config/match-page', 'packages/widget/src/pages/'];
/** The half of a place in line that is the same in all tabs; line.js has the other half, that of the tab that leads. */
const PLACE = [
  'packages/core/src/conversation/(conversation\\.machine|conversation-state|conversation-values|live-record|refusal-of|saved-conversation|shared-place)',
  'packages/core/src/queue/(queue-tracker|queue-view|saved-wait|wait-cause)',
];
const CHUNKS = Object.entries({
  ...{ panel: FIRST_PAINT, 'view-results': RESULTS, 'view-home': HOME },
  ...{ rows: ROWS, 'view-more': MORE, pages: PAGES },
  'line-place': PLACE,
}).map(([name, paths]) => [name, new RegExp(`^(${paths.join('|')})\\b`)]);

/** Which chunk a module rests in; what is not named here goes where its importers are. */
function chunkOf(id) {
  const path = id.slice(at('.').length).replaceAll('\\', '/');
  return messageChunkOf(id) ?? CHUNKS.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Elements are a bundle of their own, so that the panel's one file need not be cut; `<help-kiosk>` with attributes of its own fetches mount.js. */
const mountIsApart = {
  name: 'mount-is-apart',
  resolveId: (id) => (id.endsWith('/mount.js') ? { id: './mount.js', external: 'absolute' } : null),
};

const widgetChunks = {
  input: {
    index: 'packages/widget/src/index.ts',
    mount: 'packages/widget/src/mount.ts',
    panel: 'packages/widget/src/app/index.ts',
    engine: 'packages/widget/src/app/inline-search.ts',
    explain: 'packages/widget/src/app/explain.ts',
    pages: 'packages/widget/src/pages/index.ts',
  },
  plugins: [searchPartsAreApart, workspaceSources, trimmedPreact, cssText, compile(), resolve(), minify(true)],
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: WIDGET,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
    freeze: false,
  },
  onwarn: refuseWarnings,
};

const searchParts = APART.map((name) => ({
  input: { [name]: `packages/search/src/${name}/index.ts` },
  plugins: [searchPartsAreApart, workspaceSources, compile(), resolve(), minify(true)],
  output: { dir: WIDGET, format: 'es' },
  onwarn: refuseWarnings,
}));

const elements = {
  input: { elements: 'packages/widget/src/elements/define.ts' },
  plugins: [
    mountIsApart,
    searchPartsAreApart,
    workspaceSources,
    trimmedPreact,
    cssText,
    compile(),
    resolve(),
    minify(true),
  ],
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: WIDGET,
    format: 'es',
    // Words are the same files as the panel's.
    chunkFileNames: ({ name }) => (name.startsWith('locale/') ? '[name].js' : 'elements-[name].js'),
    manualChunks: (id) => (id.endsWith('/waiting.ts') ? messageChunkOf(id) : undefined),
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
  },
  onwarn: refuseWarnings,
};

/** The simulated desk for a page without a build of its own: one file with all that it needs. */
const simulatedDesk = {
  input: 'packages/adapters/src/memory/memory-adapter.ts',
  plugins: [workspaceSources, compile(), resolve(), minify(true)],
  output: { file: 'packages/adapters/dist/page/simulated-desk.js', format: 'es', inlineDynamicImports: true },
  onwarn: refuseWarnings,
};

export default [
  library('core', { index: 'packages/core/src/index.ts', testing: 'packages/core/src/testing/index.ts' }),
  library('search', { index: 'packages/search/src/index.ts' }),
  library('adapters', {
    index: 'packages/adapters/src/index.ts',
    contract: 'packages/adapters/src/contract/index.ts',
  }),
  simulatedDesk,
  library('pack', { index: 'packages/pack/src/index.ts', bin: 'packages/pack/src/bin.ts' }),
  library('host', { index: 'examples/host/src/index.ts', main: 'examples/host/src/main.ts' }, 'examples/host'),
  widgetChunks,
  ...searchParts,
  elements,
  classic('packages/widget/src/loader/main.ts', `${WIDGET}/helpkiosk.js`),
  classic('packages/search/src/search.worker.ts', `${WIDGET}/search.worker.js`),
  classic('packages/search/src/kept.worker.ts', `${WIDGET}/kept.worker.js`),
  classic('packages/widget/src/offline/helpkiosk-sw.ts', `${WIDGET}/helpkiosk-sw.js`),
];
