// The new screens of the search by the rules that a machine can check: a video among the results, the question that was meant, the player.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakPseudo } from '../../scripts/lib/pseudo-rtl.mjs';
import { setStage, type Stage, type VisitOptions } from '../support/stage.js';
import { readAxe, violationsOf, withLooks } from './violations.js';

let stage: Stage;
let axe: string;
beforeAll(async () => {
  axe = await readAxe();
  stage = await setStage();
});
afterAll(() => stage.close());

interface Language {
  language: string;
  options: VisitOptions;
  spoken: string;
  slip: string;
}

const LANGUAGES: readonly Language[] = [
  { language: 'English', options: { path: '/' }, spoken: 'kettle melody', slip: 'refnud' },
  { language: 'Chinese', options: { path: '/zh.html' }, spoken: '恢复出厂 旋律', slip: 'denglu' },
  {
    language: 'right to left',
    options: { path: '/', before: (page) => speakPseudo(page) },
    spoken: 'kettle melody',
    slip: 'refnud',
  },
];
describe.each(withLooks(LANGUAGES))(
  'axe in $language, $colorScheme, $width px',
  ({ options, spoken, slip, colorScheme, viewport }) => {
    it('finds nothing in results with a video, in the question that was meant, and in the player', async () => {
      const {
        page,
        panel,
        field,
        options: rows,
        open,
        search,
        close,
      } = await stage.visit({
        ...options,
        colorScheme,
        viewport,
      });
      const found: Record<string, string[]> = {};
      await open();
      await field.fill(slip);
      await panel.locator('.note-line button').waitFor();
      found['meant'] = await violationsOf(page, axe);
      await search(spoken);
      const row = rows.filter({ hasText: '0:08' });
      await row.waitFor();
      await field.press('ArrowDown');
      found['results'] = await violationsOf(page, axe);
      await row.click();
      await panel.locator('.captions [aria-current]').waitFor();
      found['still'] = await violationsOf(page, axe);
      await panel.locator('.captions .moment[aria-current]').click();
      await expect
        .poll(() => page.locator('help-kiosk video').evaluate((video: HTMLVideoElement) => video.paused))
        .toBe(false);
      found['playing'] = await violationsOf(page, axe);
      expect(found).toEqual({ meant: [], results: [], still: [], playing: [] });
      await close();
    });
  },
);
