import { describe, expect, it } from 'vitest';
import { makeTour } from './zoo/tour.js';
import type { ZooPage } from './zoo/zoo-page.js';
import { launcherIn } from './zoo/visit.js';
import { useZoo } from './zoo/zoo.js';

const patched = (name: string, script: string, rest: Partial<ZooPage> = {}): ZooPage => ({
  name,
  head: `<script>${script}</script>`,
  tags: [{ 'data-worker': 'off' }],
  ...rest,
});

/** What libraries of long ago did, and pages still do. */
const OLD_PROTOTYPE = `
  Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']' };
  String.prototype.toJSON = function () { return '"' + this + '"' };
  Date.prototype.toJSON = function () { return '"' + this.getTime() + '"' };
  Object.prototype.toJSON = function () { return String(this) };`;
const JUNK = `
  Object.prototype.each = function () {};
  Object.prototype.$extend = function () { throw Error('junk was used') };
  Object.prototype['not a name'] = 'junk';
  Array.prototype.contains = function () {};
  Function.prototype.overload = function () {};`;
const OFFSET = { tags: [{ 'data-worker': 'off', 'data-offset': '{"block": 8}' }] };
const MOOTOOLS = `
  Array.from = function (item) { return item == null ? [] : typeof item === 'object' && 'length' in item ? Array.prototype.slice.call(item) : [item] };
  Function.prototype.bind = function (that) { var run = this, given = Array.prototype.slice.call(arguments, 1);
    return function () { return run.apply(that, given.concat(Array.prototype.slice.call(arguments))) } };
  Array.prototype.flatten = function () { return [].concat.apply([], this) };
  Element.prototype.hide = function () {};
  window.$ = window.$$ = function () {};`;
const OLD_ENGINE = `
  delete CSSStyleSheet.prototype.replaceSync;
  delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover;`;

describe('a page that has patched', () => {
  const zoo = useZoo();

  zoo.tour([
    patched('toJSON, as old Prototype did', OLD_PROTOTYPE),
    patched('toJSON, with a worker of another origin', OLD_PROTOTYPE, { cdn: true, tags: [{}], workers: 1 }),
    patched('the prototypes with enumerable junk', JUNK, OFFSET),
    patched('Array.from and bind, as MooTools did', MOOTOOLS),
    patched('style sheets and popovers away', OLD_ENGINE),
  ]);

  it.concurrent('Object.prototype: what it added is no attribute and no property of ours', () =>
    zoo.visit(patched('junk', JUNK, OFFSET), async ({ frame }) => {
      await launcherIn(frame).waitFor();
      const names = await frame.evaluate(() => {
        const host = document.querySelector<HTMLElement>('help-kiosk')!;
        const own = [host, ...host.shadowRoot!.querySelectorAll('*')].flatMap((each) => each.getAttributeNames());
        return [...own, ...host.style].filter((name) => /each|extend|not a name|contains/.test(name));
      });
      expect(names).toEqual([]);
    }),
  );

  it.concurrent('fetch: its own one stays, and only the pack is asked through it', () =>
    zoo.visit(
      patched(
        'fetch',
        `const inner = window.fetch;
        window.fetch = function fetch(...args) { document.fetched = [...(document.fetched ?? []), String(args[0]?.url ?? args[0])]; return inner.apply(this, args) };`,
      ),
      async (visit) => {
        expect(await makeTour(visit)).toEqual([]);
        const fetched = await visit.frame.evaluate(() =>
          (document as unknown as { fetched: string[] }).fetched.map((url) => new URL(url).pathname),
        );
        expect(fetched.length).toBeGreaterThan(0);
        expect(fetched.filter((path) => !path.startsWith('/pack/'))).toEqual([]);
      },
    ),
  );
});
