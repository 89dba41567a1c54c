/** The article view. */
const article = {
  'article.updated': 'Updated {date}',
  'article.minutes': { one: '{count} min read', other: '{count} min read' },
  'article.loading': 'Loading the article',
  'article.missing': 'This article is no longer here',
  'article.missing.hint': 'It may have been renamed or removed. Search for it, or look through the topics.',
  'article.language': 'This article is not available in your language yet.',
  'article.external': 'opens {site}',
  'article.table': 'Table',
  'note.note': 'Note',
  'note.tip': 'Tip',
  'note.warning': 'Important',
  'note.danger': 'Warning',
} as const;
export default article;
