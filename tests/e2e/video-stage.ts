// The demo with an article that holds videos, and results that lead into them: what the worker answers is changed on its way, so that the player is tested
// apart from the search. The clip is recorded in the page, in no file.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SearchResult, VideoSource } from '@helpkiosk/core';
import type { Page } from 'playwright-core';
import { demoPolicy } from '../../scripts/lib/demo.mjs';
import { setStage, type Stage, type Visit, type VisitOptions } from '../support/stage.js';

export const ARTICLE = 'customs-invoice';
export const FILE = 'videos/clip.webm';
export const YOUTUBE = 'https://www.youtube.com/watch?v=M7lc1UVf-VE';
export const PLAYER = 'https://www.youtube-nocookie.com';

const chinese = (path: string): boolean => path.startsWith('/zh');

/** The videos of the article: one of a host, one file; both with words. */
export function theVideos(path = '/'): VideoSource[] {
  const words = chinese(path)
    ? ['打开订单页面', '选择要更正的发票', '核对姓名和金额', '提交更正']
    : ['Open the order page', 'Choose the invoice', 'Check name and amount', 'Send the correction'];
  const captions = words.map((text, place) => ({ atMs: place * 2000, text }));
  const chapters = [captions[0]!, captions[2]!].map(({ atMs, text }) => ({ atMs, title: text }));
  const title = chinese(path) ? '在手机上更正发票' : 'Correct the invoice on a phone';
  return [
    { url: YOUTUBE, title, durationMs: 130_000, captions: captions.map((each) => ({ ...each, atMs: each.atMs * 10 })) },
    { url: FILE, title: chinese(path) ? '更正发票' : 'Correct the invoice', captions, chapters },
  ];
}

export interface VideoVisit extends VisitOptions {
  videos?: readonly VideoSource[];
  results?: readonly Partial<SearchResult>[];
  /** Sources that the page's policy allows for media and frames. */
  policy?: string;
}

export interface VideoStage extends Omit<Stage, 'visit'> {
  visit(options?: VideoVisit): Promise<Visit & { thirdParty(): string[] }>;
}

/** Starts the stage and records the clip. */
export async function setVideoStage(): Promise<VideoStage> {
  const stage = await setStage();
  const recorder = await stage.visit();
  const clip = Buffer.from(await recorder.page.evaluate(recordClip, 8500), 'base64');
  await recorder.close();
  stage.intercept((request, response) => serveClip(request, response, clip));
  return {
    ...stage,
    async visit({
      videos,
      results = [],
      policy = `media-src 'self'; frame-src ${PLAYER}`,
      before,
      tag = {},
      ...options
    } = {}) {
      const given = videos ?? theVideos(options.path);
      const visit = await stage.visit({
        ...options,
        async before(page) {
          await page.route(`${PLAYER}/**`, (route) =>
            route.fulfill({ contentType: 'text/html', body: '<title>player</title><button>Pause</button>' }),
          );
          await changePage(page, policy, tag);
          await answerWith(page, given, results);
          await before?.(page);
          page.setDefaultTimeout(10_000);
        },
      });
      return {
        ...visit,
        async close() {
          await visit.page.unrouteAll({ behavior: 'ignoreErrors' }); // a worker may be on its way still
          await visit.close();
        },
        thirdParty: () =>
          visit.requested.filter((url) => !url.startsWith(stage.site.url) && !/^(data|blob):/.test(url)),
      };
    },
  };
}

/** The page with another policy, and more on its tag. */
async function changePage(page: Page, policy: string, tag: Readonly<Record<string, string>>): Promise<void> {
  const attributes = Object.entries(tag).map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}" `);
  await page.route(/\/(zh\.html)?$/, async (route) => {
    if (route.request().resourceType() !== 'document' || route.request().frame().parentFrame()) return route.fallback();
    const response = await route.fetch();
    const html = (await response.text()).replace('data-pack=', `${attributes.join('')}data-pack=`);
    const headers = {
      ...response.headers(),
      'content-security-policy': `${demoPolicy.replace(/ media-src [^;]*;/, '')}; ${policy}`,
    };
    await route.fulfill({ response, headers, body: html });
  });
}

/** The worker's own answers, with videos in the article and results before the others. */
async function answerWith(
  page: Page,
  videos: readonly VideoSource[],
  results: readonly Partial<SearchResult>[],
): Promise<void> {
  const change = `
    const videos = ${JSON.stringify(videos)}, results = ${JSON.stringify(results)};
    const post = self.postMessage.bind(self);
    self.postMessage = (message) => {
      const { value } = message;
      if (value?.results?.length && results.length) {
        const [first] = value.results;
        const added = results.map((each) => ({ ...first, kind: 'video', score: 9, ...each }));
        const others = value.results.filter(({ kind }) => kind !== 'video');
        message = { ...message, value: { ...value, results: [...added, ...others], total: value.total + added.length } };
      }
      if (value?.tree && value.id === ${JSON.stringify(ARTICLE)}) {
        const [first, ...rest] = value.tree.nodes.filter(({ tag }) => tag !== 'video'); // a copy: the worker keeps what it has answered
        const film = { tag: 'video', src: videos[0].url, title: videos[0].title };
        message = { ...message, value: { ...value, videos, tree: { v: 1, nodes: [first, film, ...rest] } } };
      }
      post(message);
    };`;
  await page.route(/\/(search|kept)\.worker\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${change}\n${await response.text()}` });
  });
}

function serveClip({ url = '', headers }: IncomingMessage, response: ServerResponse, clip: Buffer): boolean {
  if (url !== `/pack/${FILE}`) return false;
  const [, from = '0', to] = /^bytes=(\d+)-(\d*)/.exec(headers.range ?? '') ?? [];
  const end = Math.min(to ? Number(to) : Infinity, clip.length - 1);
  response.writeHead(headers.range ? 206 : 200, {
    'content-type': 'video/webm',
    'accept-ranges': 'bytes',
    'content-length': end - Number(from) + 1,
    ...(headers.range && { 'content-range': `bytes ${from}-${end}/${clip.length}` }),
  });
  response.end(clip.subarray(Number(from), end + 1));
  return true;
}

/** Records a moving square for so long; in base64. Runs in the page. */
async function recordClip(forMs: number): Promise<string> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 160, height: 90 });
  const pen = canvas.getContext('2d')!;
  const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const done = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start(500);
  const timer = setInterval(() => {
    pen.fillStyle = '#456';
    pen.fillRect(0, 0, 160, 90);
    pen.fillStyle = '#fff';
    pen.fillRect((performance.now() / 20) % 150, 40, 10, 10);
  }, 50);
  await new Promise((resolve) => setTimeout(resolve, forMs));
  recorder.stop();
  clearInterval(timer);
  await done;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}
