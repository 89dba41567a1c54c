// Drives WebKitGTK for the browser runner: a display of its own, WebKitWebDriver, and one window of MiniBrowser, the
// browser that the driver starts by itself (with --automation). W3C WebDriver: https://www.w3.org/TR/webdriver2/
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keyCharacter } from './browser-keys.mjs';

const SCREEN = { width: 1600, height: 1200 };
/** Every file begins with the size that the launcher of the other engines gives it. */
const VIEWPORT = { width: 800, height: 600 };
const ANSWER_LIMIT_MS = 20_000;
/** MiniBrowser's tool bar would keep its window from being as narrow as a phone. */
const TOOL_BAR_STYLE = '* { margin: 0; padding: 0; min-width: 0; min-height: 0; font-size: 1px }';

/**
 * A launcher for the browser runner. The display is always one of its own: there the window has the focus whatever
 * happens on a desktop, and with the display its browser ends too, even when the driver has been killed.
 * Its `type` is puppeteer's, since `getPage` gives what the runner's commands (`setViewport`, `sendKeys`) use of that.
 *
 * @param {{driverPath: string, displayPath: string}} programs
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webkitLauncher({ driverPath, displayPath }) {
  let starting = null;
  const active = new Set();
  const start = () => (starting ??= openWindow({ driverPath, displayPath }));
  return {
    name: 'WebKit',
    type: 'puppeteer',
    async startSession(id, url) {
      const window = await start();
      active.add(id);
      await setViewport(window, VIEWPORT);
      await window.send('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    // Asked when a page has gone quiet, where a rejection would end the whole run without a report.
    getBrowserUrl: async () => (await start()).send('GET', '/url').catch(() => undefined),
    async stopSession(id) {
      active.delete(id);
      // Ends whatever the page still does.
      await (await start()).send('POST', '/url', { url: 'about:blank' });
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('The WebKit of the tests has no debugger: use another engine.')),
    getPage: () => pageOf(start),
    async stop() {
      const window = await starting?.catch(() => null);
      await window?.close();
    },
  };
}

/** Starts everything; whatever of it has been started ends with this process, or with `close`. */
async function openWindow({ driverPath, displayPath }) {
  const folder = mkdtempSync(join(tmpdir(), 'helpkiosk-webkit-'));
  const children = [];
  const clear = () => {
    process.off('exit', clear);
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', clear);
  try {
    const display = await startDisplay(displayPath, children);
    const port = await freePort();
    const env = { ...process.env, ...settings(folder), DISPLAY: display, WAYLAND_DISPLAY: '', GDK_BACKEND: 'x11' };
    const driver = spawn(driverPath, [`--port=${port}`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(driver);
    const send = sender(`http://127.0.0.1:${port}`, driver);
    await until(() => send('GET', '/status'), driver);
    // `none`: a page is not waited for, as it tells the runner by itself.
    const { sessionId } = await send('POST', '/session', {
      capabilities: { alwaysMatch: { pageLoadStrategy: 'none' } },
    });
    return {
      send: (method, path, body) => send(method, `/session/${sessionId}${path}`, body),
      async close() {
        await send('DELETE', `/session/${sessionId}`).catch(() => {});
        clear();
      },
    };
  } catch (error) {
    clear();
    throw new Error(`WebKit could not be started: ${error.message}`, { cause: error });
  }
}

/** Starts Xvfb on a free display; resolves to its name once it can be used. */
function startDisplay(path, children) {
  const screen = `${SCREEN.width}x${SCREEN.height}x24`;
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const display = spawn(path, args, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  children.push(display);
  return new Promise((resolve, reject) => {
    display.once('error', reject);
    display.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    display.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

/** The environment that gives the window its style, and lets it draw without a graphics card. */
function settings(folder) {
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), TOOL_BAR_STYLE);
  return { XDG_CONFIG_HOME: folder, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Sends commands; rejects with the driver's own sentence, when it has ended, and when it is silent. */
function sender(base, driver) {
  return async (method, path, body) => {
    if (driver.exitCode !== null || driver.signalCode !== null)
      throw new Error(`WebKitWebDriver has ended (${driver.signalCode ?? `code ${driver.exitCode}`}).`);
    const response = await fetch(base + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    }).catch((error) => {
      throw new Error(`WebKitWebDriver does not answer ${method} ${path}.`, { cause: error });
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
}

async function until(attempt, driver) {
  const endsAt = performance.now() + ANSWER_LIMIT_MS;
  driver.once('error', () => {});
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (driver.pid === undefined || driver.exitCode !== null || performance.now() > endsAt) throw error;
      await pause(50);
    }
  }
}

/** What the runner's commands use of a page of puppeteer. */
function pageOf(start) {
  const act = async (actions) =>
    void (await (await start()).send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] }));
  const down = (key) => ({ type: 'keyDown', value: keyCharacter(key) });
  const up = (key) => ({ type: 'keyUp', value: keyCharacter(key) });
  return {
    setViewport: async (size) => setViewport(await start(), size),
    keyboard: {
      type: (text) => act([...text].flatMap((letter) => [down(letter), up(letter)])),
      press: (key) => act([down(key), up(key)]),
      down: (key) => act([down(key)]),
      up: (key) => act([up(key)]),
    },
  };
}

/**
 * Makes the page as large as that, and waits until it is. The window stays around the middle of the screen, where the
 * pointer is: without a window manager that is what has the focus.
 */
async function setViewport(window, { width, height }) {
  window.frame ??= await measureFrame(window);
  const size = { width: width + window.frame.width, height: height + window.frame.height };
  const place = { x: Math.round((SCREEN.width - size.width) / 2), y: Math.round((SCREEN.height - size.height) / 2) };
  await window.send('POST', '/window/rect', { ...place, ...size });
  const endsAt = performance.now() + ANSWER_LIMIT_MS;
  for (;;) {
    const page = await pageSize(window);
    if (page.width === width && page.height === height) return;
    if (performance.now() > endsAt)
      throw new Error(`WebKit's page is ${page.width} x ${page.height}, and could not be made ${width} x ${height}.`);
    await pause(20);
  }
}

/** What the window has around the page; asked once, while nothing is being resized. */
async function measureFrame(window) {
  const outer = await window.send('GET', '/window/rect');
  const page = await pageSize(window);
  return { width: outer.width - page.width, height: outer.height - page.height };
}

/** Asked again where the page was just going: the driver takes a page as loaded a little before it has left the one before. */
async function pageSize({ send }) {
  const endsAt = performance.now() + ANSWER_LIMIT_MS;
  for (;;) {
    try {
      const script = 'return [innerWidth, innerHeight]';
      const [width, height] = await send('POST', '/execute/sync', { script, args: [] });
      return { width, height };
    } catch (error) {
      if (!/no such frame/.test(error.message) || performance.now() > endsAt) throw error;
      await pause(50);
    }
  }
}
