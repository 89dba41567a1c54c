// What the tests of the zoo share: one browser, one pack, and a visit that ends with its test.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium.js';
import { root } from '../../support/source-files.js';
import type { Folders } from './habitat.js';
import { makeTour } from './tour.js';
import { startVisit, type Visit } from './visit.js';
import type { ZooPage } from './zoo-page.js';

/** The zoo of one test file. */
export interface Zoo {
  /** Opens a page for as long as `use` runs. */
  visit(page: ZooPage, use: (visit: Visit) => Promise<void>): Promise<void>;
  /** Declares one test for each page: the whole round, with nothing wrong. */
  tour(pages: readonly ZooPage[]): void;
}

/** Starts browser and pack before the tests of a file, and removes them after. `widget` is the folder of the built widget. */
export function useZoo(widget = join(root, 'packages/widget/dist')): Zoo {
  let browser: Browser;
  let folders: Folders;
  beforeAll(async () => {
    const pack = await mkdtemp(join(tmpdir(), 'helpkiosk-zoo-'));
    folders = { pack, widget };
    [browser] = await Promise.all([launchChromium(), buildPack(pack)]);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folders.pack, { recursive: true, force: true });
  });
  const visit: Zoo['visit'] = async (page, use) => {
    const started = await startVisit(browser, folders, page);
    try {
      await use(started);
    } finally {
      await started.close();
    }
  };
  return {
    visit,
    tour(pages) {
      it.concurrent.each(pages.map((page) => [page.name, page] as const))('%s', (_name, page) =>
        visit(page, async (started) => expect(await makeTour(started)).toEqual([])),
      );
    },
  };
}

/** Packs the demo's articles with the built command, as a site owner does. Rejects with its words when it fails. */
async function buildPack(folder: string): Promise<void> {
  const bin = join(root, 'packages/pack/dist/bin.js');
  const content = join(root, 'examples/script-tag/content');
  await promisify(execFile)(process.execPath, [bin, 'build', content, '--out', folder]);
}
