// What the READMEs and CONTRIBUTING say, held against the code and the build.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTED } from '../packages/core/src/config/expectations.js';
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

  it('leads to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file]) => file!);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
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
