import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../support/stage.js';

let stage: Stage;
let axeSource: string;
beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  stage = await setStage();
});
afterAll(() => stage.close());

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  passes: unknown[];
}

/** What axe finds wrong on the whole page, open shadow roots included; animations are over by then. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(async () => {
    const roots = [document, document.querySelector('help-kiosk')!.shadowRoot!];
    for (const root of roots) for (const animation of root.getAnimations()) animation.finish();
    return (window as unknown as { axe: { run(context: Document): Promise<AxeResults> } }).axe.run(document);
  });
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
}

const screens = [
  ['desktop', { width: 1280, height: 800 }],
  ['360 px', { width: 360, height: 740 }],
] as const;
const cases = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['/', '/zh.html'] as const).flatMap((path) =>
    screens.map(([screen, viewport]) => ({ colorScheme, path, screen, viewport })),
  ),
);

describe.each(cases)('axe on $path, $colorScheme, $screen', ({ colorScheme, path, viewport }) => {
  const visit = () => stage.visit({ path, colorScheme, viewport });

  it('finds nothing while the panel is closed', async () => {
    const { page, launcher, close } = await visit();
    await launcher.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  it('finds nothing in home, results and article', async () => {
    const { page, open, search, panel, field, close } = await visit();
    const found: Record<string, string[]> = {};
    await open();
    found['home'] = await violationsOf(page);
    await search(path === '/' ? 'customs invoice' : '发票');
    await field.press('ArrowDown');
    found['results'] = await violationsOf(page);
    await field.press('Enter');
    await panel.locator('.view-title').waitFor();
    await panel
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode());
    found['article'] = await violationsOf(page);
    expect(found).toEqual({ home: [], results: [], article: [] });
    await close();
  });
});

it.each([
  ['nothing found', '/', 'xqzvw'],
  ['nothing found', '/zh.html', 'xqzvw'],
])('finds nothing where %s on %s', async (_, path, text) => {
  const { page, open, field, panel, close } = await stage.visit({ path });
  await open();
  await field.fill(text);
  await panel.getByRole('heading', { name: text }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await close();
});

it('finds nothing in the notice of a failure', async () => {
  stage.intercept(({ url }, response) => url === '/pack/pack.json' && Boolean(response.writeHead(404).end()));
  const { page, launcher, panel, close } = await stage.visit();
  await launcher.click();
  await panel.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  stage.intercept(null);
  await close();
});
