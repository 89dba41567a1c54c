// Files of the pack that arrive damaged, or belong to another release: never a wrong answer, and a sentence for those who build.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Interception, type Stage } from '../support/stage.js';
import { root } from '../support/source-files.js';

const PACK = join(root, 'examples/script-tag/public/pack');

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.intercept(null));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

type Damage = (bytes: Buffer) => Buffer;
const DAMAGES: readonly (readonly [what: string, damage: Damage])[] = [
  ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['empty', () => Buffer.alloc(0)],
  ['changed in one bit', (bytes) => flipBit(Buffer.from(bytes), bytes.length >> 1)],
  ['a page of the airport’s network', () => Buffer.from('<!doctype html><title>Sign in</title>')],
];

function flipBit(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 4;
  return bytes;
}

/** Damages the index of English the first `times` times, under the headers of the true file: browsers keep it. Counts how often it was asked for. */
function damageIndex(damage: Damage, times: number): { asked(): number } {
  let asked = 0;
  const interception: Interception = ({ url = '' }, response) => {
    if (!url.startsWith('/pack/index-en-')) return false;
    if (++asked > times) return false;
    void readFile(join(PACK, url.slice('/pack/'.length))).then((bytes) => {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      response.end(damage(bytes));
    });
    return true;
  };
  stage.intercept(interception);
  return { asked: () => asked };
}

describe.each([
  ['in a worker', {}],
  ['on the page itself', { 'data-worker': 'off' }],
])('an index that arrives damaged, searched %s', (_, tag) => {
  it.each(DAMAGES)('once, %s: is fetched again, and answers rightly', async (_what, damage) => {
    const index = damageIndex(damage, 1);
    const { field, open, search, opened, close, console: heard } = await stage.visit({ tag });
    await open();
    await search('customs invoice');
    await field.press('Enter');
    await expect.poll(opened, PATIENCE).toEqual(['customs-invoice']);
    expect(index.asked()).toBeGreaterThan(1);
    expect(heard.filter((line) => line.includes('HelpKiosk'))).toEqual([]);
    await close();
  });

  it.each(DAMAGES)('always, %s: is said with a way to try again, which heals it', async (_what, damage) => {
    damageIndex(damage, Infinity);
    const { launcher, panel, field, options, opened, close, console: heard } = await stage.visit({ tag });
    await launcher.click();
    const again = panel.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await expect.poll(() => heard.filter((line) => line.includes('[HelpKiosk]')), PATIENCE).not.toEqual([]);
    expect(heard.join('\n')).toMatch(/\[HelpKiosk\] pack-missing: [^]*file: index-en-/);
    await field.fill('refund');
    await panel.getByText('The search did not get through').waitFor();
    expect(await options.count()).toBe(0);
    stage.intercept(null);
    await again.click();
    await options.first().waitFor();
    await field.press('Enter');
    await expect.poll(opened, PATIENCE).toEqual(['refund-times']);
    await close();
  });
});

describe.each([
  ['of the format before', { format: 1 }, /format: 1/],
  ['with another analysis', { analyser: 'words 999' }, /analyser: words 999/],
])('a pack %s', (_, change, detail) => {
  it.each([
    ['/', 'The help articles are being renewed. Please reload the page.', 'help@example.com'],
    ['/zh.html', '帮助文章正在更新，请刷新页面。', 'help@example.com'],
  ])('on %s is refused with a sentence that says what to do, in the panel and in the console', async (path, said, person) => {
    const manifest = JSON.parse(await readFile(join(PACK, 'pack.json'), 'utf8')) as object;
    stage.intercept(({ url }, response) => {
      if (url !== '/pack/pack.json') return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      return Boolean(response.end(JSON.stringify({ ...manifest, ...change })));
    });
    const { launcher, panel, close, console: heard } = await stage.visit({ path });
    await launcher.click();
    await panel.getByText(said).waitFor();
    expect(await panel.getByText(person).first().isVisible()).toBe(true);
    await expect.poll(() => heard.filter((line) => line.includes('[HelpKiosk]')), PATIENCE).toHaveLength(1);
    expect(heard.join('\n')).toMatch(/pack-incompatible: .*Build it again with the helpkiosk command of this version\./);
    expect(heard.join('\n')).toMatch(detail);
    await close();
  });
}); // prettier-ignore
