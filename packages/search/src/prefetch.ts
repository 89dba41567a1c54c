// Code of the search that is fetched ahead. A file of its own, so that who does this alone shares nothing with the engine.

/** What judges results by their texts. */
export const prefetchTexts = (): Promise<unknown> => import('./texts/index.js');

/** An expert, and what completes typed words. */
export const prefetchExpert = (): Promise<unknown> =>
  Promise.all([import('./recover/index.js'), import('./suggest/index.js')]);
