/** The frame of the panel and its home view. */
const home = {
  'panel.direction': 'ltr',
  'panel.label': 'Help',
  'panel.close': 'Close help',
  'panel.back': 'Back',
  'search.label': 'Search help',
  'search.placeholder': 'Describe it in your own words',
  'search.clear': 'Clear',
  'home.greeting': 'Hello. What do you need help with?',
  'home.page': 'For this page',
  'home.start': 'Start here',
  'home.topics': 'All topics',
  'home.loading': 'Loading the help articles',
  'home.empty': 'There are no articles here yet.',
  'contact.heading': 'Ask a person',
  'contact.email': 'E-mail',
  'contact.phone': 'Phone',
  'offline.notice': 'Offline. You can still search what is on this device.',
  'error.title': 'The help articles could not be loaded',
  'error.retry': 'Try again',
} as const;
export default home;
