/** Results, and what is said about them. */
const search = {
  'results.label': 'Results',
  'results.searching': 'Searching',
  'results.count': { one: '{count} result for “{text}”', other: '{count} results for “{text}”' },
  'results.guess': 'Nothing fits “{text}” well. The nearest we have:',
  'results.meant': 'Showing results for “{text}”',
  'results.none': 'There is no article on “{text}” yet',
  'results.none.hint': 'Try fewer or other words, or look through the topics.',
  'results.failed': 'The search did not get through',
  'results.topic': { one: '{count} article', other: '{count} articles' },
  'keys.select': 'Select',
  'keys.open': 'Open',
} as const;
export default search;
