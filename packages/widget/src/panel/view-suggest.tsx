import { h } from 'preact';
import css from '../parts/suggestions.css';
import { Suggestions, type Suggestion, type SuggestionsProps } from '../parts/suggestions.js';
import { followText } from './completions.js';
import type { LazyView } from './lazy-view.js';
import { takeText } from './take-text.js';

/**
 * What the typed text may become, under the field: searches of this device, titles, headings, words. The row is reached by Tab or a tap, and the
 * list of results stays what the field's own keys steer. Screen readers hear of it when they come to it, not with every letter. While it has the focus it stays as it is.
 */
const suggestView: LazyView = {
  css,
  start(tools) {
    const { session, root, redraw } = tools;
    const { list, stop } = followText(tools);
    let drawn: readonly Suggestion[] = [];
    const take: SuggestionsProps['onTake'] = (text, { currentTarget, detail }) => {
      // A tap beside the field, with the phone's keyboard away, does not bring it up over the answers.
      const byPointer = detail > 0 && !root.activeElement?.matches('[role=combobox]');
      if (byPointer) session.help.type(text);
      else takeText(currentTarget, text, session);
    };
    return {
      draws: {
        head({ view }) {
          if (view.name !== 'results') return null;
          if (!root.activeElement?.closest('.suggestions')) drawn = list();
          return <Suggestions label={session.t('suggest.label')} suggestions={drawn} onTake={take} onLeave={redraw} />;
        },
      },
      stop,
    };
  },
};
export default suggestView;
