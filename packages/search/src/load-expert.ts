import type { LocaleIndex } from './search-source.js';
import { once } from './once.js';
import type { Expert } from './recover/index.js';

/** What an expert is made from. */
export type ExpertSubject = Pick<LocaleIndex, 'engine' | 'han'> & { readonly locale: string };

/** Makes the expert of an index, once for each; its code is loaded with the first. */
export function createExpertLoader(): (subject: ExpertSubject) => Promise<Expert> {
  return once(async ({ engine, locale, han }) => {
    const [{ createExpert }, data] = await Promise.all([import('./recover/index.js'), han()]);
    return createExpert(engine, locale, data);
  });
}

/** Fetches an expert's code ahead. */
export function prefetchExpert(): Promise<unknown> {
  return import('./recover/index.js');
}
