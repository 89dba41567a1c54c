// Renders the clips of the demo into examples/script-tag/content/videos: `node scripts/make-clips.mjs [name ...]`, and with `--frames` a picture of
// every second into .artifacts/clips. The same script gives the same pictures; whether the bytes are the same is up to the browser's encoder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { writeWebm } from './clips/webm.mjs';
import { chromiumFlags, findChromium } from './lib/browser.mjs';

const CODE = new URL('clips/', import.meta.url);
const OUT = fileURLToPath(new URL('../examples/script-tag/content/videos/', import.meta.url));
const FRAMES = fileURLToPath(new URL('../.artifacts/clips/', import.meta.url));
/** Largest clip, in bytes: a demo should not weigh more than what it shows. */
const MAX_BYTES = 150_000;

/** Encoders are there on pages of a server alone: this one has an empty page and the scenes. */
async function serveScenes() {
  const server = createServer(async (request, response) => {
    const name = /^\/([\w-]+\.mjs)$/.exec(request.url)?.[1];
    const body = name ? await readFile(new URL(name, CODE)).catch(() => '') : '<!doctype html><title>Clips</title>';
    response.writeHead(200, { 'content-type': name ? 'text/javascript' : 'text/html' });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function makeClip(page, name) {
  const recorded = await page.evaluate(async (of) => (await import('/record.mjs')).recordScene(of), name);
  const frames = recorded.frames.map((frame) => ({ ...frame, data: Buffer.from(frame.data, 'base64') }));
  const film = writeWebm({ ...recorded, frames });
  const poster = await page.evaluate(async (of) => {
    const { SCENES } = await import('/scenes.mjs');
    return (await import('/record.mjs')).takePicture(of, SCENES[of].posterAt, 'image/webp');
  }, name);
  writeFileSync(`${OUT}${name}.webm`, film);
  writeFileSync(`${OUT}${name}.webp`, Buffer.from(poster, 'base64'));
  console.log(`${name}.webm, ${recorded.durationMs / 1000} s, ${film.length} bytes`);
  if (film.length > MAX_BYTES)
    throw new Error(`${name}.webm has ${film.length} bytes, and a clip may have ${MAX_BYTES}`);
}

async function takeFrames(page, name) {
  mkdirSync(FRAMES, { recursive: true });
  const seconds = await page.evaluate(async (of) => (await import('/scenes.mjs')).SCENES[of].seconds, name);
  for (let t = 0; t < seconds; t++) {
    const take = ([of, at]) => import('/record.mjs').then(({ takePicture }) => takePicture(of, at, 'image/png'));
    writeFileSync(
      `${FRAMES}${name}-${String(t).padStart(2, '0')}.png`,
      Buffer.from(await page.evaluate(take, [name, t + 0.5]), 'base64'),
    );
  }
}

const server = await serveScenes();
const browser = await chromium.launch({ executablePath: await findChromium({ install: true }), args: chromiumFlags });
try {
  mkdirSync(OUT, { recursive: true });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(server.url);
  const all = await page.evaluate(async () => Object.keys((await import('/scenes.mjs')).SCENES));
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  for (const name of all.filter((each) => !asked.length || asked.includes(each))) {
    await makeClip(page, name);
    if (process.argv.includes('--frames')) await takeFrames(page, name);
  }
} finally {
  await browser.close();
  server.close();
}
