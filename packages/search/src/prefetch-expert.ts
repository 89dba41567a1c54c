/** Fetches ahead the code of an expert, and of what completes typed words. A file of its own, so that who does this alone shares nothing with the engine. */
export const prefetchExpert = (): Promise<unknown> =>
  Promise.all([import('./recover/index.js'), import('./suggest/index.js')]);
