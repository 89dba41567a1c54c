import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_HOME, currentView, navigate, type NavigationEvent } from './navigation.js';

const after = (...events: NavigationEvent[]) => events.reduce(navigate, AT_HOME);
const views = fc.oneof(
  fc.constant({ name: 'home' as const }),
  fc.record({ name: fc.constant('category' as const), category: fc.string() }),
  fc.record({ name: fc.constant('article' as const), articleId: fc.string() }),
);
const events: fc.Arbitrary<NavigationEvent> = fc.oneof(
  fc.constantFrom<NavigationEvent>({ type: 'open' }, { type: 'close' }, { type: 'back' }),
  fc.record({ type: fc.constant('go' as const), view: views }),
  fc.record({ type: fc.constant('type' as const), text: fc.string() }),
);

describe('navigate', () => {
  it('replaces the results while the customer types', () => {
    const state = after({ type: 'open' }, { type: 'type', text: 'ref' }, { type: 'type', text: 'refund' });
    expect(state.trail).toEqual([{ name: 'home' }, { name: 'results', text: 'refund' }]);
  });

  it('returns from an article to the results that led there', () => {
    const state = after(
      { type: 'type', text: 'refund' },
      { type: 'go', view: { name: 'article', articleId: 'a' } },
      { type: 'back' },
    );
    expect(currentView(state)).toEqual({ name: 'results', text: 'refund' });
  });

  it('leaves the results when the text is emptied', () => {
    expect(currentView(after({ type: 'type', text: 'x' }, { type: 'type', text: ' ' }))).toEqual({ name: 'home' });
  });

  it('keeps its place while closed', () => {
    const state = after(
      { type: 'open' },
      { type: 'go', view: { name: 'article', articleId: 'a' } },
      { type: 'close' },
      { type: 'open' },
    );
    expect(currentView(state)).toEqual({ name: 'article', articleId: 'a' });
  });

  it('always begins at home, and reports no change where there is none', () => {
    fc.assert(
      fc.property(fc.array(events), (list) => {
        const state = list.reduce(navigate, AT_HOME);
        expect(state.trail[0]).toEqual({ name: 'home' });
        const open = navigate(state, { type: 'open' });
        expect(navigate(open, { type: 'open' })).toBe(open);
      }),
    );
  });

  it('can always be walked back home', () => {
    fc.assert(
      fc.property(fc.array(events), (list) => {
        let state = list.reduce(navigate, AT_HOME);
        for (let left = list.length; left > 0; left--) state = navigate(state, { type: 'back' });
        expect(state.trail).toHaveLength(1);
      }),
    );
  });
});
