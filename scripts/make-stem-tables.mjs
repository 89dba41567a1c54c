// Writes packages/pack/src/stem/tables.ts. `node scripts/make-stem-tables.mjs FOLDER`: a file of text for each language of LANGUAGES, as en.txt (the tables in the repository were
// made from the messages of free software, a few megabytes each). The stemmers tell the stem of each word of the text that occurs twice;
// packages/pack/src/stem/learn-rules.ts finds the rules that give most words the same. Only endings are kept, no text.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The stemmer of @orama/stemmers for a language, and its script. */
const LANGUAGES = {
  ar: ['arabic', 'Arabic'],
  bg: ['bulgarian', 'Cyrillic'],
  da: ['danish', 'Latin'],
  de: ['german', 'Latin'],
  el: ['greek', 'Greek'],
  en: ['english', 'Latin'],
  es: ['spanish', 'Latin'],
  fi: ['finnish', 'Latin'],
  fr: ['french', 'Latin'],
  hi: ['indian', 'Devanagari'],
  hu: ['hungarian', 'Latin'],
  it: ['italian', 'Latin'],
  lt: ['lithuanian', 'Latin'],
  nl: ['dutch', 'Latin'],
  no: ['norwegian', 'Latin'],
  pt: ['portuguese', 'Latin'],
  ro: ['romanian', 'Latin'],
  ru: ['russian', 'Cyrillic'],
  sv: ['swedish', 'Latin'],
  tr: ['turkish', 'Latin'],
  uk: ['ukrainian', 'Cyrillic'],
};
/** Arabic joins the article and some particles to the front of a word. */
const FRONTS = { ar: 'وال|بال|كال|فال|ولل|ال|لل' };
/** What a stemmer gets wrong: the English one makes connec of connection. */
const MENDED = { en: /^(.*ct)ions?$/ };
const LEAST = 3;
const RULE_COST = 2;

const folder = process.argv[2];
if (!folder) throw new Error('make-stem-tables.mjs needs the folder that holds the texts.');

const here = import.meta.dirname;
const { outputFiles } = await build({
  stdin: {
    contents: `export { analyse } from '../packages/search/src/analysis/analyse.ts'; export { learnRules } from '../packages/pack/src/stem/learn-rules.ts';`,
    resolveDir: here,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { analyse, learnRules } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const tables = [];
for (const [language, [stemmer, script]] of Object.entries(LANGUAGES)) {
  const file = join(folder, `${language}.txt`);
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  const { stemmer: stem } = await import(`@orama/stemmers/${stemmer}`);
  const pairs = pairsOf(readFileSync(file, 'utf8'), language, script, stem);
  const rules = [...learnRules(pairs, RULE_COST)].map(([ending, action]) => ending + action).sort();
  const front = FRONTS[language];
  tables.push(`  ${language}: { least: ${LEAST}${front ? `, front: '${front}'` : ''}, rules: '${rules.join(' ')}' },`);
}
writeFileSync(
  join(here, '../packages/pack/src/stem/tables.ts'),
  `// Made by scripts/make-stem-tables.mjs; not to be changed by hand.
/** What \`createStemmer\` of @helpkiosk/search takes. */
export interface StemRules {
  readonly rules: string;
  readonly least: number;
  readonly front?: string;
}

/** For each language, the rules that its inflected words follow. */
export const TABLES: Readonly<Record<string, StemRules>> = {
${tables.join('\n')}
};
`,
);

/** The words of a text, each with its stem, both as the analysis folds them. */
function pairsOf(text, language, script, stem) {
  const counts = new Map();
  const word = new RegExp(`(?<![\\p{L}\\p{M}])(?:\\p{sc=${script}}\\p{M}*){3,}(?![\\p{L}\\p{M}\\d])`, 'gu');
  for (const [found] of text.normalize('NFC').toLocaleLowerCase(language).matchAll(word))
    counts.set(found, (counts.get(found) ?? 0) + 1);
  const fold = (term) => analyse(term, language)[0]?.word ?? '';
  const front = new RegExp(`^(${FRONTS[language] ?? ''})(?=.{${LEAST}})`);
  return [...counts].flatMap(([term, count]) => {
    const stemmed = count > 1 ? (MENDED[language]?.exec(term)?.[1] ?? stemOf(stem, term)) : undefined;
    return stemmed === undefined
      ? []
      : [{ word: fold(term).replace(front, ''), stem: fold(stemmed) || fold(term), weight: 1 }];
  });
}

/** The Bulgarian stemmer writes into a string for some words, and throws: those tell nothing. */
function stemOf(stem, word) {
  try {
    return stem(word);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
