// The npm door of @helpkiosk/widget. The tag is helpkiosk.js, the custom elements are in ./elements.
export type * from '@helpkiosk/core';
export { mount } from './mount.js';
export { renderArticle, type ArticleBodyOptions } from './parts/article-body.js';
