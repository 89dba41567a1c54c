import type { HandoffContext } from '../contracts.js';

/** One thing that goes along with a ticket unless it is taken out. `kind` and `value` are shown; `id` tells it apart. */
export interface ContextPart {
  readonly id: string;
  readonly kind: 'search' | 'article' | 'page' | 'version' | 'fact';
  /** Of a fact its name. */
  readonly name?: string;
  readonly value: string;
}

/** The context as parts that can be taken out one by one. */
export function contextParts(context: HandoffContext): readonly ContextPart[] {
  const { searches, articles, pageUrl, appVersion, facts = {} } = context;
  return [
    ...searches.map((value) => ({ id: `search ${value}`, kind: 'search' as const, value })),
    ...articles.map((value) => ({ id: `article ${value}`, kind: 'article' as const, value })),
    ...(pageUrl ? [{ id: 'page', kind: 'page' as const, value: pageUrl }] : []),
    ...(appVersion ? [{ id: 'version', kind: 'version' as const, value: appVersion }] : []),
    ...Object.entries(facts).map(([name, value]) => ({ id: `fact ${name}`, kind: 'fact' as const, name, value })),
  ];
}
