// A Chromium of its own, on a profile that stays: started as a process group, and ended as one.
import { spawn } from 'node:child_process';
import { chromiumFlags, findChromium } from '../../scripts/lib/browser.mjs';

/**
 * Opens `url` in a Chromium on the profile `folder`.
 *
 * @returns {Promise<{kill(): Promise<void>, ended: Promise<void>}>} `kill` sends SIGKILL to the whole group and waits until nothing of it is left.
 */
export async function openBrowser(url, folder) {
  const flags = ['--headless=new', '--remote-debugging-port=0', '--disable-breakpad', '--disable-extensions'];
  const args = [...chromiumFlags, ...flags, `--user-data-dir=${folder}`, url];
  const child = spawn(await findChromium(), args, { stdio: 'ignore', detached: true });
  const ended = new Promise((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const isThere = () => {
    try {
      return process.kill(-child.pid, 0);
    } catch {
      return false;
    }
  };
  const handleExit = () => isThere() && process.kill(-child.pid, 'SIGKILL');
  process.once('exit', handleExit);
  return {
    ended,
    async kill() {
      if (isThere()) process.kill(-child.pid, 'SIGKILL');
      await ended;
      while (isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
      process.off('exit', handleExit);
    },
  };
}
