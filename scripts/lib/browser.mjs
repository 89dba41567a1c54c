// Finds the Chromium that the tests drive. Used before node_modules exists: node built-ins only.
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.mjs';

/** How every driven Chromium is started: works as root in a container, and asks nobody on the network for anything. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium or Chrome: `CHROME_PATH`, else the usual places of this system, else (on Debian, as root,
 * with `install`) the one that apt installs.
 *
 * @param {{install?: boolean}} [options] `install` is false by default.
 * @returns {Promise<string>}
 * @throws {Error} With one sentence that says what to do.
 */
export async function findChromium({ install = false } = {}) {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (await isExecutable(given)) return given;
    throw new Error(
      `CHROME_PATH is ${given}, which is not a program that can be run: set it to the path of a Chromium or Chrome.`,
    );
  }
  const found = await firstExecutable(usualPlaces());
  if (found) return found;
  if (install && (await canInstall())) return installChromium();
  throw new Error(
    'No Chromium was found: install Chromium or Chrome, or set CHROME_PATH to the path of one, and run the command again.',
  );
}

async function canInstall() {
  return process.getuid?.() === 0 && (await exists('/etc/debian_version')) && (await exists('/usr/bin/apt-get'));
}

async function installChromium() {
  console.log('Installing chromium with apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, timeoutMs: 15 * 60_000 };
  const update = await run('apt-get', ['update', '-qq'], options);
  const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  const path = await firstExecutable(usualPlaces());
  if (path) return path;
  const reason = install.code
    ? `code ${install.code}`
    : update.code
      ? `update: code ${update.code}`
      : 'no program after it';
  throw new Error(
    `apt-get could not install chromium (${reason}): install a Chromium by hand or set CHROME_PATH to the path of one.`,
  );
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return [...apps, ...apps.map((path) => join(process.env.HOME ?? '/', path))];
  }
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean);
    const tails = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return bases.flatMap((base) => tails.map((tail) => join(base, tail)));
  }
  const folders = [
    '/usr/bin',
    '/usr/local/bin',
    ...(process.env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/')),
  ];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), '/opt/google/chrome/chrome'];
}

async function firstExecutable(paths) {
  for (const path of paths) if (await isExecutable(path)) return path;
  return null;
}

const isExecutable = (path) => can(path, constants.X_OK);
const exists = (path) => can(path, constants.F_OK);
const can = (path, mode) =>
  access(path, mode).then(
    () => true,
    () => false,
  );
