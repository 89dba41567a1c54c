// What axe finds, for every journey that asks it, and the looks in which they ask.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  passes: unknown[];
}

/** A colour scheme on a screen. */
export interface Look {
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
}

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/**
 * Two looks for each language, so that over two languages every scheme meets every screen: sheets and layout do not depend on the language, and
 * the whole product of all three takes twice as long.
 */
export const withLooks = <L extends object>(languages: readonly L[]): (L & Look & { width: number })[] =>
  languages.flatMap((language, at) =>
    [
      { colorScheme: 'light' as const, viewport: at % 2 ? PHONE : WIDE },
      { colorScheme: 'dark' as const, viewport: at % 2 ? WIDE : PHONE },
    ].map((look) => ({ ...language, ...look, width: look.viewport.width })),
  );

/** The text of axe, to be read once per file of tests. */
export const readAxe = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in the element at `host` with its shadow root, whose animations are over by then; `document` for the whole page around it. */
export async function violationsOf(
  page: Page,
  axe: string,
  host = 'help-kiosk',
  within: 'element' | 'document' = 'element',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    async ([selector, whole]) => {
      const roots = [document, document.querySelector(selector)!.shadowRoot!];
      for (const root of roots) for (const animation of root.getAnimations()) animation.finish();
      const { axe } = window as unknown as { axe: { run(context: Document | string): Promise<AxeResults> } };
      return axe.run(whole ? document : selector);
    },
    [host, within === 'document'] as const,
  );
  expect(passes.length).toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
}
