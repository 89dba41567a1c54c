import { describe, expect, it } from 'vitest';
import { ask, firstResultIn, openPanel, panelIn } from './zoo/visit.js';
import type { ZooPage } from './zoo/zoo-page.js';
import { useZoo } from './zoo/zoo.js';

const SUMMARIES = `<section id="faq">
  <details><summary>How do I get a refund?</summary><p>Send it <strong>back</strong>:</p><ul><li>pack it</li><li>post it</li></ul></details>
  <details><summary>Where is my parcel?</summary><p>Look at the order.</p></details></section>`;
const HEADINGS = `<section id="faq"><h2>How do I get a refund?</h2><p>Send it <strong>back</strong>:</p><ul><li>pack it</li><li>post it</li></ul>
  <h2>Where is my parcel?</h2><p>Look at the order.</p></section>`;
const JSON_FILE = JSON.stringify([
  { id: 'refund', locale: 'en', title: 'How do I get a refund?', body: 'Send it back: pack it, post it.' },
  { id: 'parcel', locale: 'en', title: 'Where is my parcel?', body: 'Look at the order.' },
]);
const fromPage = { tags: [{ 'data-pack': null, 'data-articles': '#faq' }], workers: 0 };
const answer = { answer: 'How do I get a refund?' };

describe('a page without a pack', () => {
  const zoo = useZoo();
  const pages: ZooPage[] = [
    { name: 'has its questions in details', body: SUMMARIES, ...fromPage, ...answer },
    { name: 'has its questions under headings', body: HEADINGS, ...fromPage, ...answer },
    { name: 'is XHTML with its questions in details', body: SUMMARIES, kind: 'xhtml', ...fromPage, ...answer },
    { name: 'is XHTML with its questions under headings', body: HEADINGS, kind: 'xhtml', ...fromPage, ...answer },
    {
      name: 'has its questions in a file, under the strictest policy',
      policy:
        "default-src 'none'; script-src 'nonce-NONCE' 'strict-dynamic'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      nonce: true,
      files: { '/faq.json': JSON_FILE },
      tags: [{ 'data-pack': null, 'data-articles': '/faq.json' }],
      workers: 0,
      ...answer,
    },
  ];

  zoo.tour(pages);

  it.concurrent.each(pages.slice(0, 4).map((page) => [page.name, page] as const))(
    '%s: keeps the shape of an answer',
    (_name, page) =>
      zoo.visit(page, async (visit) => {
        const { frame } = visit;
        await openPanel(visit);
        await ask(visit, 'refund');
        await firstResultIn(frame).click();
        const article = panelIn(frame);
        await article.locator('li').first().waitFor();
        expect(await article.locator('li').allTextContents()).toEqual(['pack it', 'post it']);
        expect(await article.locator('strong').allTextContents()).toEqual(['back']);
        expect(await article.innerText()).not.toContain('Look at the order');
      }),
  );

  it.concurrent('whose questions are in neither: says so in the panel, and nothing is thrown', () =>
    zoo.visit(
      { name: 'no faq', tags: [{ 'data-pack': null, 'data-articles': '#faq' }], consoleErrors: /HelpKiosk/ },
      async (visit) => {
        await openPanel(visit);
        await panelIn(visit.frame).getByRole('button', { name: 'Try again' }).waitFor();
        expect(visit.complaints.errors).toEqual([]);
      },
    ),
  );
});
