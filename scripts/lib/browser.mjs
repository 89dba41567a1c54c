// Finds the browsers that the tests drive, and what they need. Used before node_modules exists: node built-ins only.
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
 * The programs by the variable that names each one's path; `commands` are looked for on the PATH, `apps` in the usual
 * folders of macOS, `tails` in those of Windows. `debian` is the package that has it.
 */
const programs = {
  CHROME_PATH: {
    title: 'Chromium',
    debian: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    places: ['/opt/google/chrome/chrome'],
    apps: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
    tails: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  FIREFOX_PATH: {
    title: 'Firefox',
    debian: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    apps: ['Firefox'],
    tails: ['Mozilla Firefox/firefox.exe'],
  },
  WEBKIT_DRIVER_PATH: { title: 'WebKitWebDriver', debian: 'webkit2gtk-driver', commands: ['WebKitWebDriver'] },
  XVFB_PATH: { title: 'Xvfb', debian: 'xvfb', commands: ['Xvfb'] },
  HEADLESS_PATH: {
    title: 'Chromium without windows',
    debian: 'chromium-headless-shell',
    commands: ['chromium-headless-shell', 'chrome-headless-shell'],
  },
};

/** The variables of what all three engines need; `CHROME_PATH` alone is enough for Chromium. */
export const allPrograms = ['CHROME_PATH', 'FIREFOX_PATH', 'WEBKIT_DRIVER_PATH', 'XVFB_PATH'];

/**
 * Finds programs: by their own variables, else in the usual places of this system, else (on Debian, as root, with
 * `install`) by apt-get, all that are missing at once.
 *
 * @type {typeof import('./browser.d.mts').findPrograms}
 */
export async function findPrograms(variables, { install = false } = {}) {
  const found = await findAll(variables);
  const missing = variables.filter((variable) => !found[variable]);
  if (missing.length === 0) return found;
  const reason = install && (await canInstall()) ? await installPackages(missing) : '';
  const now = reason === '' ? found : await findAll(variables);
  const still = variables.filter((variable) => !now[variable]);
  if (still.length === 0) return now;
  throw new Error(sayMissing(still, reason));
}

/**
 * The path of a Chromium or Chrome; see `findPrograms`.
 *
 * @type {typeof import('./browser.d.mts').findChromium}
 */
export async function findChromium(options) {
  return (await findPrograms(['CHROME_PATH'], options)).CHROME_PATH;
}

/**
 * The Chromium that journeys drive: one without windows where there is one or can be installed, which takes half the time; else the same as `findChromium`.
 *
 * @type {typeof import('./browser.d.mts').findChromium}
 */
export async function findHeadless(options) {
  if (process.env.CHROME_PATH && !process.env.HEADLESS_PATH) return findChromium(options); // somebody has chosen
  const { HEADLESS_PATH } = await findPrograms(['HEADLESS_PATH'], options).catch(() => ({}));
  return HEADLESS_PATH ?? findChromium(options);
}

async function findAll(variables) {
  const found = {};
  for (const variable of variables) {
    const given = process.env[variable];
    if (given && !(await isExecutable(given)))
      throw new Error(
        `${variable} is ${given}, which is not a program that can be run: set it to the path of ${programs[variable].title}.`,
      );
    const path = given || (await firstExecutable(usualPlaces(programs[variable])));
    if (path) found[variable] = path;
  }
  return found;
}

function sayMissing(variables, reason) {
  const list = (key) => variables.map((variable) => programs[variable][key]);
  return (
    `${list('title').join(', ')} ${variables.length > 1 ? 'were' : 'was'} not found${reason}: ` +
    `install (on Debian: apt-get install ${list('debian').join(' ')}) or set ${variables.join(', ')} ` +
    `to the path${variables.length > 1 ? 's' : ''}, and run the command again.`
  );
}

async function canInstall() {
  return process.getuid?.() === 0 && (await exists('/etc/debian_version')) && (await exists('/usr/bin/apt-get'));
}

/** Says how it ended, for the sentence that is needed when a program is still missing. */
async function installPackages(variables) {
  const packages = variables.map((variable) => programs[variable].debian);
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 15 * 60_000 };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  const update = await run('apt-get', ['update', '-qq'], options);
  const install = await run(
    'apt-get',
    [...lock, 'install', '-y', '-qq', '--no-install-recommends', ...packages],
    options,
  );
  return ` (apt-get ended with code ${install.code}, its update with ${update.code})`;
}

function usualPlaces({ commands, places = [], apps = [], tails = [] }) {
  if (process.platform === 'darwin') {
    const paths = apps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    // Firefox writes its program in small letters.
    return [...paths, ...paths.map((path) => join(process.env.HOME ?? '/', path))].flatMap((path) => [
      path,
      path.replace(/Firefox$/, 'firefox'),
    ]);
  }
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean);
    return bases.flatMap((base) => tails.map((tail) => join(base, tail)));
  }
  const onPath = (process.env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = ['/usr/bin', '/usr/local/bin', ...onPath];
  return [...commands.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
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
