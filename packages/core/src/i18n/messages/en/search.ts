/** Home and results, as soon as they are there. */
const search = {
  'home.page': 'For this page',
  'home.start': 'Start here',
  'home.topics': 'All topics',
  'home.empty': 'There are no articles here yet.',
  'results.label': 'Results',
  'results.searching': 'Searching',
  'results.count': { one: '{count} result for “{text}”', other: '{count} results for “{text}”' },
  'results.guess': 'Nothing fits “{text}” well. The nearest we have:',
  'results.meant': 'Showing results for “{text}”',
  'results.none': 'There is no article on “{text}” yet',
  'results.failed': 'The search did not get through',
  'kind.article': 'Articles',
  'kind.video': 'Videos',
  'kind.thread': 'Community',
  'kind.action': 'Do it yourself',
  'kind.ticket': 'Your requests',
} as const;
export default search;
