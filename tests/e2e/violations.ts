// What axe finds, for every journey that asks it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  passes: unknown[];
}

/** The text of axe, to be read once per file of tests. */
export const readAxe = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the whole page, open shadow roots included; the animations of the one at `host` are over by then. */
export async function violationsOf(page: Page, axe: string, host = 'help-kiosk'): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(async (selector) => {
    const roots = [document, document.querySelector(selector)!.shadowRoot!];
    for (const root of roots) for (const animation of root.getAnimations()) animation.finish();
    return (window as unknown as { axe: { run(context: Document): Promise<AxeResults> } }).axe.run(document);
  }, host);
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
}
