// A page of its own for the views of waiting: no widget, no network, states by hand.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Scene } from './waiting-scene.js';

export interface ScenePage {
  page: Page;
  /** Draws a scene; what is left out is English, left to right, in the page's own colours. */
  show(scene: Partial<Scene> & Pick<Scene, 'view' | 'state'>): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty page that can draw scenes. `rootSize`: of the page's text, such as 200%. */
export async function openScenes(
  browser: Browser,
  script: string,
  { rootSize = '100%', ...options }: BrowserContextOptions & { rootSize?: string } = {},
): Promise<ScenePage> {
  const context = await browser.newContext({ timezoneId: 'Europe/London', ...options });
  const page = await context.newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>Waiting</title><meta name="viewport" content="width=device-width">
    <style>html{font-size:${rootSize};background:#e9ecef}</style></head><body><main><h1 style="font-size:1px;margin:0">Waiting</h1></main></body></html>`,
  );
  await page.addScriptTag({ content: script });
  return {
    page,
    async show(scene) {
      const whole: Scene = {
        locale: 'en',
        direction: 'ltr',
        theme: options.colorScheme === 'dark' ? 'dark' : 'light',
        ...scene,
      };
      await page.evaluate(
        (each) => (window as unknown as { showWaiting(scene: Scene): Promise<void> }).showWaiting(each),
        whole,
      );
    },
    close: () => context.close(),
  };
}
