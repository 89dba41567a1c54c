// The engines that the browser runner starts, and how.
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { allPrograms, chromiumFlags, findPrograms } from './browser.mjs';
import { webkitLauncher } from './browser-webkit.mjs';

/**
 * Launchers: Chromium, with `--all-engines` among the words also Firefox and WebKit. What is missing is installed where
 * that can be done.
 *
 * @param {readonly string[]} words Of the command line.
 * @returns {Promise<import('@web/test-runner-core').BrowserLauncher[]>}
 * @throws {Error} With one sentence that says what to do when an engine is missing: none is left out.
 */
export async function launchersFor(words) {
  // The runner itself would start a browser anew that has ended; when the process exits, all of them end with it.
  process.once('SIGTERM', () => process.exit(143));
  const isAll = words.includes('--all-engines');
  const paths = await findPrograms(isAll ? allPrograms : ['CHROME_PATH'], { install: true });
  const chromium = chromeLauncher({ launchOptions: { executablePath: paths.CHROME_PATH, args: chromiumFlags } });
  chromium.name = 'Chromium';
  if (!isAll) return endingWithUs([chromium]);
  const firefox = chromeLauncher({
    // Given by hand, since the launcher's own way would look for a Chrome.
    puppeteer: puppeteerCore,
    launchOptions: { browser: 'firefox', executablePath: paths.FIREFOX_PATH },
  });
  const webkit = webkitLauncher({ driverPath: paths.WEBKIT_DRIVER_PATH, displayPath: paths.XVFB_PATH });
  return [...endingWithUs([chromium, firefox]), webkit];
}

/** Of several browsers puppeteer ends only every other one when its process exits: its list of them shrinks as it goes through it. */
function endingWithUs(launchers) {
  process.once('exit', () => {
    for (const { browser } of launchers) browser?.process()?.kill('SIGKILL');
  });
  return launchers;
}
