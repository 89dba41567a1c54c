// Collects what a page complains about: reports of its policy, uncaught errors, console errors.
import type { Frame, Page } from 'playwright-core';
import type { CspReport } from './habitat.js';

/** What the page has complained about so far. */
export interface Complaints {
  /** Uncaught errors and rejections. */
  errors: string[];
  /** Console errors, workers' included. */
  consoleErrors: string[];
  /** Ends the collecting: what a check of ours causes afterwards is not the page's. */
  stop(): void;
}

/** Begins to listen; call it before the page goes anywhere. */
export async function watchPage(page: Page): Promise<Complaints> {
  let isOver = false;
  const errors: string[] = [];
  const consoleErrors: string[] = [];
  page.on('pageerror', (error) => void (isOver || errors.push(String(error))));
  page.on('console', (message) => {
    if (!isOver && message.type() === 'error')
      consoleErrors.push(`${message.text()} (${message.location().url.replace(/^.*:\d+/, '')})`);
  });
  await page.addInitScript(() => {
    const seen: { directive: string; blocked: string }[] = [];
    Object.defineProperty(document, Symbol.for('zoo reports'), { value: seen });
    window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      seen.push({ directive: effectiveDirective, blocked: blockedURI });
    });
  });
  return { errors, consoleErrors, stop: () => void (isOver = true) };
}

const SENTINEL = 'http://sentinel.invalid';

/**
 * Waits until the page has told of everything that its policy refused, as events and at its `report-uri`, and returns both.
 * To know that it has, and that it tells at all, one forbidden request is made last; it is left out of the answer.
 */
export async function collectReports(
  frame: Frame,
  arrived: readonly CspReport[],
): Promise<{ events: CspReport[]; posted: CspReport[] }> {
  const isSentinel = ({ blocked }: CspReport): boolean => blocked.startsWith(SENTINEL);
  const events = await frame.evaluate(async (url) => {
    const seen = (document as unknown as Record<symbol, { directive: string; blocked: string }[]>)[
      Symbol.for('zoo reports')
    ]!;
    await fetch(url).catch(() => {});
    for (let tries = 0; tries < 100 && !seen.some((each) => each.blocked.startsWith(url)); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return seen.map(({ directive, blocked }) => ({ directive, blocked }));
  }, SENTINEL);
  const endsAt = performance.now() + 3000;
  while (!arrived.some(isSentinel) && performance.now() < endsAt)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (!events.some(isSentinel) || !arrived.some(isSentinel))
    throw new Error(
      'The policy of this page does not report: the sentinel was not refused, or its report did not arrive.',
    );
  const others = (reports: readonly CspReport[]): CspReport[] => reports.filter((each) => !isSentinel(each));
  return { events: others(events), posted: others(arrived) };
}
