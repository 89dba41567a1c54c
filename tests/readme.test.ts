// What the READMEs, CONTRIBUTING and docs say, held against the code and the build.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { EXPECTED } from '../packages/core/src/config/expectations.js';
import {
  createEmitter,
  HelpError,
  reportEvents,
  type HelpAdapter,
  type HelpEvents,
} from '../packages/core/src/index.js';
import { createFakeEnv } from '../packages/core/src/testing/fake-env.js';
import { HELP } from '../packages/pack/src/commands/run-command.js';
import { root } from './support/source-files.js';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const english = read('README.md');
const chinese = read('README.zh-CN.md');
const readmes = [
  ['README.md', english],
  ['README.zh-CN.md', chinese],
] as const;

/** The levels of all headings, in order: titles are in two languages. */
const headingLevels = (text: string): string[] => withoutCode(text).match(/^#{1,4}(?= )/gm) ?? [];
const codeBlocks = (text: string): string[] => text.match(/^```[\s\S]*?^```$/gm) ?? [];
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');
const section = (text: string, title: string): string =>
  text.split(/^## /m).find((each) => each.startsWith(title)) ?? '';

function figuresOf(text: string): number[] {
  const [, table = ''] = /<!-- figures:start -->([\s\S]*)<!-- figures:end -->/.exec(text) ?? [];
  return [...table.matchAll(/\| +([\d,]+) +\|$/gm)].map(([, digits]) => Number(digits!.replaceAll(',', '')));
}

/** `data-image-origins` -> `imageOrigins`. */
const asOption = (attribute: string): string =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe('the two READMEs', () => {
  it('have the same headings', () => {
    expect(headingLevels(english).length).toBeGreaterThan(5);
    expect(headingLevels(chinese)).toEqual(headingLevels(english));
  });

  it('show the same code', () => {
    expect(codeBlocks(english).length).toBeGreaterThan(5);
    expect(codeBlocks(chinese)).toEqual(codeBlocks(english));
  });

  it('give the same figures', () => {
    expect(figuresOf(chinese)).toEqual(figuresOf(english));
  });
});

describe.each(readmes)('%s', (_, text) => {
  it('names no data attribute that is not an option', () => {
    const named = [...text.matchAll(/\bdata-([a-z][a-z-]*)/g)].map(([, name]) => asOption(name!));
    expect(named).toContain('pack');
    expect(named.filter((name) => name !== 'config' && !Object.hasOwn(EXPECTED, name))).toEqual([]);
  });

  it('names every option', () => {
    const missing = Object.keys(EXPECTED).filter((name) => !text.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });

  it('shows pictures of at most 120 kB', () => {
    const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)].map(([, file]) => file!);
    expect(pictures).toHaveLength(2);
    expect(pictures.filter((file) => statSync(join(root, file)).size > 120_000)).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const npm = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, name, short]) => name ?? short!);
    const ours = [...text.matchAll(/\bnpx helpkiosk (\w+)/g)].map(([, name]) => name!);
    expect([npm.length > 2, ours.length > 2]).toEqual([true, true]);
    expect(npm.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(ours.filter((name) => !new RegExp(`^  ${name} `, 'm').test(HELP))).toEqual([]);
  });

  it('leads to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file]) => file!);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('the way to one’s own page in README.md', () => {
  it('takes five commands at the most', () => {
    const [inClone = '', inSite = ''] = codeBlocks(section(english, 'On your own page'));
    const commands = [inClone, inSite].flatMap((block) => block.split('\n').slice(1, -1));
    expect(commands.at(-1)).toBe('npx helpkiosk serve');
    expect(commands.length).toBeLessThanOrEqual(5);
  });
});

