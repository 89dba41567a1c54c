/** The frame of the panel, before any view is there. */
const home = {
  'panel.direction': 'ltr',
  'panel.label': 'Help',
  'panel.close': 'Close help',
  'panel.back': 'Back',
  'search.label': 'Search help',
  'search.placeholder': 'Describe it in your own words',
  'search.clear': 'Clear',
  'home.greeting': 'Hello. What do you need help with?',
  'home.loading': 'Loading the help articles',
  'contact.heading': 'Ask a person',
  'error.title': 'The help articles could not be loaded',
  'error.retry': 'Try again',
} as const;
export default home;
