import { inSteps } from './in-steps.js';
import { once } from './once.js';
import type { Expert } from './recover/index.js';
import type { LocaleIndex } from './search-source.js';

/** What an expert is made from. */
export type ExpertSubject = Pick<LocaleIndex, 'engine' | 'han'> & { readonly locale: string };

/** The code that few questions need: experts, and what is said in videos. It is a chunk of its own, loaded when first needed. */
export const loadExpertCode = (): Promise<typeof import('./recover/index.js')> => import('./recover/index.js');

/** Makes the expert of an index, once for each. */
export const createExpertLoader = (): ((subject: ExpertSubject) => Promise<Expert>) =>
  once(async ({ engine, locale, han }) => {
    const data = await han();
    return inSteps((await loadExpertCode()).createExpert(engine, locale, data));
  });
