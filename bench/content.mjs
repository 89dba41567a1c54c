// What importing does to real help content, which lies outside of the project.
// `npm run bench:content -- --content <folder> [--verbose]`: each folder in it is read and built into a pack. Printed are the files, the articles, the
// files that are named with a reason, the words of the sources that the trees lack, and how many of our questions are answered
// within the first three. Exit code 1 when a word is lost or a file is neither in the pack nor named.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textOf } from '@helpkiosk/core';
import { buildPack, readMarkdownFolder } from '@helpkiosk/pack';
import { openPack } from '@helpkiosk/search';
import { lostWords } from './lib/visible-words.mjs';

const { values } = parseArgs({
  options: { content: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
if (!values.content) {
  console.error('Say where the content is: npm run bench:content -- --content <folder>');
  process.exit(2);
}
const questions = JSON.parse(await readFile(new URL('content-questions.json', import.meta.url), 'utf8'));
let isWhole = true;
let answered = 0;
let asked = 0;

for (const corpus of await foldersOf(values.content)) {
  const folder = join(values.content, corpus);
  const startedAt = performance.now();
  const { articles, problems, leftOut, files: fileOf } = await readMarkdownFolder(folder);
  const pack = await buildPack(articles, { onProblem: (problem) => problems.push(problem) });
  const seconds = (performance.now() - startedAt) / 1000;
  const files = await markdownFiles(folder);
  const lost = await lostWordsOf(folder, fileOf);
  const named = new Set([
    ...fileOf.values(),
    ...leftOut.map(({ path }) => path),
    ...problems.filter(({ message }) => !isAboutLink(message)).map(({ path }) => path.replace(/:\d+$/, '')),
  ]);
  const unaccounted = files.filter((path) => !named.has(path));
  const bytes = [...pack.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(
    `\n${corpus}: ${files.length} files, ${articles.length} articles, ${leftOut.length} left out, ${problems.length} problems, ${bytes} bytes, ${seconds.toFixed(1)} s`,
  );
  console.log(`  by language: ${countBy(articles, ({ locale }) => locale)}`);
  for (const { path, reason } of leftOut) console.log(`  left out: ${path} ${reason}`);
  for (const { path, message } of problems.filter(({ message }) => !isAboutLink(message)))
    console.log(`  problem: ${path} ${message}`);
  const links = problems.filter(({ message }) => isAboutLink(message));
  if (values.verbose) for (const { path, message } of links) console.log(`  problem: ${path} ${message}`);
  else console.log(`  broken links and images: ${links.length} (--verbose lists them)`);
  for (const path of unaccounted) console.log(`  NEITHER IN THE PACK NOR NAMED: ${path}`);
  for (const { path, line, word } of lost) console.log(`  LOST: ${path}:${line} ${word}`);
  console.log(`  words lost: ${lost.length}; files unaccounted for: ${unaccounted.length}`);
  isWhole &&= lost.length === 0 && unaccounted.length === 0;
  await ask(corpus, pack);
}
console.log(`\n${answered} of ${asked} questions answered within the first three`);
if (!isWhole) process.exitCode = 1;

async function foldersOf(path) {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function markdownFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.(?:md|mdx|markdown)$/i.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function isAboutLink(message) {
  return /^(?:broken link|missing image) /.test(message);
}

/** The words that are seen in a file and not in its article. A title that the head of the file gives is not looked for. */
async function lostWordsOf(folder, files) {
  const lost = [];
  for (const [{ title, body }, path] of files) {
    const source = await readFile(join(folder, path), 'utf8');
    const text = `${title}\n${textOf(body.nodes)}`;
    for (const loss of lostWords(source, text, { mdx: path.endsWith('.mdx') })) lost.push({ path, ...loss });
  }
  return lost;
}

async function ask(corpus, pack) {
  const search = await openPack(async (name) => pack.get(name));
  for (const { locale, question, article } of questions.filter((each) => each.corpus === corpus)) {
    const { results } = await search.query(question, { locale });
    const place = results.findIndex(({ articleId }) => articleId === article) + 1;
    asked++;
    if (place >= 1 && place <= 3) answered++;
    const others = results.slice(0, 3).map(({ articleId }) => articleId);
    if (values.verbose || place < 1 || place > 3) {
      console.log(
        `  ${place || '-'} ${locale} "${question}" -> ${article}${place >= 1 && place <= 3 ? '' : `; found ${others.join(', ')}`}`,
      );
    }
  }
  search.close();
}

function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].map(([key, count]) => `${key} ${count}`).join(', ');
}
