/** What comes right after home and results: topics, recent searches, nothing found, ways to a person, no network. */
const more = {
  'offline.notice': 'Offline. You can still search what is on this device.',
  'offline.age': 'Articles as of {date}',
  'recent.title': 'You searched for',
  'recent.clear': 'Clear recent searches',
  'recent.cleared': 'Recent searches cleared.',
  undo: 'Undo',
  'results.none.hint': 'Try fewer or other words, or look through the topics.',
  'results.none.topics': 'What we have written about',
  'results.topic': { one: '{count} article', other: '{count} articles' },
  'results.ask': 'Not here? Ask a person',
  'keys.select': 'Select',
  'keys.open': 'Open',
  'contact.email': 'E-mail',
  'contact.phone': 'Phone',
  'contact.intro': 'Choose what suits you. Each opens outside this window.',
  'contact.none': 'No way to reach a person is given here.',
  'contact.scan': 'Scan the code with your phone. On this phone, hold the picture to save or to scan it.',
  'contact.code': 'Code to scan for {name}',
  'contact.open': 'Open {name}',
  'contact.offline':
    'You are offline. What opens a page has to wait for a connection; an e-mail waits in your mail app.',
  'contact.offline.call': 'A phone call does not need the internet.',
  'article.missing': 'This article is no longer here',
  'article.missing.hint': 'It may have been renamed or removed. Search for it, or look through the topics.',
  'article.missing.topics': 'All topics',
} as const;
export default more;
