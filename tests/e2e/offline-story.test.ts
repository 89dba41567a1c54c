// Story 1, "no signal", sentence by sentence: a real server that is really stopped, and what the browser has by then.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/source-files.js';
import { CHINESE, ENGLISH, RELEASE, visitSite, type Tongue } from './offline-site.js';
import { filesOf, named, PATIENCE, stageOffline } from './offline-stage.js';

const stage = stageOffline();

describe.each([
  ['en', '', ENGLISH],
  ['zh-Hans', '', CHINESE],
  ['en', '?worker=off', ENGLISH],
  ['zh-Hans', '?worker=off', CHINESE],
])('story 1 in %s%s', (lang, query, tongue: Tongue) => {
  const path = `${lang}${query}`;
  const engine = query ? 'engine.js' : 'search.worker.js';

  it('loads the tag in one request; then shell, engine and index, article; and the rest when the page is idle, each once', async () => {
    const names = await stage.site.publish(1);
    const { page, open, search, options, panel, kept, errors } = await visitSite(stage.context, stage.at(path));
    await page.waitForLoadState('networkidle');
    expect(stage.site.asked()).toEqual([`${RELEASE}helpkiosk.js`]);
    await open();
    await search(tongue.question);
    await options.first().click();
    await panel.getByText(tongue.sentence(1)).waitFor();
    await expect.poll(kept, PATIENCE).toContain('pack.json');
    const asked = named(stage.site.asked());
    const place = (part: string): number => asked.findIndex((name) => name.includes(part));
    const order = ['panel.js', 'view-results.js', engine, `index-${lang}`, 'keep'].map(place);
    expect(order, asked.join(' ')).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    const built = await readdir(join(root, 'packages/widget/dist'));
    const words = await readdir(join(root, 'packages/widget/dist/locale', lang));
    // Waiting for people, or writing to them, is nothing that one does alone.
    const selfService = [...built.filter((name) => name.startsWith('view-')), ...words].filter(
      (name) => !/waiting|status|ticket|callback|actions|rating/.test(name),
    );
    expect(asked, 'what is fetched ahead: see packages/widget/src/app/keep.ts').toEqual(
      expect.arrayContaining(selfService),
    );
    expect(asked).toContain(query ? 'keep-pack.js' : 'kept.worker.js');
    expect(filesOf(asked, lang).sort()).toEqual(filesOf(names, lang).sort());
    expect(asked.filter((name, i) => asked.indexOf(name) !== i)).toEqual([]);
    expect((await kept())!.sort()).toEqual([...filesOf(names, lang), 'pack.json'].sort());
    expect(errors).toEqual([]);
  });

  it('searches and reads with the network gone, and knows the age of what it says', async () => {
    await stage.firstVisit(path);
    await stage.site.stop();
    const { page, launcher, open, search, options, panel, errors } = await visitSite(stage.context, stage.at(path));
    await open();
    await search(tongue.question);
    expect(await options.first().textContent()).toContain(tongue.answer);
    await options.first().click();
    await panel.getByText(tongue.sentence(1)).waitFor();
    const builtAt = await page.evaluate(readBuiltAt);
    expect(builtAt).toBe(Date.UTC(2026, 0, 1));
    expect(await launcher.isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });

  it('answers from the old pack at once, fetches what has changed, and changes over between two questions', async () => {
    const old = await stage.site.publish(1);
    await stage.firstVisit(path);
    const fresh = await stage.site.publish(2);
    stage.site.forget();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    stage.site.intercept((asked, response) => {
      if (asked !== '/pack/pack.json' || !held) return false;
      void held.then(() => response.writeHead(307, { location: '/pack/pack.json?now' }).end());
      return true;
    });
    const { page, open, search, options, panel, field, kept, errors } = await visitSite(stage.context, stage.at(path));
    await open();
    await search(tongue.question);
    expect(await options.first().textContent()).toContain(tongue.sentence(1));
    stage.site.intercept(null);
    release();
    const changed = filesOf(fresh, lang).filter((name) => !old.includes(name));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(filesOf(fresh, lang).length);
    await expect.poll(kept, PATIENCE).toEqual(expect.arrayContaining(changed));
    expect(
      named(stage.site.asked())
        .filter((name) => /^(index|han|articles)-/.test(name))
        .sort(),
    ).toEqual(changed.sort());
    await page.waitForTimeout(200);
    expect(await options.first().textContent()).toContain(tongue.sentence(1));
    await options.first().click();
    await panel.getByText(tongue.sentence(1)).waitFor();
    await panel.locator('.back').click();
    await field.fill(tongue.again);
    await expect.poll(() => options.first().textContent(), PATIENCE).toContain(tongue.sentence(2));
    await options.first().click();
    await panel.getByText(tongue.sentence(2)).waitFor();
    expect(errors).toEqual([]);
  });
});

describe.each([
  ['en', ENGLISH],
  ['zh-Hans', CHINESE],
])('off line in %s', (lang, tongue) => {
  it('says that there is no network and how old the articles are, offers a person, and answers', async () => {
    await stage.firstVisit(lang);
    await stage.site.stop();
    await stage.context.setOffline(true);
    const { open, search, panel } = await visitSite(stage.context, stage.at(lang));
    await open();
    await panel.getByText(tongue.offline).waitFor();
    await panel.getByText(tongue.age).waitFor();
    expect(await panel.locator('a[href^="mailto:"]').first().isVisible(), 'a way to a person').toBe(true);
    await search(tongue.question);
  });

  it('says by the loader, with the way to a person, that a chunk is missing', async () => {
    const first = await visitSite(stage.context, stage.at(lang));
    await first.close(); // never opened: the browser has the tag alone
    await stage.site.stop();
    const { page, launcher } = await visitSite(stage.context, stage.at(lang));
    await launcher.click();
    const notice = page.locator('help-kiosk').getByRole('alert');
    await expect.poll(() => notice.textContent(), PATIENCE).toContain(tongue.failed);
    expect(await notice.textContent()).toContain('help@example.com');
  });
});

function readBuiltAt(): Promise<number | undefined> {
  type Start = () => Promise<{
    session: { help: { stores: { contents: { get(): { value?: { builtAt?: number } } } } } };
  }>;
  const host = document.querySelector('help-kiosk') as unknown as Record<symbol, Start>;
  return host[Symbol.for('helpkiosk')]!().then(({ session }) => session.help.stores.contents.get().value?.builtAt);
}
