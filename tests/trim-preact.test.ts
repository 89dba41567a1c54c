// What the bundles leave out of preact is out of reach: nothing of ours imports more than functions and vnodes, and no file of the release can take HTML.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trimPreact } from '../scripts/lib/trim-preact.mjs';
import { readImports } from './support/read-imports.js';
import { readSourceFiles, root } from './support/source-files.js';

const preact = join(root, 'node_modules/preact/dist/preact.mjs');
const dist = join(root, 'packages/widget/dist');
const UNWANTED =
  /setState|shouldComponentUpdate|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|DOMParser|document\.write|srcdoc/;

describe('trimPreact', () => {
  it('refuses a preact that is written otherwise, by name', async () => {
    const other = (await readFile(preact, 'utf8')).replaceAll('shouldComponentUpdate', 'mayUpdate');
    expect(() => trimPreact(other)).toThrow(/no shouldComponentUpdate: look at scripts\/lib\/trim-preact\.mjs/);
  });
});

describe('the widget', () => {
  it('imports of preact only what is left of it', async () => {
    const values = new Set<string>();
    for (const [path, text] of await readSourceFiles(['packages/widget/src']))
      for (const { specifier, kind, names } of readImports(text, path))
        if (kind === 'value' && specifier && /^preact(\/|$)/.test(specifier))
          for (const name of names) values.add(`${specifier} ${name}`);
    expect([...values].sort()).toEqual(['preact Fragment', 'preact h', 'preact render']);
  });

  it('has no file that can take HTML, or draws a part again by itself', async () => {
    for (const name of ['.innerHTML', '.setState=', '.shouldComponentUpdate'])
      expect([name, (await readFile(preact, 'utf8')).includes(name)]).toEqual([name, true]);
    const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(names).toContain('panel.js');
    for (const name of names)
      expect([name, UNWANTED.exec(await readFile(join(dist, name), 'utf8'))]).toEqual([name, null]);
  });
});
