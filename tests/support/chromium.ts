import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findChromium, findHeadless } from '../../scripts/lib/browser.mjs';

/**
 * Starts the Chromium that `npm test` has found. One without windows is quicker, and knows no notifications: `whole` asks for the other. The caller closes it.
 * Rejects when there is none.
 */
export async function launchChromium({ whole = false } = {}): Promise<Browser> {
  const executablePath = whole ? await findChromium() : await findHeadless();
  return chromium.launch({ executablePath, args: chromiumFlags, headless: true });
}
