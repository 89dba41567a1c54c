import { h, type TargetedInputEvent, type TargetedKeyboardEvent, type VNode } from 'preact';
import { CLOSE, Icon, SEARCH } from './icon.js';

export interface SearchFieldProps {
  text: string;
  label: string;
  placeholder: string;
  clearLabel: string;
  /** The id of the list of results, while one is shown. */
  listId?: string | undefined;
  /** The id of the selected result. */
  activeId?: string | undefined;
  onText(text: string): void;
  /** Any key of its own, never while an input method composes; true when the key was used. */
  onKey?(key: string): boolean;
}

/** The id of one option, for `aria-activedescendant`. */
export const optionId = (listId: string, place: number): string => `${listId}-${place}`;

/**
 * Android keyboards compose every Latin word, so waiting for their end would mean no results while typing. An input method for
 * Chinese or Japanese composes too, and its half-typed letters must not be searched.
 */
const searchesWhileComposing = (composed: string): boolean =>
  /Android/.test(navigator.userAgent) &&
  !/^(zh|ja|ko)\b/.test(navigator.language) &&
  !/[^\p{sc=Latin}\p{M}\p{N}\p{P}\s]/u.test(composed);

/** A search box that drives a list: combobox pattern of the ARIA Authoring Practices, list autocomplete with manual selection. */
export function SearchField(props: SearchFieldProps): VNode {
  /** Set by hand: a value that is drawn would tear down a composition whenever something else is drawn anew. */
  const setText = (input: HTMLInputElement | null): void => {
    if (input && !input.dataset['composing'] && input.value !== props.text) input.value = props.text;
  };
  const handleComposition = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    input.dataset['composing'] = event.type === 'compositionstart' ? 'yes' : '';
    if (event.type === 'compositionend') props.onText(input.value);
  };
  const clear = (event: Event): void => {
    props.onText('');
    ((event.currentTarget as HTMLElement).previousElementSibling as HTMLElement).focus();
  };
  const handleInput = (event: TargetedInputEvent<HTMLInputElement>): void => {
    if (event.isComposing && !searchesWhileComposing(event.data ?? '')) return;
    props.onText(event.currentTarget.value);
  };
  const handleKey = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const isComposing = event.isComposing || event.keyCode === 229; // Safari sends the closing Enter after the composition, as 229
    if (isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (props.onKey?.(event.key)) event.preventDefault();
  };
  return (
    <div class="field">
      <Icon path={SEARCH} />
      <input
        ref={setText}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={!!props.listId}
        aria-controls={props.listId}
        aria-activedescendant={props.activeId}
        aria-label={props.label}
        placeholder={props.placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={500}
        onInput={handleInput}
        onCompositionStart={handleComposition}
        onCompositionEnd={handleComposition}
        onKeyDown={handleKey}
      />
      {props.text && (
        <button type="button" class="icon-button small" aria-label={props.clearLabel} onClick={clear}>
          <Icon path={CLOSE} />
        </button>
      )}
    </div>
  );
}
