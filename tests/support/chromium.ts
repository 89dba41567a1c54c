import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findHeadless } from '../../scripts/lib/browser.mjs';

/** Starts the Chromium that `npm test` has found, headless. The caller closes it. Rejects when there is none. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findHeadless(), args: chromiumFlags, headless: true });
}
