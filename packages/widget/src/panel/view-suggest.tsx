import { h } from 'preact';
import css from '../parts/suggestions.css';
import { Suggestions, type SuggestionsProps } from '../parts/suggestions.js';
import { followText } from './completions.js';
import type { LazyView } from './lazy-view.js';
import { takeText } from './take-text.js';

/**
 * What the typed text may become, under the field: searches of this device, titles, headings, words. The row is reached by Tab or a tap, and the
 * list of results stays what the field's own keys steer. Screen readers hear of it when they come to it, not with every letter.
 */
const suggestView: LazyView = {
  css,
  start(tools) {
    const { session } = tools;
    const { list, stop } = followText(tools);
    const take: SuggestionsProps['onTake'] = (text, { currentTarget, detail }) => {
      // A tap beside the field, with the phone's keyboard away, does not bring it up over the answers.
      const byPointer = detail > 0 && !tools.root.activeElement?.matches('[role=combobox]');
      if (byPointer) session.help.type(text);
      else takeText(currentTarget, text, session);
    };
    return {
      draws: {
        head: ({ view }) =>
          view.name === 'results' ? (
            <Suggestions label={session.t('suggest.label')} suggestions={list()} onTake={take} />
          ) : null,
      },
      stop,
    };
  },
};
export default suggestView;
