// helpkiosk-sw.js, the file that an owner may copy to the root of the site.
import { describe, expect, it } from 'vitest';
import { ENGLISH, RELEASE, visitSite } from './offline-site.js';
import { named, PATIENCE, stageOffline } from './offline-stage.js';

const stage = stageOffline();

describe('helpkiosk-sw.js', () => {
  const register = async (address: string): Promise<void> => {
    await navigator.serviceWorker.register(address);
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  };
  const script = `/helpkiosk-sw.js?base=${RELEASE}&pack=/pack/pack.json`;

  it('brings the page, the widget and its answers back after a reload without a server', async () => {
    const first = await visitSite(stage.context, stage.at('live/en'));
    await first.page.evaluate(register, `${script}&pages`);
    await first.page.reload();
    await first.open();
    await expect.poll(first.kept, PATIENCE).toContain('pack.json');
    await stage.site.stop();
    await first.page.reload();
    await first.open();
    await first.search('refund');
    await first.options.first().click();
    await first.panel.getByText(ENGLISH.sentence(1)).waitFor();
    expect(first.errors).toEqual([]);
  });

  it('keeps the files of the release and of the pack, the pages only where it is told to, and nothing else', async () => {
    const { page, open, kept } = await visitSite(stage.context, stage.at('live/en?cache=false'));
    await page.evaluate(register, script);
    await page.reload();
    await open();
    await page.evaluate(() => fetch('/favicon.ico'));
    await expect.poll(kept, PATIENCE).toBeNull();
    await expect.poll(() => page.evaluate(readCaches), PATIENCE).toContainEqual(expect.stringContaining('error.js'));
    const paths = await page.evaluate(readCaches);
    expect(paths.filter((path) => !path.startsWith(RELEASE) && !path.startsWith('/pack/'))).toEqual([]);
    expect(paths).toContain('/pack/pack.json');
  });

  it('removes the caches of an earlier version of itself, the files of an older pack, and no cache of the page', async () => {
    const { page, open } = await visitSite(stage.context, stage.at('live/en?cache=false'));
    await page.evaluate(async () => {
      await caches.open('of-the-page');
      await caches.open(`helpkiosk-sw ${location.origin}/ 0?base=/old/`);
    });
    await page.evaluate(register, script);
    await expect
      .poll(() => page.evaluate(() => caches.keys()), PATIENCE)
      .not.toContainEqual(expect.stringContaining('/old/'));
    expect(await page.evaluate(() => caches.keys())).toContain('of-the-page');
    await page.reload();
    await open();
    const old = await stage.site.publish(1);
    const fresh = await stage.site.publish(2);
    await page.reload();
    await open();
    const gone = old.filter((name) => !fresh.includes(name) && name.startsWith('index-en'));
    expect(gone).not.toEqual([]);
    await expect
      .poll(async () => named(await page.evaluate(readCaches)).filter((name) => gone.includes(name)), PATIENCE)
      .toEqual([]);
  });
});

async function readCaches(): Promise<string[]> {
  const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map(({ url }) => new URL(url).pathname);
}
