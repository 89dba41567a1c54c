// What is indexed, in the one shape that all engines are given:
// {id, title, keywords, summary, nodes}. `nodes` are those of an article tree; `title` is '' where there is none.
import { sectionsOf } from '@helpkiosk/core';

/**
 * A document from an article of a pack's sources. Its id says nothing of its subject, since some engines could read it there.
 *
 * @param {import('@helpkiosk/core').ArticleSource} article With a compiled body.
 * @param {number} place
 */
export const docOfArticle = ({ title, keywords = [], summary = '', body }, place) => ({
  id: `d${place}`,
  title,
  keywords,
  summary,
  nodes: body.nodes,
});

/**
 * A document from a title and plain text; each line is a paragraph.
 *
 * @param {{id: string | number, title?: string, text: string}} doc
 */
export const docOfText = ({ id, title = '', text }) => ({
  id: String(id),
  title,
  keywords: [],
  summary: '',
  nodes: text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => ({ tag: 'p', children: [line] })),
});

/** The stretches of a document under one heading each; the first may have none. */
export const sectionsOfDoc = ({ nodes }) => sectionsOf({ v: 1, nodes });

/** Headings and text of a document, a line each. */
export const bodyOf = (doc) =>
  sectionsOfDoc(doc)
    .flatMap(({ heading, text }) => [heading, text])
    .filter(Boolean)
    .join('\n');

/** All words of a document: what an engine without fields would index. */
export const textOfDoc = (doc) => [doc.title, ...doc.keywords, doc.summary, bodyOf(doc)].filter(Boolean).join('\n');

/** Bytes of the documents' words in UTF-8. */
export const textBytes = (docs) => docs.reduce((sum, doc) => sum + Buffer.byteLength(textOfDoc(doc)), 0);

/** `zh` of `zh-Hant`. */
export const languageOf = (locale) => locale.split('-', 1)[0];
