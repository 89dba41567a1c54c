// The budgets of docs/architecture.md, in bytes on the wire (brotli 11); 1 kB is 1,000 bytes.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  describeFiles,
  followStaticImports,
  totalBytes,
  weigh,
  weighPreact,
  type WeighedFile,
} from './support/bundle-bytes.js';
import { readSourceFiles, root } from './support/source-files.js';

const budgets = {
  tag: 2_500,
  paintedPanel: 16_000,
  usableSearch: 26_000,
  lazyView: 5_000,
  elementsBesidePreact: 8_000,
  /** Fetched for owners who tell whether people can be reached, when home has been painted. */
  serviceAtHome: 18_000,
  /** Fetched by the customer who asks for a person. */
  intoTheLine: 27_500,
  /** What tickets and call-backs rest on, with the outbox, without a view. */
  ticketDesk: 18_000,
};

const tag = ['helpkiosk.js'];
const panel = [...tag, 'panel.js'];
/** Fetched as soon as the panel has been painted. */
const afterPaint = 'view-results.js';
/** Beside and behind that, before any other view. */
const behind = [afterPaint, 'view-home.js', 'view-more.js'];

describe('followStaticImports', () => {
  const files = new Map(
    Object.entries({
      'a.js': "import './b.js'; import('./lazy.js');",
      'b.js': "export { c } from './x/c.js';",
      'x/c.js': "import '../b.js'; export const c = 1;",
      'lazy.js': '',
      'broken.js': "import './gone.js';",
    }).map(([name, text]) => [name, Buffer.from(text)] as const),
  );

  it('takes what is imported statically, once, and no lazy chunk', () => {
    expect(followStaticImports(files, ['a.js'])).toEqual(['a.js', 'b.js', 'x/c.js']);
  });

  it('leaves out what is loaded already', () => {
    expect(followStaticImports(files, ['a.js'], ['b.js'])).toEqual(['a.js']);
  });

  it('names a chunk that is missing', () => {
    expect(() => followStaticImports(files, ['broken.js'])).toThrow(/gone\.js, which broken\.js needs/);
  });
});

describe('the built widget', () => {
  let files: ReadonlyMap<string, Uint8Array>;

  beforeAll(async () => {
    files = await readBuiltFiles();
  });

  const namesLike = (pattern: RegExp): string[] => [...files.keys()].filter((name) => pattern.test(name)).sort();
  const load = (entries: readonly string[], loaded: readonly string[] = []): WeighedFile[] =>
    weigh(files, followStaticImports(files, entries, loaded));
  const heaviest = (choices: readonly WeighedFile[][]): WeighedFile[] =>
    choices.reduce((most, each) => (totalBytes(each) > totalBytes(most) ? each : most), []);
  const locales = (view: string): string[] => {
    const names = namesLike(new RegExp(`^locale/[^/]+/${view}\\.js$`));
    expect(names, `the locales of the ${view} view`).toEqual(
      expect.arrayContaining([`locale/en/${view}.js`, `locale/zh-Hans/${view}.js`]),
    );
    return names;
  };
  const paintedPanel = (): WeighedFile[] => heaviest(locales('home').map((locale) => load([...panel, locale])));

  it(`has a tag within ${budgets.tag} B that imports nothing`, () => {
    const loaded = load(tag);
    expect(loaded.length, describeFiles(loaded)).toBe(1);
    expectWithin(loaded, budgets.tag);
  });

  it(`paints the panel within ${budgets.paintedPanel} B`, () => {
    expectWithin(paintedPanel(), budgets.paintedPanel);
  });

  it(`searches within ${budgets.usableSearch} B`, () => {
    const painted = [...paintedPanel(), ...load([afterPaint], namesOf(paintedPanel()))];
    const loaded = namesOf(painted);
    const engine = heaviest([load(['search.worker.js']), load(['engine.js'], loaded)]);
    const words = heaviest(locales('search').map((locale) => load([locale], loaded)));
    expectWithin([...painted, ...engine, ...words], budgets.usableSearch);
  });

  it(`loads each lazy view within ${budgets.lazyView} B`, () => {
    const views = namesLike(/^view-[\w-]+\.js$/);
    expect(views, 'the lazy views').not.toEqual([]);
    const loaded = namesOf(paintedPanel());
    for (const view of views) {
      // view-more.js names the others (later-views.ts), so that none comes without it.
      const earlier = behind.includes(view) ? behind.slice(0, behind.indexOf(view)) : behind;
      expectWithin(load([view], [...loaded, ...namesOf(load(earlier, loaded))]), budgets.lazyView);
    }
  });

  it('keeps what tickets rest on, and the client of a host, within their budgets', () => {
    const painted = namesOf(paintedPanel());
    expectWithin(
      load(['desk.js'], [...painted, ...namesOf(load(behind, painted))]),
      budgets.ticketDesk,
      'the desk of tickets',
    );
    for (const name of ['adapter-host.js', 'host-events.js'])
      expectWithin(load([name], painted).slice(0, 1), budgets.lazyView, name);
  });

  it(`stands in line with files of at most ${budgets.lazyView} B each, fetched in two steps`, () => {
    const painted = namesOf(paintedPanel());
    const first = load(
      ['view-status.js', 'status-said.js', 'waiting.js'],
      [...painted, ...namesOf(load(behind, painted))],
    );
    const asking = [
      'view-waiting.js',
      'waiting-said.js',
      'view-waiting-join.js',
      'waiting-triage.js',
      'waiting-triage-en.js',
    ];
    const joining = load(
      [...asking, 'waiting-triage-zh.js', 'line.js', 'estimate.js'],
      [...painted, ...namesOf(load(behind, painted)), ...namesOf(first)],
    );
    for (const file of [...first, ...joining, ...load(['resume.js'], painted)])
      expectWithin([file], budgets.lazyView, 'of waiting');
    expectWithin(first, budgets.serviceAtHome, 'the state of the service');
    expectWithin(joining, budgets.intoTheLine, 'from the question to a place');
  });

  it(`has elements within ${budgets.elementsBesidePreact} B beside preact`, async () => {
    const loaded = load(['elements.js']);
    const preact = await weighPreact(await readSourceFiles(['packages/widget/src']));
    expectWithin(loaded, budgets.elementsBesidePreact + preact, `of which preact ${preact} B`);
  });
});

const namesOf = (files: readonly WeighedFile[]): string[] => files.map(({ name }) => name);

function expectWithin(files: readonly WeighedFile[], budget: number, note = ''): void {
  const text = `${describeFiles(files)} (budget ${budget} B${note && `, ${note}`})`;
  console.log(text);
  expect(totalBytes(files), text).toBeLessThanOrEqual(budget);
}

async function readBuiltFiles(): Promise<Map<string, Uint8Array>> {
  const dist = join(root, 'packages/widget/dist');
  const names = await readdir(dist, { recursive: true }).catch(() => []);
  const scripts = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.js'));
  if (scripts.length === 0) throw new Error('packages/widget/dist holds no bundles: run npm run build.');
  return new Map(await Promise.all(scripts.map(async (name) => [name, await readFile(join(dist, name))] as const)));
}
