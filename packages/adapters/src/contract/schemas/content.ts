// What is found and shown: search results and article trees.
import { duration, id, list, locale, object, ref, text, word, type JsonSchema } from './json-schema.js';

const TAGS = [
  ...['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'pre', 'code', 'quote', 'note', 'table', 'row', 'cell', 'headcell'],
  ...['strong', 'em', 'del', 'kbd', 'sup', 'sub', 'mark', 'ruby', 'rt', 'br', 'hr', 'link', 'image', 'figure'],
  ...['caption', 'details', 'summary', 'dl', 'dt', 'dd', 'video'],
];
const parts = (description: string): JsonSchema => list(ref('TextPart'), description, 200);

/** By name. */
export const contentSchemas: Readonly<Record<string, JsonSchema>> = {
  TextPart: object(
    { text: text('Words', undefined, 0), hit: { type: 'boolean', description: 'These were searched for' } },
    ['text', 'hit'],
    'A piece of a line',
  ),
  SearchResult: object(
    {
      kind: word('What it is', 'article', 'video', 'thread', 'action', 'ticket'),
      articleId: id('Of the article'),
      locale: locale('Its language (BCP 47)'),
      score: { type: 'number', description: 'Higher is better; compares within one answer alone' },
      title: parts('Title'),
      excerpt: parts('Where it matches'),
      category: text('It belongs to'),
      sectionId: text('Where to open it'),
      atMs: duration('Where to start a video'),
      url: text('Its address; of a video the file or page'),
    },
    ['kind', 'articleId', 'locale', 'score', 'title', 'excerpt'],
    'One thing that was found',
  ),
  ArticleTree: object(
    { v: { type: 'number', const: 1, description: 'Version' }, nodes: list(ref('ArticleNode'), 'In order', 5000) },
    ['v', 'nodes'],
    'Text with a closed list of elements; the client checks it again',
  ),
  ArticleNode: {
    oneOf: [
      { type: 'string' },
      object({ tag: word('Element', ...TAGS), children: list(ref('ArticleNode'), 'In order', 5000) }, ['tag']),
    ],
    description: 'Text, or an element with attributes of its own',
  },
};