describe('the events in README.md', () => {
  it('are told to an adapter, each of them', async () => {
    const named = [...section(english, 'Events').matchAll(/^\| `(\w+)` +\| `hk-/gm)].map(([, name]) => name!);
    const env = createFakeEnv();
    const emitter = createEmitter<HelpEvents>();
    const told: string[] = [];
    const stop = reportEvents(async (batch) => void told.push(...batch.map(({ name }) => name)), emitter, env);
    for (const name of named) emitter.emit(name as 'close', {});
    stop();
    expect(named.length).toBeGreaterThan(5);
    expect(told).toEqual(named);
  });
});

describe('the adapter in README.md', () => {
  type Request = { method: string; body: string };
  /** Runs the example as it stands, with a server of ours; gives its adapter and what the server was sent. */
  function runExample(answer: () => Promise<{ ok: boolean; status: number }>) {
    const [example = ''] = codeBlocks(section(english, 'Adapter'));
    const code = example.split('\n').slice(1, -1).filter((line) => !line.startsWith('import ')).join('\n'); // prettier-ignore
    const sent: unknown[] = [];
    let adapter: HelpAdapter = {};
    runInNewContext(code, {
      HelpError,
      mount: (options: { adapter: HelpAdapter }) => void (adapter = options.adapter),
      fetch: async (_: string, { method, body }: Request) => (sent.push(method, JSON.parse(body)), answer()),
    });
    return { report: adapter.report!, sent };
  }
  const { signal } = new AbortController();
  const events: Parameters<NonNullable<HelpAdapter['report']>>[0] = [
    { name: 'open', at: 1, data: { view: 'home' } },
    { name: 'search', at: 2, data: { length: 4, total: 0, guess: false } },
    { name: 'search', at: 3, data: { length: 6, total: 3, guess: false } },
    { name: 'articleVote', at: 4, data: { articleId: 'refund', helpful: false } },
  ];

  it('counts votes and searches without a good result', async () => {
    const { report, sent } = runExample(async () => ({ ok: true, status: 200 }));
    await report(events, { signal });
    expect(sent).toEqual([
      'POST',
      [
        { at: 2, missed: true },
        { at: 4, article: 'refund', helpful: false },
      ],
    ]);
  });

  it.each([
    [429, 'rate-limited', true],
    [503, 'unavailable', true],
    [400, 'refused', false],
  ])('answers status %i by %s', async (status, code, retryable) => {
    const { report } = runExample(async () => ({ ok: false, status }));
    await expect(report(events, { signal })).rejects.toMatchObject({ code, retryable });
  });

  it('says network when nothing came', async () => {
    const { report } = runExample(() => Promise.reject(new TypeError('offline')));
    await expect(report(events, { signal })).rejects.toMatchObject({ code: 'network', retryable: true });
  });
});

describe('the figures in README.md', () => {
  it('differ from the build by 2 % at the most', () => {
    const json = execFileSync(process.execPath, [join(root, 'scripts/figures.mjs'), '--json'], { encoding: 'utf8' });
    const measured = (JSON.parse(json) as { en: string; bytes: number }[]).map(({ en, bytes }) => ({ en, bytes }));
    const written = figuresOf(english);
    expect(written.length, 'rows; run node scripts/figures.mjs --write').toBe(measured.length);
    const stale = measured.filter(({ bytes }, row) => Math.abs(written[row]! - bytes) > bytes * 0.02);
    expect(stale, 'rows that have changed; run node scripts/figures.mjs --write').toEqual([]);
  });
});

describe.each(['CONTRIBUTING.md', 'bench/README.md'])('the commands in %s', (page) => {
  it('exist, and so do the files that they run', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const rows = [...read(page).matchAll(/^\| `(?:npm run ([\w:-]+)|node ([\w./-]+))/gm)];
    const missing = rows.filter(([, script = '', file = /^node (\S+)/.exec(scripts[script] ?? '')?.[1]]) =>
      file ? !existsSync(join(root, file)) : !Object.hasOwn(scripts, script),
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(missing.map(([row]) => row)).toEqual([]);
  });
});

describe('the walk-through in CONTRIBUTING.md', () => {
  it('names files that exist', () => {
    const text = section(read('CONTRIBUTING.md'), 'The ways of data');
    const files = [...text.matchAll(/`((?:packages|tests|scripts|docs|examples|bench)\/[\w./-]+\.\w+)`/g)].map(
      ([, file]) => file!,
    );
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

describe.each(pages)('docs/%s', (page) => {
  it('names files that exist', () => {
    const text = read(`docs/${page}`);
    const files = [...text.matchAll(/`((?:packages|tests|scripts|docs|examples|bench)\/[\w./-]+\.\w+)`/g)];
    expect(files.map(([, file]) => file!).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('leads to files that exist', () => {
    const links = [...read(`docs/${page}`).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file]) => file!);
    expect(links.filter((file) => !existsSync(join(root, 'docs', page, '..', file)))).toEqual([]);
  });
});
