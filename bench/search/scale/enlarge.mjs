// Many documents from few: sections of real ones, put together anew. Chance comes from fixed seeds.
import { createRandom, pick } from '../random.mjs';

const SEED = 90210;
const HEADING = /^h[2-4]$/;
/** Of the codes in a document so many are new in all texts, as a catalogue grows: part numbers, error numbers, names of models. */
const NEW_CODES = 2;
/** And so many stand in earlier documents already, the first ones most. */
const KNOWN_CODES = 1;
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * Documents made of the sections of others: each has as many sections as one of them, from any of them, under a title of theirs that
 * ends with a code of its own. The same documents and count give the same ones. One at a time, so that nobody has to hold them all.
 *
 * @param {readonly object[]} docs See `documents.mjs`; not empty.
 * @param {number} count
 * @returns {Generator<object>}
 */
export function* enlarge(docs, count) {
  const random = createRandom(SEED);
  const sections = docs.map(({ nodes }) => sectionsOfNodes(nodes));
  const pool = sections.flat();
  const titles = docs.map(({ title }) => title).filter(Boolean);
  const codes = [];
  for (let place = 0; place < count; place++) {
    for (let i = 0; i < NEW_CODES; i++) codes.push(newCode(random));
    const own = codes.slice(-NEW_CODES);
    const known = Array.from({ length: KNOWN_CODES }, () => codes[Math.floor(codes.length * random() ** 3)]);
    const { keywords, summary } = pick(docs, random);
    const chosen = Array.from({ length: pick(sections, random).length }, () => pick(pool, random));
    yield {
      id: `d${place}`,
      title: [titles.length ? pick(titles, random) : '', own[0]].join(' ').trim(),
      keywords,
      summary,
      nodes: [...chosen.flat(), { tag: 'p', children: [[...own, ...known].join(', ')] }],
    };
  }
}

/** The nodes under each heading, the heading first; those before the first heading are the first section. */
function sectionsOfNodes(nodes) {
  const sections = [];
  for (const node of nodes) {
    if (!sections.length || HEADING.test(node.tag)) sections.push([node]);
    else sections.at(-1).push(node);
  }
  return sections;
}

function newCode(random) {
  const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(LETTERS, random)).join('');
  return `${letters}-${1000 + Math.floor(random() * 99000)}`;
}
