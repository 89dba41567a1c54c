// The engine on the page itself, for pages without workers. It is a file of its own: most pages never load it.
export { keepInline, openTarget as openInline } from '@helpkiosk/search';
