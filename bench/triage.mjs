// Triage on our labelled sentences: how often it decides as a careful person would. docs/triage.md says what the figures mean.
// `--wrong` lists the sentences of the tuning part that it gets wrong, `--write` puts the held-out figures into docs/triage.md.
import { createTriage, chineseTriage, englishTriage } from '@helpkiosk/core';

import { accuracyOf, confusionOf, scoresOf } from './triage/score.mjs';
import { LANGUAGES, readSentences } from './triage/sentences.mjs';
import { writeFigures } from './triage/write-figures.mjs';

const QUESTIONS = {
  route: ['self-service', 'suggest', 'people'],
  priority: ['p0', 'p1', 'normal'],
  mood: ['upset', 'calm'],
};
const triage = createTriage([englishTriage, chineseTriage]);
const sentences = (await Promise.all(LANGUAGES.map(readSentences))).flat();
const judged = sentences.map((sentence) => ({
  ...sentence,
  decided: triage({ text: sentence.text, locale: sentence.language }),
}));

for (const part of ['tuning', 'held-out']) console.log(report(part));
if (process.argv.includes('--wrong')) console.log(wrongOnes('tuning'));
if (process.argv.includes('--write')) await writeFigures(tablesOf('held-out'));

function report(part) {
  const own = judged.filter((sentence) => sentence.part === part);
  return [`\n# ${part}: ${own.length} sentences\n`, tablesOf(part)].join('\n');
}

/** Markdown: a line for each class, and the confusion of routes and priorities. */
function tablesOf(part) {
  const own = judged.filter((sentence) => sentence.part === part);
  const lines = Object.entries(QUESTIONS).flatMap(([question, names]) => scoreLines(question, names, own));
  return [
    '|  | class | sentences | precision | recall | F1 | F1 en | F1 zh |',
    '| --- | --- | --: | --: | --: | --: | --: | --: |',
    ...lines,
    ...['route', 'priority'].flatMap((question) => confusionLines(question, QUESTIONS[question], own)),
  ].join('\n');
}

function scoreLines(question, names, own) {
  const scores = scoresOf(pairsOf(question, own), names);
  const ofLanguage = LANGUAGES.map((language) => own.filter((sentence) => sentence.language === language));
  const lines = scores.map(({ name, count, precision, recall, f1 }, place) => {
    const each = ofLanguage.map((part) => ratio(scoresOf(pairsOf(question, part), names)[place].f1));
    return cells([question, name, count, ratio(precision), ratio(recall), ratio(f1), ...each]);
  });
  const right = [own, ...ofLanguage].map((part) => ratio(accuracyOf(pairsOf(question, part))));
  return [...lines, cells([question, 'share that is right', own.length, '', '', ...right])];
}

function confusionLines(question, names, own) {
  const rows = confusionOf(pairsOf(question, own), names);
  return [
    '',
    cells([`${question}: right, decided`, ...names]),
    cells(['---', ...names.map(() => '--:')]),
    ...rows.map((row, place) => cells([names[place], ...row])),
  ];
}

function wrongOnes(part) {
  return judged
    .filter((sentence) => sentence.part === part)
    .flatMap(({ text, decided, ...right }) => {
      const wrong = Object.keys(QUESTIONS).filter((question) => right[question] !== decided[question]);
      return wrong.map((question) => `${question}: ${right[question]}, decided ${decided[question]}: ${text}`);
    })
    .join('\n');
}

function pairsOf(question, own) {
  return own.map(({ decided, ...right }) => ({ right: right[question], decided: decided[question] }));
}

function ratio(number) {
  return Number.isNaN(number) ? '' : number.toFixed(2);
}

function cells(values) {
  return `| ${values.join(' | ')} |`;
}
